import type { CellId, TableId } from '../form'
import { writtenForm } from '../report'
import { placeInTable, type Finding, type Severity } from '../checks'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import { sourceFinding } from './findings'
import { yearOfCaptions } from './instances'
import { emptyReading, type TableReading } from './table-reading'

/** A table of the source that may be the one the form asks for. */
export interface Candidate {
  reading: TableReading
  /** Text above it, the nearest first. */
  captions: readonly string[]
  /** True if it is in the section that it belongs to. */
  isOwn: boolean
}

/** Unit and year as the report's title gives them. */
export interface Named {
  unit: string
  year: number | null
}

/** A person is offered at most so many tables to choose from. */
const MOST_OFFERED = 8

const placedCells = ({ figures }: TableReading) => Object.values(figures).filter((value) => value !== null).length
const openCells = ({ unplaced }: TableReading) => unplaced.reduce((sum, { cells }) => sum + cells.length, 0)
/** Whether a table has the form's columns; a comparison of years, with the same rows, has others. */
const isOfForm = ({ reading }: Candidate) => placedCells(reading) >= openCells(reading)
const placeOf = ({ reading }: Candidate) => reading.first?.place ?? ''
const contentOf = ({ reading: { figures, unplaced } }: Candidate) =>
  JSON.stringify([Object.entries(figures).sort(), unplaced.map(({ written }) => written)])

/** In which cells the figures of two or more tables differ, in words. */
function differing(candidates: readonly Candidate[]): string {
  const ids = [...new Set(candidates.flatMap(({ reading: { figures } }) => Object.keys(figures)))]
  const cells = ids.filter((id) => {
    const values = new Set(candidates.map(({ reading: { figures } }) => writtenForm(figures[id])))
    return values.size > 1
  })
  return words.differing(cells.map(placeInTable))
}

function told(table: TableId, severity: Severity, message: string, others: readonly Candidate[]): Finding {
  const rests = [table, ...others.map(placeOf)]
  const quote = others[0]?.captions[0]
  return sourceFinding('READ.TABLE_TWICE', severity, { message, rests, ...(quote !== undefined && { quote }) })
}

/** The only table whose captions name the report's year, or else its unit. */
function namedOne(
  candidates: readonly Candidate[],
  { unit, year }: Named,
): { chosen: Candidate; by: string } | undefined {
  const years = candidates.map(({ captions }) => yearOfCaptions(captions, year))
  const ofYear = candidates.filter((_, i) => years[i] === year)
  const [only] = ofYear
  if (year !== null && only && ofYear.length === 1) return { chosen: only, by: words.byYear(year) }
  const undated = candidates.filter((_, i) => years[i] === null)
  if (year !== null && undated.length === 1 && undated[0] && ofYear.length === 0) {
    return { chosen: undated[0], by: words.byOtherYears(year) }
  }
  const ofUnit = candidates.filter(({ captions }) => unit !== '' && captions.some((text) => text.includes(unit)))
  return ofUnit.length === 1 && ofUnit[0] ? { chosen: ofUnit[0], by: words.byUnit(unit) } : undefined
}

/** The rows of a table that cannot be offered with it, as their figures fit no cells. */
function raggedIn(table: TableId, { reading: { unplaced } }: Candidate): Finding[] {
  return unplaced.flatMap(({ cells, written, place }): Finding[] => {
    if (written.every((text) => text === '')) return []
    const message = words.raggedInOffer(tabNames[table], place, cells.length, written)
    return [sourceFinding('READ.TABLE_TWICE', 'warning', { message, rests: [...cells, ...written, place] })]
  })
}

/** Several equal tables: the cells stay blank, and a person chooses one of the tables. */
function leftOpen(table: TableId, candidates: readonly Candidate[]): TableReading {
  const reading = emptyReading(table)
  const cells = [...new Set(candidates.flatMap(({ reading: { figures } }) => Object.keys(figures)))]
  for (const cell of cells) reading.figures[cell as CellId] = null
  for (const candidate of candidates) candidate.reading.used.forEach((block) => reading.used.add(block))
  const offered = candidates.slice(0, MOST_OFFERED)
  reading.unplaced = offered.map((candidate) => ({
    table,
    cells,
    written: cells.map((cell) => writtenForm(candidate.reading.figures[cell])),
    place: words.tableAt(placeOf(candidate), candidate.captions[0]),
  }))
  const message = words.tablesOpen(tabNames[table], candidates.map(placeOf), differing(candidates))
  reading.findings = [
    told(table, 'error', message, candidates),
    // Whoever chooses one of the tables has to know what is left open in it, and why.
    ...offered.flatMap((candidate) => [...raggedIn(table, candidate), ...candidate.reading.findings]),
  ]
  const [first] = candidates
  if (first?.reading.first) reading.first = first.reading.first
  return reading
}

function withOthers(chosen: Candidate, others: readonly Candidate[], findings: readonly Finding[]): TableReading {
  const { reading } = chosen
  const used = new Set([...reading.used, ...others.flatMap((other) => [...other.reading.used])])
  return { ...reading, used, findings: [...reading.findings, ...findings] }
}

/** Which of several tables of a source is the form's. If that is doubtful, a finding says so. */
export function chooseTable(table: TableId, candidates: readonly Candidate[], named: Named): TableReading {
  const own = candidates.filter(({ isOwn }) => isOwn)
  const near = own.length > 0 ? own : candidates
  const formed = near.filter(isOfForm)
  const left = formed.length > 0 ? formed : near
  const [first] = left
  if (!first) return emptyReading(table)
  const tab = tabNames[table]
  const outside = candidates.filter(
    (candidate) => !left.includes(candidate) && isOfForm(candidate) && placedCells(candidate.reading) > 0,
  )
  const strange = candidates.filter((candidate) => !left.includes(candidate) && !outside.includes(candidate))
  const findings = [
    ...(outside.length > 0 ? [told(table, 'info', words.tablesElsewhere(tab, outside.map(placeOf)), outside)] : []),
    ...(strange.length > 0 ? [told(table, 'info', words.tablesStrange(tab, strange.map(placeOf)), strange)] : []),
  ]
  const all = candidates.filter((candidate) => candidate !== first)
  if (left.length === 1) return withOthers(first, all, findings)
  const distinct = [...new Map(left.map((candidate) => [contentOf(candidate), candidate])).values()]
  if (distinct.length === 1) {
    return withOthers(first, all, [told(table, 'warning', words.tablesSame(tab, left.map(placeOf)), left), ...findings])
  }
  const named1 = namedOne(left, named)
  if (!named1) return withOthers({ ...first, reading: leftOpen(table, left) }, candidates, findings)
  const others = candidates.filter((candidate) => candidate !== named1.chosen)
  const message = words.tableChosen(tab, placeOf(named1.chosen), named1.by, left.length, differing(left))
  return withOthers(named1.chosen, others, [told(table, 'warning', message, left), ...findings])
}
