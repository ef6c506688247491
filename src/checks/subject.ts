import { figures, figuresOfEdition, isCellId, narrativeIds, type CellId, type NarrativeId } from '../form'
import { fieldsIn, fillFields, type FilledText, type FieldInText } from '../narrative'
import { meaningOf, readFigure, type CellValue, type Meaning, type Report, type UnplacedRow } from '../report'
import { equations, positionOf, sidesOf, type Sides } from './equations'
import { asThreeRows, hasOneRow } from './one-row'

/** A part of a report that may not have been read. */
export type ReportPart = CellId | 'unit' | 'year' | NarrativeId

/**
 * `silent`: not judged and not reported, because there is no report of last year, or because a term could not be read
 * or belongs to a row that a person has yet to place: these have findings of their own.
 */
export type Verdict = Sides & { state: 'holds' | 'fails' | 'cannotJudge' | 'silent' }

/** A report made ready for the rules: every value understood once, every identity evaluated once. */
export interface Subject {
  edition: unknown
  /** （六）其他处理 was one row; it is judged as 3.其他. */
  hasOneRow: boolean
  unit: unknown
  year: unknown
  /** The narrative as it will be printed, its fields filled in. */
  narrative: Record<NarrativeId, string>
  /** The narrative as typed, the fields in it, and how it corresponds to `narrative`. */
  typed: Record<NarrativeId, string>
  fields: Record<NarrativeId, readonly FieldInText[]>
  filled: Record<NarrativeId, FilledText>
  /** By position in `figures`. */
  values: readonly CellValue[]
  meanings: readonly Meaning[]
  /** Positions of all figures that are not plain whole numbers from 0 on: in a clean report few or none. */
  odd: readonly number[]
  /** NaN where there is no number that can be summed exactly. */
  numbers: Float64Array
  lastYear: {
    year: unknown
    values: readonly CellValue[]
    numbers: Float64Array
    narrative: Record<NarrativeId, string>
  } | null
  /** Rows whose cells are all blank still. */
  unplaced: readonly UnplacedRow[]
  /** The cells of those rows, and those that could not be read. */
  open: ReadonlySet<CellId>
  unread: ReadonlySet<ReportPart>
  /** By position in `equations`. */
  verdicts: readonly Verdict[]
}

type Odd = Readonly<Record<string, unknown>>

const asObject = (value: unknown): Odd => (typeof value === 'object' && value !== null ? (value as Odd) : {})

/** A value from outside that is no figure, as text. */
function rawOf(value: unknown): string {
  return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
}

/** The value of a text and the number given with it. Where they contradict each other, the text counts. */
function writtenValue(raw: string, value: unknown): CellValue {
  const read = readFigure(raw)
  const own = typeof read === 'number' ? read : read?.value
  if (typeof value !== 'number' || !Number.isFinite(value) || own === value) return read
  return own === undefined && read !== null ? { raw, value } : { raw }
}

/** A figure as it came in, possibly from outside, as a CellValue. */
function valueOf(odd: unknown): CellValue {
  if (odd === null || odd === undefined) return null
  if (typeof odd === 'number' && Number.isFinite(odd)) return odd
  if (typeof odd === 'string') return readFigure(odd)
  const { raw, value } = asObject(odd)
  return typeof raw === 'string' ? writtenValue(raw, value) : { raw: rawOf(odd) }
}

function valuesOf(report: unknown): CellValue[] {
  const given = asObject(asObject(report)['figures'])
  return figures.map(({ id }) => valueOf(given[id]))
}

/** A number given with a text that is no numeral is somebody's reading of it, so the figure counts as annotated. */
function understood(value: CellValue): Meaning {
  const meaning = meaningOf(value)
  if (meaning.kind !== 'rewritten') return meaning
  const read = readFigure(meaning.raw)
  const isNumeral = typeof read === 'number' || read?.value !== undefined
  return isNumeral ? meaning : { ...meaning, kind: 'annotated' }
}

const isCount = (value: CellValue | undefined): boolean =>
  typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)

const numbersOf = (values: readonly CellValue[]): Float64Array =>
  Float64Array.from(values, (value) => {
    const number = typeof value === 'number' ? value : (value?.value ?? NaN)
    return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : NaN
  })

/** The table of every figure of any edition. */
const known = new Map(
  Object.values(figuresOfEdition).flatMap((list) => list.map(({ id, table }) => [id, table] as const)),
)

function unplacedOf(report: Odd, values: readonly CellValue[]): UnplacedRow[] {
  const given: unknown = report['unplaced']
  if (!Array.isArray(given)) return []
  return given.map(asObject).flatMap(({ cells, written, place }) => {
    if (!Array.isArray(cells) || !Array.isArray(written)) return []
    const ids = cells.filter((id): id is CellId => typeof id === 'string' && known.has(id))
    const table = known.get(ids[0] ?? '')
    const isOpen = ids.every((id) => (values[positionOf(id)] ?? null) === null)
    if (table === undefined || !isOpen) return []
    return [
      {
        table,
        cells: ids,
        written: written.map(rawOf),
        place: typeof place === 'string' ? place : '',
      },
    ]
  })
}

type Evaluated = Pick<Subject, 'numbers' | 'lastYear' | 'open'>

export function verdictsOf({ numbers, lastYear, open }: Evaluated): Verdict[] {
  return equations.map((equation) => {
    const isYearly = equation.terms.some((term) => term.isLastYear)
    const isOpen = open.size > 0 && equation.terms.some((term) => open.has(figures[term.position]?.id ?? ''))
    if (isOpen || (isYearly && lastYear === null)) return { state: 'silent', left: NaN, right: NaN }
    const sides = sidesOf(equation, numbers, lastYear?.numbers ?? numbers)
    if (Number.isNaN(sides.left) || Number.isNaN(sides.right)) return { ...sides, state: 'cannotJudge' }
    return { ...sides, state: Math.abs(sides.left - sides.right) < 1e-6 ? 'holds' : 'fails' }
  })
}

function narrativeOf(report: Odd): Record<NarrativeId, string> {
  const given = asObject(report['narrative'])
  const text = (id: NarrativeId) => (typeof given[id] === 'string' ? given[id] : '')
  return { overview: text('overview'), problems: text('problems'), other: text('other') }
}

type Texts = Pick<Subject, 'narrative' | 'typed' | 'fields' | 'filled'>

/** The parts of a report from outside that the fields need. */
function sourceOf(report: Odd, values: readonly CellValue[]): Report {
  const { unit, year } = report
  return {
    edition: '',
    unit: typeof unit === 'string' ? unit : '',
    year: typeof year === 'number' ? year : null,
    figures: Object.fromEntries(figures.map(({ id }, position) => [id, values[position] ?? null])),
    narrative: narrativeOf(report),
  }
}

const bySection = <T>(valueOf: (id: NarrativeId) => T): Record<NarrativeId, T> =>
  Object.fromEntries(narrativeIds.map((id) => [id, valueOf(id)])) as Record<NarrativeId, T>

function textsOf(report: Odd, values: readonly CellValue[], lastYear: readonly CellValue[] | null): Texts {
  const typed = narrativeOf(report)
  if (!narrativeIds.some((id) => typed[id].includes('【'))) {
    const filled = bySection((id): FilledText => ({ text: typed[id], unknown: [], spans: [] }))
    return { narrative: typed, typed, fields: bySection(() => []), filled }
  }
  const source = sourceOf(report, values)
  const before = lastYear && sourceOf({}, lastYear)
  const filled = bySection((id) => fillFields(typed[id], source, before))
  const fields = bySection((id) => fieldsIn(typed[id], source, before))
  return { narrative: bySection((id) => filled[id].text), typed, fields, filled }
}

/** Takes anything for a report: what it cannot use is blank or unreadable, never an exception. */
export function subjectOf(report: Report, lastYearReport: Report | null, unread: ReadonlySet<ReportPart>): Subject {
  const given = asObject(asThreeRows(report))
  const values = valuesOf(given)
  const unplaced = unplacedOf(given, values)
  const lastYearValues = lastYearReport === null ? null : valuesOf(asThreeRows(lastYearReport))
  const evaluated = {
    numbers: numbersOf(values),
    lastYear: lastYearValues && {
      year: asObject(lastYearReport)['year'],
      values: lastYearValues,
      numbers: numbersOf(lastYearValues),
      narrative: narrativeOf(asObject(lastYearReport)),
    },
    open: new Set([...unplaced.flatMap((row) => row.cells), ...[...unread].filter(isCellId)]),
  }
  return {
    edition: given['edition'],
    hasOneRow: hasOneRow(report),
    unit: given['unit'],
    year: given['year'],
    ...textsOf(given, values, lastYearValues),
    values,
    meanings: values.map(understood),
    odd: figures.flatMap((_, position) => (isCount(values[position]) ? [] : [position])),
    unplaced,
    unread,
    ...evaluated,
    verdicts: verdictsOf(evaluated),
  }
}
