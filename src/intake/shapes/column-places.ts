import type { Line } from './lines'
import { widthOf, type Segment } from './segments'

/** A piece of a line, with the line it stands in. */
export interface Piece {
  line: Line
  segment: Segment
}

type Row = readonly Piece[]

/** How far from the line's start something stands, and how long a text is: in characters or in columns of a screen. */
interface Unit {
  before: (line: Line, end: number) => number
  lengthOf: (text: string) => number
}

const units: readonly Unit[] = [
  { before: (_, end) => end, lengthOf: (text) => text.length },
  { before: ({ text }, end) => widthOf(text.slice(0, end)), lengthOf: widthOf },
]

/** Whether columns are aligned at the starts, the middles or the ends of their figures. */
const ALIGNMENTS = [0, 0.5, 1]

/** Where the columns of a table stand, by one measure. */
export interface Columns {
  unit: Unit
  alignment: number
  centres: readonly number[]
  /** The way from one column to the next, where they are nearest. */
  pitch: number
}

const standsAt = ({ unit, alignment }: Pick<Columns, 'unit' | 'alignment'>, { line, segment }: Piece): number =>
  unit.before(line, segment.start) + unit.lengthOf(segment.text) * alignment

/** A figure stands within a third of the way to the next column, or nothing is certain. */
const NEAR = 3
/** A line speaks for columns where its figures stand so near to them, but for what a printer rounds. */
const NEAREST = 8
const ROUNDED = 1.5

/** Fewer blanks than this between two texts may be what one has pushed the other on by. */
const CLEAR_GAP = 4

/** True where what stands before a piece may have pushed it on. */
const mayBePushed = ({ segment }: Piece): boolean => segment.gap < CLEAR_GAP && segment.start > segment.gap

/** How far a text and its blanks reach beyond a column, and so may push on what follows. */
const overflowOf = ({ segment }: Piece, { unit, pitch }: Columns): number =>
  Math.max(0, unit.lengthOf(segment.text) + CLEAR_GAP - 1 - pitch)

/** The columns that a line with a piece in each shows. */
function shownBy(template: Row, unit: Unit, alignment: number): Columns {
  const centres = template.map((piece) => standsAt({ unit, alignment }, piece))
  const pitch = centres.slice(1).reduce((least, centre, i) => Math.min(least, centre - (centres[i] ?? 0)), Infinity)
  return { unit, alignment, centres, pitch }
}

/** Where the first column's ground begins. */
const edgeOf = ({ centres, pitch }: Columns): number => (centres[0] ?? 0) - pitch / 2

/** How far a label, which begins left of the columns, reaches into them and so may have moved the whole row. */
function overflowOfLabel({ line, segment }: Piece, columns: Columns): number {
  const end = segment.start - segment.gap
  const edge = edgeOf(columns)
  const start = line.text.lastIndexOf('  ', end - 1) + 2
  return end > 0 && columns.unit.before(line, start) < edge ? Math.max(0, columns.unit.before(line, end) - edge) : 0
}

/**
 * How far each piece may have been pushed on at most: by as much as the label, the texts before it and, but at the
 * left, it itself reach beyond their columns; by any length where nothing since the label has a clear gap.
 */
function pushesOf(pieces: Row, columns: Columns): number[] {
  const [first] = pieces
  let before = first ? overflowOfLabel(first, columns) : 0
  let isBesideLabel = true
  return pieces.map((piece) => {
    isBesideLabel &&= mayBePushed(piece)
    const own = overflowOf(piece, columns)
    const push = isBesideLabel ? Infinity : before + own * columns.alignment
    before += own
    return push
  })
}

/** The columns in which each piece may stand. */
function possibleColumns(pieces: Row, columns: Columns): number[][] {
  const far = columns.pitch / NEAR
  const pushes = pushesOf(pieces, columns)
  return pieces.map((piece, i) => {
    const stands = standsAt(columns, piece)
    return columns.centres.flatMap((centre, column) => {
      const pushed = stands - centre
      return pushed >= -far && pushed <= far + (pushes[i] ?? 0) ? [column] : []
    })
  })
}

/** The columns of a row's pieces where all stand as far left as they may, and where all stand as far right. */
interface Reach {
  first: readonly number[]
  last: readonly number[]
}

/** Undefined where the pieces fit the columns in no way. */
function reachOf(pieces: Row, columns: Columns): Reach | undefined {
  const possible = possibleColumns(pieces, columns)
  let least = -1
  const first = possible.map((ones) => (least = ones.find((one) => one > least) ?? Infinity))
  let most = Infinity
  const last = possible.reduceRight<number[]>((found, ones) => {
    most = ones.reduce((so, one) => (one < most ? Math.max(so, one) : so), -1)
    return [most, ...found]
  }, [])
  return least < Infinity ? { first, last } : undefined
}

/** The column of every piece; undefined where none or more than one is possible for any. */
export function columnsOf(pieces: Row, columns: Columns): readonly number[] | undefined {
  const reach = reachOf(pieces, columns)
  return reach?.first.every((column, i) => column === reach.last[i]) === true ? reach.first : undefined
}

/** Columns, and how far each line is from them: Infinity where it does not fit, undefined where it cannot say. */
interface Candidate {
  columns: Columns
  off: readonly (number | undefined)[]
}

/** How far a line is from columns at most. A line in which something may be pushed on cannot say. */
function distanceOf(line: Row, columns: Columns): number | undefined {
  const reach = reachOf(line, columns)
  if (!reach) return Infinity
  if (pushesOf(line, columns).some((push) => push > 0)) return undefined
  const distances = line.map((piece, i) =>
    Math.abs(standsAt(columns, piece) - (columns.centres[reach.first[i] ?? -1] ?? 0)),
  )
  return distances.reduce((a, b) => Math.max(a, b), 0)
}

/** How many lines speak for columns, and how far off they are at most. */
function supportOf({ columns: { pitch } }: Candidate, off: readonly number[]): { fits: number; residual: number } {
  const nearest = Math.max(ROUNDED, pitch / NEAREST)
  const near = off.filter((far) => far <= nearest)
  return { fits: near.length, residual: near.reduce((a, b) => Math.max(a, b), 0) }
}

/** The lines that can speak for two measures: one that is crowded by a measure does not speak against it. */
function supportsOf(one: Candidate, other: Candidate) {
  const common = one.off.flatMap((far, i) => {
    const others = other.off[i]
    return far === undefined || others === undefined ? [] : [[far, others] as const]
  })
  const own = common.map(([far]) => far)
  const others = common.map(([, far]) => far)
  return [supportOf(one, own), supportOf(other, others)] as const
}

/** Columns that half of the lines do not speak for are none. */
function isSupported(candidate: Candidate): boolean {
  const able = candidate.off.filter((far) => far !== undefined)
  return supportOf(candidate, able).fits >= able.length / 2
}

/** A measure that much fewer lines speak for, or by which they stand so much farther off, is not the one. */
function isWorse(one: Candidate, other: Candidate): boolean {
  const [own, its] = supportsOf(one, other)
  return own.fits < its.fits * 0.75 || (its.fits >= own.fits / 2 && own.residual > 3 * its.residual + 1)
}

const MOST_TEMPLATES = 8
const MOST_ROWS = 60

/** The ways in which the columns of a table may stand; none where nothing shows them. */
export type Places = readonly Columns[]

/** The columns that templates show by one measure, but those that lines speak against. */
function candidatesBy(unit: Unit, alignment: number, templates: readonly Row[], lines: readonly Row[]): Candidate[] {
  return templates.flatMap((template) => {
    const columns = shownBy(template, unit, alignment)
    const off = lines.map((line) => (line === template ? undefined : distanceOf(line, columns)))
    const isCrowded = template.some((piece) => overflowOf(piece, columns) > 0)
    return !isCrowded && isSupported({ columns, off }) ? [{ columns, off }] : []
  })
}

/** Where columns stand by lines that have a piece in each: in every way that the other lines leave possible. */
export function placesOf(templates: readonly Row[], rows: readonly Row[]): Places {
  const clear = templates.filter((template) => !template.some(mayBePushed)).slice(0, MOST_TEMPLATES)
  const lines = [...new Set([...clear, ...rows.slice(0, MOST_ROWS)])]
  const candidates = units.flatMap((unit) => ALIGNMENTS.flatMap((by) => candidatesBy(unit, by, clear, lines)))
  const left = candidates.filter((one) => !candidates.some((other) => isWorse(one, other)))
  const isShown = left.some(({ off }) => off.some((far) => far !== undefined))
  return isShown ? left.map(({ columns }) => columns) : []
}

/** The cells of a row, blank where a column has no piece; undefined where the place of one is open. */
export function cellsAt(pieces: Row, places: Places): string[] | undefined {
  const [first, ...others] = places.map((columns) => columnsOf(pieces, columns))
  if (!first || others.some((at) => at?.join() !== first.join())) return undefined
  const cells = (places[0]?.centres ?? []).map(() => '')
  pieces.forEach(({ segment }, i) => {
    cells[first[i] ?? -1] = segment.text
  })
  return cells
}

/** The index of the first piece in the columns, all before it being left of them. */
export function firstInColumns(pieces: Row, [columns]: Places): number {
  const at = columns ? pieces.findIndex((piece) => standsAt(columns, piece) >= edgeOf(columns)) : -1
  return at < 0 ? pieces.length : at
}
