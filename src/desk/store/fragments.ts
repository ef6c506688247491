/** What a damaged stretch of a journal still tells of the changes that stood in it. */
import type { Scalar } from '../protocol'

/** A cell that a lost change has changed. */
export interface LostCell {
  cell: string
  /** Absent where only the name is known. */
  place?: { sheet: number; row: number; column: number }
  /** Of the lost change; a change of a higher number has not lost its value. */
  seq: number
  who?: string
  time?: string
  /** What was written; absent: not known. */
  value?: Scalar | null
}

const text = '"(?:[^"\\\\]|\\\\.)*"'
const value = `(null|true|false|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|${text})`
const change = new RegExp(
  `\\{"sheet":(\\d+),"row":(\\d+),"column":(\\d+),"cell":(${text})(?:,"from":${value},"to":${value}\\})?`,
  'g',
)
const partBefore = new RegExp(`"before":(${text})`)

/** Undefined: cut off, or no JSON. */
function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

const textIn = (line: string, field: string): string | undefined => {
  const found = parsed(new RegExp(`"${field}":(${text})`).exec(line)?.[1])
  return typeof found === 'string' ? found : undefined
}

/** What a damaged line says of the change before it. */
const last = new RegExp(`"last":\\{"seq":(\\d+),"time":(${text}),"who":(${text}),"cells":\\[((?:${text},?)*)\\]`)
const place = /"n":(\d+),"j":"[0-9a-f]{8}","w":(\d+)/

/** Empty where one write may have written both: then nobody knows whether either was acknowledged. */
function cellsBefore(line: string, isAcknowledged: boolean): LostCell[] {
  const [, n, write] = place.exec(line) ?? []
  const isLaterWrite = n !== undefined && n === write
  const [, seq, time, who, names] = last.exec(line) ?? []
  const cells = parsed(`[${names ?? ''}]`)
  if (seq === undefined || !Array.isArray(cells) || !(isAcknowledged || isLaterWrite)) return []
  const about = { seq: Number(seq), time: String(parsed(time)), who: String(parsed(who)) }
  return cells.map((cell) => ({ cell: String(cell), ...about }))
}

function cellsIn(line: string, fallback: number): LostCell[] {
  const seq = Number(/"seq":(\d+)/.exec(line)?.[1] ?? fallback)
  const [time, who] = [textIn(line, 'time'), textIn(line, 'who')]
  return [...line.matchAll(change)].map(([, sheet, row, column, name, , to]) => {
    const written = parsed(to) as Scalar | null | undefined
    return {
      cell: String(parsed(name) ?? ''),
      place: { sheet: Number(sheet), row: Number(row), column: Number(column) },
      seq,
      ...(who !== undefined && { who }),
      ...(time !== undefined && { time }),
      ...(written !== undefined && { value: written }),
    }
  })
}

export interface Fragments {
  /** Of the changes that stood there. */
  cells: LostCell[]
  /** Of the changes before them, as they tell: these were acknowledged. */
  before: LostCell[]
  pieces: string[]
}

/**
 * @param seq of a change whose own number is lost
 * @param isAcknowledged what stood there was
 */
export function fragmentsIn(region: string, seq: number, isAcknowledged: boolean): Fragments {
  const lines = region.split('\n')
  // Each line names the piece of the line before: that of the first one can be read.
  const pieces = lines.slice(1).flatMap((line) => {
    const name = parsed(partBefore.exec(line)?.[1])
    return typeof name === 'string' ? [name] : []
  })
  const before = lines.flatMap((line) => cellsBefore(line, isAcknowledged))
  return { cells: lines.flatMap((line) => cellsIn(line, seq)), before, pieces }
}
