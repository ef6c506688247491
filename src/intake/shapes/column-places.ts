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

/** A text as wide as a column pushes what follows out of its own. */
const isCrowded = (pieces: Row, { unit, pitch }: Columns): boolean =>
  pieces.some(({ segment }) => unit.lengthOf(segment.text) > pitch - 1)

/** The columns that a line with a piece in each shows. */
function shownBy(template: Row, unit: Unit, alignment: number): Columns {
  const centres = template.map((piece) => standsAt({ unit, alignment }, piece))
  const pitch = centres.slice(1).reduce((least, centre, i) => Math.min(least, centre - (centres[i] ?? 0)), Infinity)
  return { unit, alignment, centres, pitch }
}

/** Where the first column's ground begins. */
const edgeOf = ({ centres, pitch }: Columns): number => (centres[0] ?? 0) - pitch / 2

/** Fewer blanks than this between two texts may be what one has pushed the other on by. */
const CLEAR_GAP = 3

/** True where what stands before a piece may have pushed it on. */
const mayBePushed = ({ segment }: Piece): boolean => segment.gap < CLEAR_GAP && segment.start > segment.gap

interface Fit {
  /** The column of each piece. */
  at: number[]
  /** How far a piece is from its column at most. */
  residual: number
}

function fitOf(pieces: Row, columns: Columns): Fit | undefined {
  const { centres, pitch } = columns
  if (isCrowded(pieces, columns)) return undefined
  const at: number[] = []
  let residual = 0
  for (const piece of pieces) {
    const stands = standsAt(columns, piece)
    const distances = centres.map((centre) => Math.abs(centre - stands))
    const distance = Math.min(...distances)
    const column = distances.indexOf(distance)
    const next = (at[at.length - 1] ?? -1) + 1
    const isOpen = column < next || (column > next && mayBePushed(piece))
    if (isOpen || distance > pitch / NEAR) return undefined
    at.push(column)
    residual = Math.max(residual, distance)
  }
  return { at, residual }
}

/** The column of every piece; undefined where one is open. */
export const columnsOf = (pieces: Row, columns: Columns): number[] | undefined => fitOf(pieces, columns)?.at

/** Columns, and how much speaks for them. */
interface Candidate {
  columns: Columns
  fits: number
  residual: number
}

/** How many lines speak for columns, and how well; columns that half of the lines do not speak for are none. */
function judged(columns: Columns, lines: readonly Row[]): Candidate[] {
  const able = lines.filter((line) => !isCrowded(line, columns))
  const nearest = Math.max(ROUNDED, columns.pitch / NEAREST)
  const residuals = able.flatMap((line) => fitOf(line, columns)?.residual ?? []).filter((far) => far <= nearest)
  if (residuals.length === 0 || residuals.length < able.length / 2) return []
  return [{ columns, fits: residuals.length, residual: residuals.reduce((a, b) => Math.max(a, b)) }]
}

const better = (a: Candidate, b: Candidate): Candidate =>
  b.fits > a.fits || (b.fits === a.fits && b.residual < a.residual) ? b : a

/** A measure that much fewer lines speak for, or by which they stand so much farther off, is not the one. */
const isWorse = (one: Candidate, other: Candidate): boolean =>
  one.fits < other.fits * 0.75 || (other.fits >= one.fits / 2 && one.residual > 3 * other.residual + 1)

const MOST_TEMPLATES = 8
const MOST_ROWS = 60

/** The ways in which the columns of a table may stand; none where nothing shows them. */
export type Places = readonly Columns[]

/** Where columns stand by lines that have a piece in each, so that the most of the other lines fit. */
export function placesOf(templates: readonly Row[], rows: readonly Row[]): Places {
  const clear = templates.filter((template) => !template.some(mayBePushed)).slice(0, MOST_TEMPLATES)
  const lines = [...new Set([...clear, ...rows.slice(0, MOST_ROWS)])]
  const candidates = units.flatMap((unit) =>
    ALIGNMENTS.flatMap((alignment) => {
      const found = clear.flatMap((template) => {
        const others = lines.filter((line) => line !== template)
        return judged(shownBy(template, unit, alignment), others)
      })
      return found.length > 0 ? [found.reduce(better)] : []
    }),
  )
  return candidates.filter((one) => !candidates.some((other) => isWorse(one, other))).map(({ columns }) => columns)
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
