import { edition2021 as form, figures, isCellId, type CellId } from '../form'
import { readFigure, writtenForm, type CellValue, type Report, type UnplacedRow } from '../report'
import { checkMessages as words, repairLabels, ruleWords } from '../words/checks'
import type { Finding, Repair } from './finding'
import { fingerprintOf } from './fingerprint'
import { asOneRow } from './one-row'
import { oneRowRule } from './one-row-rule'
import { columnLabelOf, rowLabelOf, tabOf } from './place'
import { placementsOf } from './placements'
import { soundRepairs } from './repairs'
import { findingOf, type Rule } from './rule'
import { subjectOf, type Subject } from './subject'

const head = { id: 'READ.RAGGED' as const, severity: 'error' as const, source: form.source }

/** Depends on the row alone: a change elsewhere may rule out a placement, but the finding stays the same. */
const fingerprintOfRow = ({ cells, written }: UnplacedRow): string => fingerprintOf([head.id, ...cells, ...written])

interface DescribedPlacement {
  row: UnplacedRow
  values: readonly CellValue[]
  /** The placement in Chinese: the figures of the cells on which the placements differ. */
  text: string
}

const isZero = (value: CellValue | undefined): boolean => writtenForm(value) === '0'

function partsOf(row: UnplacedRow, values: readonly CellValue[], places: readonly number[]): string[] {
  return places.map((place) => {
    const cell = row.cells[place] ?? ''
    return words.placementPart(rowLabelOf(cell), columnLabelOf(cell), writtenForm(values[place]))
  })
}

const differing = (placements: readonly (readonly CellValue[])[], row: UnplacedRow): number[] =>
  row.cells.map((_, i) => i).filter((i) => new Set(placements.map((values) => writtenForm(values[i]))).size > 1)

function describe(row: UnplacedRow, values: readonly CellValue[], places: readonly number[]): string {
  const telling = places.filter((i) => !isZero(values[i]))
  const parts = partsOf(row, values, telling.length > 0 ? telling : places)
  return parts.length > 0 ? words.placement(parts) : words.allZero
}

function describedPlacements(subject: Subject, row: UnplacedRow): DescribedPlacement[] {
  const placements = row.cells.every(isCellId) ? placementsOf(subject, row) : []
  const all = row.cells.map((_, i) => i)
  const places = placements.length > 1 ? differing(placements, row) : all.filter((i) => !isZero(placements[0]?.[i]))
  return placements.map((values) => ({ row, values, text: describe(row, values, places) }))
}

/** The row's cells, those on which the placements differ first: a person has to look there. */
function cellsInQuestion(row: UnplacedRow, placements: readonly DescribedPlacement[]): CellId[] {
  const places = differing(
    placements.map(({ values }) => values),
    row,
  )
  const first = places.flatMap((i) => row.cells[i] ?? [])
  return [...first, ...row.cells.filter((cell) => !first.includes(cell))]
}

/** Whether there are as many figures as cells: then another row or table may be meant instead of this one. */
const isCandidate = ({ cells, written }: UnplacedRow): boolean => cells.length === written.length

function raggedFinding(subject: Subject, row: UnplacedRow): Finding {
  const place = words.raggedPlace(tabOf(row.table), row.place)
  if (isCandidate(row)) {
    const cells = row.cells.map((id) => ({ id, role: 'figure' as const }))
    const finding = findingOf(head, { cells, values: [], message: words.candidate(place), advice: words.chooseOne })
    return { ...finding, fingerprint: fingerprintOfRow(row) }
  }
  const placements = describedPlacements(subject, row)
  const possible = placements.length > 0 ? words.placements(placements.map(({ text }) => text)) : words.noPlacement
  const finding = findingOf(head, {
    cells: cellsInQuestion(row, placements).map((id) => ({ id, role: 'figure' })),
    values: [],
    message: words.ragged(place, row.cells.length, row.written) + possible,
    details: { quote: row.written.join(' ') },
  })
  return { ...finding, fingerprint: fingerprintOfRow(row) }
}

function repairsOf(subject: Subject, finding: Finding): Repair[] {
  const rows = subject.unplaced.filter((row) => fingerprintOfRow(row) === finding.fingerprint)
  const [first] = rows
  if (first && isCandidate(first)) {
    const changes = first.cells.map((cell, i) => ({ cell, from: null, to: readFigure(first.written[i] ?? '') }))
    return [{ kind: 'ask', label: repairLabels.placement(first.place), changes, resolves: [finding.fingerprint] }]
  }
  return rows
    .flatMap((row) => describedPlacements(subject, row))
    .map(({ row, values, text }) => ({
      kind: 'ask',
      label: repairLabels.placement(text),
      changes: row.cells.map((cell, i) => ({ cell, from: null, to: values[i] ?? null })),
      resolves: [finding.fingerprint],
    }))
}

/** `READ.RAGGED`: a row with more or fewer figures than cells, so only a person can place them. */
export const raggedRule: Rule = {
  ...head,
  edition: form.edition,
  why: ruleWords[head.id].why,
  cells: figures.map(({ id }) => id),
  onBlank: 'silent',
  check: (subject) => subject.unplaced.map((row) => raggedFinding(subject, row)),
  repairs: repairsOf,
}

/** One finding for each row of the report that a person has yet to place or divide; `check` gives the same findings. */
export function raggedRows(report: Report): Finding[] {
  const subject = subjectOf(report, null, new Set())
  const findings = [...raggedRule.check(subject), ...oneRowRule.check(subject)]
  return subject.hasOneRow ? asOneRow({ findings, repairs: [] }).findings : findings
}

/** The placements of these rows that `check` offers, without the cost of all that it says besides. */
export function raggedPlacements(report: Report): Repair[] {
  const subject = subjectOf(report, null, new Set())
  const repairs = soundRepairs(subject, [raggedRule], raggedRule.check(subject))
  return subject.hasOneRow ? asOneRow({ findings: [], repairs }).repairs : repairs
}
