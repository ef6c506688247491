import { edition2021, type CellId, type TableId } from '../form'
import { keyOf } from './key'
import { columnNames, isHeaderText } from './rows-of-form'

/**
 * How the columns of a table stand in a source. `named`: in another order than the form's; `at[i]` is the form's place
 * of the source's column i. `other`: a column of something else is among them, or their names do not say which is which.
 */
export type ColumnOrder = { kind: 'form' } | { kind: 'named'; at: readonly number[] } | { kind: 'other' }

const FORM: ColumnOrder = { kind: 'form' }
export const OTHER: ColumnOrder = { kind: 'other' }

type Names = readonly (readonly string[])[]
/** Lines of cells, as printed. */
export type Lines = readonly (readonly string[])[]

const keysOf = (names: Names): string[][] => names.map((spellings) => spellings.map(keyOf))

const placeAmong = (cell: string, keys: readonly string[][]): number => {
  const key = keyOf(cell)
  return key === '' ? -1 : keys.findIndex((spellings) => spellings.includes(key))
}

/** A merged cell may stand in each of its places. */
const withoutRepeats = (places: readonly number[]): number[] => places.filter((place, i) => place !== places[i - 1])

/** The places among the names that the cells of a line have, from left to right; other cells are left out. */
function placesIn(cells: readonly string[], names: Names): number[] {
  const keys = keysOf(names)
  return withoutRepeats(cells.map((cell) => placeAmong(cell, keys)).filter((place) => place >= 0))
}

/** The same for several lines, column by column; undefined where two names stand in one column. */
export function placesAcross(lines: Lines, names: Names): number[] | undefined {
  const keys = keysOf(names)
  const byColumn = new Map<number, number>()
  for (const cells of lines) {
    for (const [column, cell] of cells.entries()) {
      const place = placeAmong(cell, keys)
      if (place < 0) continue
      if ((byColumn.get(column) ?? place) !== place) return undefined
      byColumn.set(column, place)
    }
  }
  return withoutRepeats([...byColumn].sort(([one], [other]) => one - other).map(([, place]) => place))
}

const isAscending = (places: readonly number[]): boolean =>
  places.every((place, i) => i === 0 || (places[i - 1] ?? 0) < place)

/** Each of the first `count` places once. */
export const isComplete = (places: readonly number[], count: number): boolean =>
  places.length === count && new Set(places).size === count

export const named = (places: readonly number[]): ColumnOrder =>
  isAscending(places) ? FORM : { kind: 'named', at: places }

function orderInTable2(lines: Lines): ColumnOrder {
  const names = columnNames.table2
  const places = placesAcross(lines, names) ?? []
  if (isAscending(places)) return FORM
  return isComplete(places, names.length) ? named(places) : OTHER
}

const { organizationsHeading } = edition2021.table3
const applicants = columnNames.table3
const organizations = applicants.slice(1, -1)
/** As they stand above the five kinds of organizations. */
const applicantGroups = [applicants[0] ?? [], [organizationsHeading], applicants[applicants.length - 1] ?? []]

function orderInTable3(lines: Lines): ColumnOrder {
  const places = placesAcross(lines, applicants)
  if (places && isComplete(places, applicants.length)) return named(places)
  const isInOrder = (names: Names) => lines.every((cells) => isAscending(placesIn(cells, names)))
  return isInOrder(applicantGroups) && isInOrder(organizations) ? FORM : OTHER
}

export const disputes = edition2021.table4.groups.map(({ label }) => [label])
export const outcomes = columnNames.table4.slice(0, edition2021.table4.columns.length)

export const partsOf = (places: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(places.length / outcomes.length) }, (_, i) =>
    places.slice(i * outcomes.length, (i + 1) * outcomes.length),
  )

/** Of columns whose names are not all known: nothing speaks against the form's order. */
export function mayBeInOrder(cells: readonly string[]): boolean {
  const places = placesIn(cells, outcomes)
  const isJudged = places.length % outcomes.length === 0
  return isAscending(placesIn(cells, disputes)) && (!isJudged || partsOf(places).every(isAscending))
}

function orderInTable4(lines: Lines): ColumnOrder {
  const width = outcomes.length
  const groups = placesAcross(lines, disputes) ?? []
  const parts = partsOf(placesAcross(lines, outcomes) ?? [])
  const isKnown = isComplete(groups, disputes.length) && parts.length === groups.length
  if (!isKnown || !parts.every((part) => isComplete(part, width))) return lines.every(mayBeInOrder) ? FORM : OTHER
  return named(groups.flatMap((group, i) => (parts[i] ?? []).map((place) => group * width + place)))
}

const ORDERS: Readonly<Record<TableId, (lines: Lines) => ColumnOrder>> = {
  table2: orderInTable2,
  table3: orderInTable3,
  table4: orderInTable4,
}

/** A column of other years. No name of the form's columns begins so. */
const OTHER_YEARS = /^(?:上年|上一?年度|去年|前年|历年|累计|同比|较上年|比上年)/

export const isOfOtherYears = (cell: string): boolean => !isHeaderText(cell) && OTHER_YEARS.test(keyOf(cell))

/** In which order the columns stand whose names are in the lines above the figures. */
export function columnOrder(table: TableId, lines: Lines): ColumnOrder {
  return lines.some((cells) => cells.some(isOfOtherYears)) ? OTHER : ORDERS[table](lines)
}

/** The cells of a row of the form, as the source's columns stand. */
export function inSourceOrder(cells: readonly CellId[], order: ColumnOrder): readonly CellId[] {
  if (order.kind !== 'named' || order.at.length !== cells.length) return cells
  return order.at.map((place) => cells[place] as CellId)
}
