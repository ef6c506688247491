import { edition2021 as form, figures, type Figure } from '../form'
import { isExactDecimal, writtenForm, type CellValue, type Meaning } from '../report'
import { checkMessages as words, repairLabels, ruleWords, type RuleId } from '../words/checks'
import { positionOf } from './equations'
import type { Finding, Repair, Severity } from './finding'
import { placeOf, rowPlaceOf } from './place'
import { findingOf, type Rule } from './rule'
import type { Subject } from './subject'

/** The rule that a written figure breaks: only the gravest, so that no figure is reported twice. */
function faultOf(figure: Figure, meaning: Meaning): RuleId | null {
  if (meaning.kind === 'blank') return null
  if (meaning.kind === 'unreadable') return 'V.UNREADABLE'
  if (meaning.kind === 'notApplicable') return 'V.NOT_APPLICABLE'
  if (Math.abs(meaning.value) > Number.MAX_SAFE_INTEGER) return 'V.UNSAFE'
  if (meaning.value < 0) return 'V.NEGATIVE'
  if (figure.unit === 'count' && !Number.isInteger(meaning.value)) return 'V.DECIMAL'
  if (meaning.kind === 'annotated') return 'V.ANNOTATED'
  const isProperAmount = meaning.kind === 'rewritten' && figure.unit === 'amount' && isExactDecimal(meaning)
  return meaning.kind === 'rewritten' && !isProperAmount ? 'V.REWRITTEN' : null
}

interface Faulty {
  figure: Figure
  value: CellValue
}

/** Groups of figures that stand in one row, in the order of the form. */
export function byRow<T extends { figure: Figure }>(entries: readonly T[]): [T, ...T[]][] {
  const rows = new Map<string, [T, ...T[]]>()
  for (const entry of entries) {
    const key = `${entry.figure.table}.${entry.figure.row}`
    const row = rows.get(key)
    if (row) row.push(entry)
    else rows.set(key, [entry])
  }
  return [...rows.values()]
}

function faultyFigures({ odd, meanings, values }: Subject, rule: RuleId): Faulty[] {
  return odd.flatMap((position) => {
    const figure = figures[position]
    const meaning = meanings[position]
    const isFaulty = figure && meaning && faultOf(figure, meaning) === rule
    return isFaulty ? [{ figure, value: values[position] ?? null }] : []
  })
}

interface ValueRule {
  id: RuleId
  severity: Severity
  /** The severity at a figure, where it depends on the row. */
  severityIn?: (figure: Figure) => Severity
  /** The repair, for values that carry a number. */
  repair?: { kind: Repair['kind']; label(place: string, numbers: readonly string[]): string }
}

/** Milder for 规章: few bodies may make any, and the others commonly write `/`. */
const rulesRow = (figure: Figure): Severity => (figure.row === 'regulations' ? 'info' : 'warning')

const valueRuleList: readonly ValueRule[] = [
  { id: 'V.UNREADABLE', severity: 'error' },
  { id: 'V.UNSAFE', severity: 'error' },
  { id: 'V.NEGATIVE', severity: 'error' },
  { id: 'V.DECIMAL', severity: 'error' },
  { id: 'V.NOT_APPLICABLE', severity: 'warning', severityIn: rulesRow },
  { id: 'V.ANNOTATED', severity: 'warning', repair: { kind: 'ask', label: repairLabels.bare } },
  { id: 'V.REWRITTEN', severity: 'warning', repair: { kind: 'safe', label: repairLabels.plain } },
]

function rowFinding(rule: ValueRule & { source: string }, row: readonly [Faulty, ...Faulty[]]): Finding {
  const [{ figure }] = row
  const written = row.map(({ figure, value }) => ({ column: figure.columnLabel, raw: writtenForm(value) }))
  const [only, second] = row
  return findingOf(rule, {
    cells: row.map(({ figure }) => ({ id: figure.id, role: 'figure' })),
    values: row.map(({ value }) => value),
    message: words.written(rowPlaceOf(figure.id), written),
    severity: rule.severityIn?.(figure) ?? rule.severity,
    details: second ? {} : { actual: only.value },
  })
}

/** The cells of a finding rewritten as the bare numbers they stand for. */
function toNumbers(rule: ValueRule, subject: Subject, finding: Finding): Repair[] {
  const [first] = finding.cells
  if (!rule.repair || !first) return []
  const changes = finding.cells.flatMap(({ id }) => {
    const position = positionOf(id)
    const to = subject.numbers[position] ?? NaN
    return Number.isNaN(to) ? [] : [{ cell: id, from: subject.values[position] ?? null, to }]
  })
  const place = finding.cells.length === 1 ? placeOf(first.id) : rowPlaceOf(first.id)
  const label = rule.repair.label(
    place,
    changes.map(({ to }) => writtenForm(to)),
  )
  return [{ kind: rule.repair.kind, label, changes, resolves: [finding.fingerprint] }]
}

function valueRule(declared: ValueRule): Rule {
  const rule = { ...declared, source: form.source }
  return {
    id: rule.id,
    severity: rule.severity,
    source: rule.source,
    edition: form.edition,
    why: ruleWords[rule.id].why,
    cells: figures.map(({ id }) => id),
    onBlank: 'silent',
    check: (subject) => byRow(faultyFigures(subject, rule.id)).map((row) => rowFinding(rule, row)),
    ...(rule.repair && { repairs: (subject: Subject, finding: Finding) => toNumbers(rule, subject, finding) }),
  }
}

/** Rules about how a single figure is written. */
export const valueRules: readonly Rule[] = valueRuleList.map(valueRule)
