/** People's edits in 流程记录: one line for each person between two other entries, not one for each edit. */
import { logRow } from '../../actions'
import { officeWords as words } from '../../words/office'
import { cellAt, cellKey, shownTime, usedSize } from '../book'
import type { Book, Cell, Sheet } from '../book'
import type { BookPatch, CellChange } from '../protocol'
import { logOf } from './own-tabs'
import type { Change } from './working-copy'

interface Edits {
  who: string
  since: Date
  until: Date
  /** Names of the cells, each once. */
  cells: ReadonlySet<string>
}

interface LogLine extends Edits {
  row: number
  /** The row's values. */
  values: readonly string[]
}

export interface LogUpdate {
  patch: BookPatch
  /** The patch is on the disk. */
  done: () => void
}

/** A line names at most so many cells. */
const mostNamed = 30

/** `2024-12-30 09:05`, as commands write it. */
const minuteOf = (time: Date): string => shownTime(time.toISOString())

function namesOf(cells: readonly string[]): string {
  const tabs = new Map<string, string[]>()
  for (const cell of cells) {
    const at = cell.lastIndexOf('!')
    const tab = cell.slice(0, at)
    tabs.set(tab, [...(tabs.get(tab) ?? []), cell.slice(at + 1)])
  }
  return words.logged.cells([...tabs])
}

/** The first cells by their tabs; `isAll`: none is left out. */
export function listedCells(cells: readonly string[]): { names: string; isAll: boolean } {
  const named = cells.slice(0, mostNamed)
  return { names: namesOf(named), isAll: named.length === cells.length }
}

function rowOf({ who, since, until, cells }: Edits): string[] {
  const { names, isAll } = listedCells([...cells])
  const start = minuteOf(since).slice(minuteOf(since).indexOf(' ') + 1)
  const detail = words.logged.detail(start, cells.size, names, isAll)
  return logRow({ time: minuteOf(until), user: who, version: '' }, { event: words.logged.event, detail })
}

const joined = (before: Edits, after: Edits): Edits => ({
  ...after,
  since: before.since,
  cells: new Set([...before.cells, ...after.cells]),
})

const stands = (sheet: Sheet, { row, values }: LogLine): boolean =>
  values.every((value, index) => (cellAt(sheet, row, index + 1)?.value ?? '') === value)

const isSameLine = (one: LogLine, other: LogLine): boolean =>
  one.row === other.row && one.values.every((value, index) => value === other.values[index])

/** A tab that grows is written whole, so it grows by many rows at once. */
const LOG_GROWTH = 200

function patchOf(sheet: Sheet, lines: readonly Pick<LogLine, 'row' | 'values'>[]): BookPatch {
  const cells: Record<string, Cell> = {}
  for (const { row, values } of lines) {
    values.forEach((value, index) => {
      const { style } = cellAt(sheet, row, index + 1) ?? {}
      if (value !== '') cells[cellKey(row, index + 1)] = { value, ...(style && { style }) }
    })
  }
  const rows = Math.max(...lines.map(({ row }) => row))
  if (rows <= sheet.rows) return { cells: { [sheet.id]: cells } }
  return { cells: {}, sheets: [{ ...sheet, rows: rows + LOG_GROWTH, cells: { ...sheet.cells, ...cells } }] }
}

/** A line of its own at the end of the log; null if the workbook has no log. */
export function logLine(book: Book, values: readonly string[]): BookPatch | null {
  const sheet = logOf(book)
  return sheet ? patchOf(sheet, [{ row: usedSize(sheet).rows + 1, values }]) : null
}

export class EditLog {
  /** Edits that are not in the log yet, by person. */
  private pending = new Map<string, Edits>()
  /** The last lines of the log, by person. */
  private lines = new Map<string, LogLine>()

  get isBehind(): boolean {
    return this.pending.size > 0
  }

  noted({ by, who }: Pick<Change, 'by' | 'who'>, cells: readonly CellChange[], time: Date): void {
    if (cells.length === 0) return
    const edits = { who, since: time, until: time, cells: new Set(cells.map(({ cell }) => cell)) }
    const before = this.pending.get(by)
    this.pending.set(by, before ? joined(before, edits) : edits)
  }

  /** The lines to write into the workbook; null if it has no log, or there is nothing to write. */
  update(book: Book): LogUpdate | null {
    const sheet = logOf(book)
    if (!sheet || !this.isBehind) return null
    const standing = this.standing(sheet)
    const lines = this.inOrder(usedSize(sheet).rows + 1 - standing.size, standing)
    const isNew = (line: LogLine) => ![...standing.values()].some((known) => isSameLine(known, line))
    const written = [...lines.values()].filter(isNew)
    const told = new Map(this.pending)
    const done = () => {
      this.lines = lines
      for (const [by, edits] of told) if (this.pending.get(by) === edits) this.pending.delete(by)
    }
    return { patch: patchOf(sheet, written), done }
  }

  /** The lines at the end of the log with what is pending, from a row on: who edited last stands last. */
  private inOrder(from: number, standing: ReadonlyMap<string, LogLine>): Map<string, LogLine> {
    const all = new Map<string, Edits>(standing)
    for (const [by, edits] of this.pending) {
      const before = standing.get(by)
      all.set(by, before ? joined(before, edits) : edits)
    }
    const inOrder = [...all].sort(([, one], [, other]) => one.until.getTime() - other.until.getTime())
    return new Map(inOrder.map(([by, edits], at) => [by, { ...edits, row: from + at, values: rowOf(edits) }]))
  }

  /** Lines at the end of the log that nobody has changed: they may still be extended. */
  private standing(sheet: Sheet): Map<string, LogLine> {
    const own = [...this.lines].sort(([, a], [, b]) => b.row - a.row)
    const standing: [string, LogLine][] = []
    let last = usedSize(sheet).rows
    for (const [by, line] of own) {
      if (line.row !== last || !stands(sheet, line)) break
      standing.unshift([by, line])
      last -= 1
    }
    return new Map(standing)
  }
}
