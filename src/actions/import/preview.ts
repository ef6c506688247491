/** What an import would do, as plain JSON, before it is done. */
import { edition2021, figures as formFigures } from '../../form'
import { derivedTotals, isBlank, numberOf, plainDigits, writtenForm, type Report } from '../../report'
import { readWorkbook } from '../../workbook'
import type { WorkbookSnapshot } from '../../workbook'
import { importWords as words, type ImportTarget } from '../../words/import'
import { placeLabel } from '../place-label'
import { fitsProperty, type Undo } from '../sidebar/stored-undo'
import { remembered } from '../sidebar/undo'
import { choosePlacements, type RowChoice } from './choices'
import { findItems, foreignFigures, type ImportItem, type PlannedItem } from './items'
import { ImportError, type ImportedReport } from './source'

export interface ImportPreview {
  into: ImportTarget
  name: string
  unit: string
  year: number | null
  /** What speaks against this source, and what of it cannot be imported. */
  warnings: string[]
  /** Of reading the source, errors first. */
  findings: ImportedReport['findings']
  rows: RowChoice[]
  /** Totals of the source that its other figures do not add up to. */
  totals: string[]
  items: ImportItem[]
  /** How many cells hold already what the source says. */
  same: number
}

export interface Prepared extends ImportPreview {
  items: PlannedItem[]
}

export interface PreviewInput {
  into: ImportTarget
  source: ImportedReport
  /** Ids of the placements that a person chose. */
  choices: readonly string[]
  snapshot: WorkbookSnapshot
}

const plain = (unit: string): string => unit.normalize('NFKC').replace(/\s/g, '')

/** A short name is alike to the full one it ends. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a === '' || b === '' || a.endsWith(b) || b.endsWith(a)
}

function yearWarning(into: ImportTarget, year: number | null, own: number | null): string[] {
  if (into === 'lastYear' && year === null) return [words.warnings.lastYearUnknown]
  const expected = own === null ? year : own - (into === 'lastYear' ? 1 : 0)
  return year === null || expected === null || year === expected ? [] : [words.warnings[into](year, expected)]
}

const foreignWarning = (edition: string, figures: readonly string[]): string =>
  edition === edition2021.edition ? words.warnings.oneRow(figures) : words.warnings.edition(edition, figures)

function warningsOf(into: ImportTarget, report: Report, own: Report): string[] {
  const { edition, unit, year } = report
  const foreign = foreignFigures(report)
  return [
    ...yearWarning(into, year, own.year),
    ...(isAlike(unit, own.unit) ? [] : [words.warnings.unit(unit, own.unit)]),
    ...(foreign.length > 0 ? [foreignWarning(edition, foreign)] : []),
  ]
}

const sumText = (sum: number | null | undefined): string =>
  sum === undefined ? words.open : sum === null ? words.blank : plainDigits(sum)

/** Tells each stated total that differs from its sum, so that what was stated is not lost. */
function differingTotals(into: ImportTarget, report: Report): string[] {
  if (report.edition !== edition2021.edition) return []
  const sums = derivedTotals(report)
  return formFigures.flatMap(({ id, kind }) => {
    const stated = report.figures[id]
    if (kind !== 'total' || isBlank(stated) || numberOf(stated) === sums[id]) return []
    return [words.total(placeLabel(id, into === 'lastYear'), writtenForm(stated), sumText(sums[id]), into)]
  })
}

/** The old contents of the items' cells; null if they cannot be restored exactly. */
export function undoOfItems(items: readonly PlannedItem[], rest: Omit<Undo, 'cells'>): Undo | null {
  const cells = items.map(({ key, was, formula, value }) => {
    return { cell: key, was, formula, now: remembered(typeof value === 'string' ? value.replace(/^'/, '') : value) }
  })
  const undo = { ...rest, cells }
  return items.every(({ clears }) => clears.length === 0) && fitsProperty(undo) ? undo : null
}

/** Throws an ImportError where the workbook has no place for it at all. */
export function prepareImport({ into, source, choices, snapshot }: PreviewInput): Prepared {
  const reading = readWorkbook(snapshot)
  const places = into === 'lastYear' ? reading.lastYearPlaces : reading.places
  if (places.size === 0) throw new ImportError(words.notThere[into])
  const { report, rows } = choosePlacements(source.report, choices)
  const { items, same, homeless, tooLong } = findItems(into, report, { reading, snapshot })
  const isAllUndoable = undoOfItems(items, { time: '', user: '', label: source.name }) !== null
  const { unit, year } = report
  return {
    into,
    name: source.name,
    unit,
    year,
    items,
    same,
    rows,
    findings: source.findings,
    warnings: [
      ...warningsOf(into, report, reading.report),
      ...(homeless.length > 0 ? [words.warnings.homeless(homeless)] : []),
      ...tooLong.map(words.warnings.tooLong),
      ...(isAllUndoable ? [] : [words.warnings.noUndo]),
    ],
    totals: differingTotals(into, report),
  }
}

/** The part of it that the person sees. */
export function previewOf(prepared: Prepared): ImportPreview {
  return {
    ...prepared,
    items: prepared.items.map(({ id, tab, cell, place, stands, comes, replaces, origin }) => {
      return { id, tab, cell, place, stands, comes, replaces, origin }
    }),
  }
}
