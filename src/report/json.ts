import { edition2021, figuresOfEdition, grids, type CellId, type Figure } from '../form'
import { reportWords as words } from '../words/report'
import { numberOf, writtenForm, type CellValue } from './cell-value'
import { nearestCellId } from './nearest-cell'
import { readFigure } from './read-figure'
import type { Narrative, Report, UnplacedRow } from './report'

/** The JSON is no report. The message is one Chinese line that says what is wrong and where. */
export class ReportShapeError extends Error {
  override name = 'ReportShapeError'
}

type JsonObject = Record<string, unknown>

const NARRATIVES = ['overview', 'problems', 'other'] as const
const KEYS = ['edition', 'unit', 'year', 'figures', 'narrative', 'unplaced']
/** `$schema` lets an editor check the file against the published schema. */
const ACCEPTED_KEYS = [...KEYS, '$schema']
const UNPLACED_KEYS = ['table', 'cells', 'written', 'place']

function fail(message: string): never {
  throw new ReportShapeError(message)
}

const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const objectAt = (where: string, json: unknown): JsonObject => (isObject(json) ? json : fail(words.object(where)))
const textAt = (where: string, json: unknown): string => (typeof json === 'string' ? json : fail(words.text(where)))
const listAt = (where: string, json: unknown): unknown[] => (Array.isArray(json) ? json : fail(words.list(where)))

const LONGEST_SHOWN = 40

function shown(json: unknown): string {
  const text = typeof json === 'number' ? String(json) : (JSON.stringify(json) ?? String(json))
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

function refuseOtherKeys(json: JsonObject, accepted: readonly string[], known: string): void {
  const other = Object.keys(json).find((key) => !accepted.includes(key))
  if (other !== undefined) fail(words.unknownKey(other, known))
}

function writtenValue(id: CellId, json: JsonObject): CellValue {
  refuseOtherKeys(json, ['raw', 'value'], 'raw, value')
  const raw = textAt(`figures.${id}.raw`, json.raw)
  const read = readFigure(raw)
  const { value } = json
  if (value === undefined) return read
  if (typeof value !== 'number') fail(words.figureType(`${id}.value`, shown(value)))
  const number = numberOf(read)
  if (number === value) return read
  if (number === null && read !== null) return { raw: writtenForm(read), value: value + 0 }
  return fail(words.contradiction(id, raw, number === null ? words.noNumber : String(number), value))
}

function parseValue(id: CellId, json: unknown): CellValue {
  if (json === null) return null
  if (typeof json === 'number' && Number.isFinite(json)) return json + 0
  if (typeof json === 'string') return readFigure(json)
  return isObject(json) ? writtenValue(id, json) : fail(words.figureType(id, shown(json)))
}

/** The figures that a report of an edition may hold, by id, in print order. */
type Known = ReadonlyMap<CellId, Figure>

const knownOf: ReadonlyMap<unknown, Known> = new Map(
  Object.entries(figuresOfEdition).map(([edition, list]) => [edition, new Map(list.map((entry) => [entry.id, entry]))]),
)

function parseFigures(json: unknown, known: Known): Record<CellId, CellValue> {
  const entries = Object.entries(objectAt('figures', json))
  return Object.fromEntries(
    entries.map(([id, value]) => {
      if (!known.has(id)) fail(words.unknownCell(id, nearestCellId(id, [...known.keys()])))
      return [id, parseValue(id, value)]
    }),
  )
}

function parseYear(json: unknown): number | null {
  if (json === undefined || json === null) return null
  const isYear = typeof json === 'number' && Number.isInteger(json) && json >= 1000 && json <= 9999
  return isYear ? json : fail(words.year(shown(json)))
}

function parseNarrative(json: unknown): Narrative {
  const given = objectAt('narrative', json ?? {})
  refuseOtherKeys(given, NARRATIVES, NARRATIVES.join(', '))
  const text = (id: (typeof NARRATIVES)[number]) => textAt(`narrative.${id}`, given[id] ?? '')
  return { overview: text('overview'), problems: text('problems'), other: text('other') }
}

function parseUnplaced(json: unknown, index: number, known: Known): UnplacedRow {
  const where = `unplaced[${index}]`
  const row = objectAt(where, json)
  refuseOtherKeys(row, UNPLACED_KEYS, UNPLACED_KEYS.join(', '))
  const tables = Object.values(grids).map((grid) => grid.table)
  const table = tables.find((id) => id === row.table) ?? fail(words.table(`${where}.table`, tables.join(', ')))
  const texts = (key: string) =>
    listAt(`${where}.${key}`, row[key]).map((item, i) => textAt(`${where}.${key}[${i}]`, item))
  const cells = texts('cells')
  const foreign = cells.find((id) => known.get(id)?.table !== table)
  if (foreign !== undefined) fail(words.foreignCell(`${where}.cells`, foreign))
  return { table, cells, written: texts('written'), place: textAt(`${where}.place`, row.place) }
}

/**
 * The report that a JSON value holds. `edition` and `figures` are required; a missing unit, year or narrative is empty.
 * A figure is a number, null, `{raw}`, `{raw, value}` or a plain text, which is read as if it stood in a table. A value
 * beside a text in which no number is read (`二十二`, 22) is somebody's reading of it and is kept; one that contradicts
 * the text is an error.
 * JSON itself cannot show trailing zeros or more digits than a double holds: write such a figure as text, `"12.50"`.
 *
 * @throws ReportShapeError
 */
export function parseReport(json: unknown): Report {
  if (!isObject(json) || json.figures === undefined || json.edition === undefined) return fail(words.notReport)
  const known = knownOf.get(json.edition) ?? fail(words.edition(shown(json.edition), edition2021.edition))
  refuseOtherKeys(json, ACCEPTED_KEYS, KEYS.join(', '))
  const report: Report = {
    edition: String(json.edition),
    unit: textAt('unit', json.unit ?? ''),
    year: parseYear(json.year),
    figures: parseFigures(json.figures, known),
    narrative: parseNarrative(json.narrative),
  }
  if (json.unplaced === undefined) return report
  const rows = listAt('unplaced', json.unplaced)
  return { ...report, unplaced: rows.map((row, index) => parseUnplaced(row, index, known)) }
}

const placesOf = new Map(
  [...knownOf].map(([edition, known]) => [edition, new Map([...known.keys()].map((id, index) => [id, index]))]),
)

/** The report as JSON text: keys and figures in the order of the form, two blanks a level, a line feed at the end. */
export function printReport(report: Report): string {
  const { edition, unit, year, figures, narrative, unplaced } = report
  const { overview, problems, other } = narrative
  const places = placesOf.get(edition)
  const placeOf = (id: CellId) => places?.get(id) ?? Infinity
  const inOrder = Object.entries(figures).sort(([a], [b]) => placeOf(a) - placeOf(b) || 0)
  const json = {
    edition,
    unit,
    year,
    figures: Object.fromEntries(inOrder),
    narrative: { overview, problems, other },
    ...(unplaced && { unplaced }),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}
