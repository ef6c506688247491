import type { TextLine } from './lines'
import { widthOf, type Segment } from './segments'

/** A piece of a line, with the line it stands in. */
export interface Piece {
  line: TextLine
  segment: Segment
}

type Row = readonly Piece[]

/** How to measure positions and lengths in a line: in characters, or in columns of a screen. */
interface Unit {
  before: (line: TextLine, end: number) => number
  lengthOf: (text: string) => number
}

const units: readonly Unit[] = [
  { before: (_, end) => end, lengthOf: (text) => text.length },
  { before: ({ text }, end) => widthOf(text.slice(0, end)), lengthOf: widthOf },
]

/** Whether columns are aligned at the starts, the middles or the ends of their figures. */
const ALIGNMENTS = [0, 0.5, 1]

/** The centres of a table's columns, measured in one unit and at one alignment. */
export interface Columns {
  unit: Unit
  alignment: number
  centres: readonly number[]
  /** The smallest distance from one centre to the next. */
  pitch: number
}

const standsAt = ({ unit, alignment }: Pick<Columns, 'unit' | 'alignment'>, { line, segment }: Piece): number =>
  unit.before(line, segment.start) + unit.lengthOf(segment.text) * alignment

/** A figure belongs to a column if it is within a third of the pitch from the centre. */
const NEAR = 3
/** A line supports columns if each figure is within an eighth of the pitch from a centre, or within 1.5 for rounding. */
const NEAREST = 8
const ROUNDED = 1.5

/** With fewer blanks than this between two texts, the first may have pushed the second to the right. */
const CLEAR_GAP = 4

/** Whether the text before a piece may have pushed it to the right. */
const mayBePushed = ({ segment }: Piece): boolean => segment.gap < CLEAR_GAP && segment.start > segment.gap

/** How far a text and its blanks reach beyond a column, and so may push the next text. */
const overflowOf = ({ segment }: Piece, { unit, pitch }: Columns): number =>
  Math.max(0, unit.lengthOf(segment.text) + CLEAR_GAP - 1 - pitch)

/** The columns as shown by a line that has a piece in each. */
function shownBy(template: Row, unit: Unit, alignment: number): Columns {
  const centres = template.map((piece) => standsAt({ unit, alignment }, piece))
  const pitch = centres.slice(1).reduce((least, centre, i) => Math.min(least, centre - (centres[i] ?? 0)), Infinity)
  return { unit, alignment, centres, pitch }
}

/** The left edge of the first column. */
const edgeOf = ({ centres, pitch }: Columns): number => (centres[0] ?? 0) - pitch / 2

/** How far a label reaches into the columns, and so may have pushed the whole row. */
function overflowOfLabel({ line, segment }: Piece, columns: Columns): number {
  const end = segment.start - segment.gap
  const edge = edgeOf(columns)
  const start = line.text.lastIndexOf('  ', end - 1) + 2
  return end > 0 && columns.unit.before(line, start) < edge ? Math.max(0, columns.unit.before(line, end) - edge) : 0
}

/**
 * How far to the right each piece may have been pushed at most: by what the label and the texts before it reach beyond
 * their columns, and its own text too unless columns align left. Without a clear gap since the label there is no limit.
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

/** The columns to which each piece may belong. */
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

/** The columns of a row's pieces, all as far left as possible, and all as far right as possible. */
interface Reach {
  first: readonly number[]
  last: readonly number[]
}

/** Undefined where the pieces do not fit the columns. */
function reachOf(pieces: Row, columns: Columns): Reach | undefined {
  const possible = possibleColumns(pieces, columns)
  let least = -1
  const first = possible.map((ones) => (least = ones.find((one) => one > least) ?? Infinity))
  let most = Infinity
  const last = possible.reduceRight<number[]>((rest, ones) => {
    most = ones.reduce((so, one) => (one < most ? Math.max(so, one) : so), -1)
    return [most, ...rest]
  }, [])
  return least < Infinity ? { first, last } : undefined
}

/** The column of every piece; undefined where none or more than one is possible for any. */
export function columnsOf(pieces: Row, columns: Columns): readonly number[] | undefined {
  const reach = reachOf(pieces, columns)
  return reach?.first.every((column, i) => column === reach.last[i]) === true ? reach.first : undefined
}

/** Columns, and each line's distance from them: Infinity where it does not fit, undefined where it proves nothing. */
interface Candidate {
  columns: Columns
  off: readonly (number | undefined)[]
}

/** The largest distance of a figure of a line from its column. A line with pushed text proves nothing: undefined. */
function distanceOf(line: Row, columns: Columns): number | undefined {
  const reach = reachOf(line, columns)
  if (!reach) return Infinity
  if (pushesOf(line, columns).some((push) => push > 0)) return undefined
  const distances = line.map((piece, i) =>
    Math.abs(standsAt(columns, piece) - (columns.centres[reach.first[i] ?? -1] ?? 0)),
  )
  return distances.reduce((a, b) => Math.max(a, b), 0)
}

/** How many lines support the columns, and their largest distance. */
function supportOf({ columns: { pitch } }: Candidate, off: readonly number[]): { fits: number; residual: number } {
  const nearest = Math.max(ROUNDED, pitch / NEAREST)
  const near = off.filter((far) => far <= nearest)
  return { fits: near.length, residual: near.reduce((a, b) => Math.max(a, b), 0) }
}

/** The support of two candidates, by the lines that can judge both: a line crowded in one of them judges neither. */
function supportsOf(one: Candidate, other: Candidate) {
  const common = one.off.flatMap((far, i) => {
    const others = other.off[i]
    return far === undefined || others === undefined ? [] : [[far, others] as const]
  })
  const own = common.map(([far]) => far)
  const others = common.map(([, far]) => far)
  return [supportOf(one, own), supportOf(other, others)] as const
}

/** Whether at least half of the lines that can judge support the columns. */
function isSupported(candidate: Candidate): boolean {
  const able = candidate.off.filter((far) => far !== undefined)
  return supportOf(candidate, able).fits >= able.length / 2
}

/** Whether a candidate is worse than another: far fewer lines support it, or their distances are far larger. */
function isWorse(one: Candidate, other: Candidate): boolean {
  const [own, its] = supportsOf(one, other)
  return own.fits < its.fits * 0.75 || (its.fits >= own.fits / 2 && own.residual > 3 * its.residual + 1)
}

const MOST_TEMPLATES = 8
const MOST_ROWS = 60

/** The possible columns of a table; none where nothing shows them. */
export type Places = readonly Columns[]

/** The columns that templates show, in one unit and alignment, if enough lines support them. */
function candidatesBy(unit: Unit, alignment: number, templates: readonly Row[], lines: readonly Row[]): Candidate[] {
  return templates.flatMap((template) => {
    const columns = shownBy(template, unit, alignment)
    const off = lines.map((line) => (line === template ? undefined : distanceOf(line, columns)))
    const isCrowded = template.some((piece) => overflowOf(piece, columns) > 0)
    return !isCrowded && isSupported({ columns, off }) ? [{ columns, off }] : []
  })
}

/** The possible columns, as shown by lines with a piece in each column and not ruled out by the other lines. */
export function placesOf(templates: readonly Row[], rows: readonly Row[]): Places {
  const clear = templates.filter((template) => !template.some(mayBePushed)).slice(0, MOST_TEMPLATES)
  const lines = [...new Set([...clear, ...rows.slice(0, MOST_ROWS)])]
  const candidates = units.flatMap((unit) => ALIGNMENTS.flatMap((by) => candidatesBy(unit, by, clear, lines)))
  const left = candidates.filter((one) => !candidates.some((other) => isWorse(one, other)))
  const isShown = left.some(({ off }) => off.some((far) => far !== undefined))
  return isShown ? left.map(({ columns }) => columns) : []
}

/** The cells of a row, blank where a column has no piece; undefined where the column of a piece is uncertain. */
export function cellsAt(pieces: Row, places: Places): string[] | undefined {
  const [first, ...others] = places.map((columns) => columnsOf(pieces, columns))
  if (!first || others.some((at) => at?.join() !== first.join())) return undefined
  const cells = (places[0]?.centres ?? []).map(() => '')
  pieces.forEach(({ segment }, i) => {
    cells[first[i] ?? -1] = segment.text
  })
  return cells
}

/** The index of the first piece that is not left of the columns. */
export function firstInColumns(pieces: Row, [columns]: Places): number {
  const at = columns ? pieces.findIndex((piece) => standsAt(columns, piece) >= edgeOf(columns)) : -1
  return at < 0 ? pieces.length : at
}
