import { edition2021 as form, figures, type CellId, type Figure } from '../form'
import { isExactDecimal, writtenForm, type CellValue, type Meaning } from '../report'
import { checkMessages as words, repairLabels, ruleWords, type RuleId } from '../words/checks'
import { positionOf } from './equations'
import type { CellChange, Finding, Repair, Severity } from './finding'
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
  repair?: {
    kind: Repair['kind']
    label(place: string, numbers: readonly string[]): string
    /** For the same written in many rows. */
    habit(raw: string, count: number, to: string): string
  }
}

/** Milder for 规章: few bodies may make any, and the others commonly write `/`. */
const rulesRow = (figure: Figure): Severity => (figure.row === 'regulations' ? 'info' : 'warning')

const valueRuleList: readonly ValueRule[] = [
  { id: 'V.UNREADABLE', severity: 'error' },
  { id: 'V.UNSAFE', severity: 'error' },
  { id: 'V.NEGATIVE', severity: 'error' },
  { id: 'V.DECIMAL', severity: 'error' },
  { id: 'V.NOT_APPLICABLE', severity: 'warning', severityIn: rulesRow },
  {
    id: 'V.ANNOTATED',
    severity: 'warning',
    repair: { kind: 'ask', label: repairLabels.bare, habit: repairLabels.bareHabit },
  },
  {
    id: 'V.REWRITTEN',
    severity: 'warning',
    repair: { kind: 'safe', label: repairLabels.plain, habit: repairLabels.habit },
  },
]

type Row = readonly [Faulty, ...Faulty[]]
type Named = ValueRule & { source: string }

function faultFinding(rule: Named, faulty: readonly Faulty[], message: string, severity: Severity): Finding {
  const [first, second] = faulty
  return findingOf(rule, {
    cells: faulty.map(({ figure }) => ({ id: figure.id, role: 'figure' })),
    values: faulty.map(({ value }) => value),
    message,
    severity,
    details: first && !second ? { actual: first.value } : {},
  })
}

const severityOf = (rule: ValueRule, [{ figure }]: Row): Severity => rule.severityIn?.(figure) ?? rule.severity

function rowFinding(rule: Named, row: Row): Finding {
  const [{ figure }] = row
  const written = row.map(({ figure, value }) => ({ column: figure.columnLabel, raw: writtenForm(value) }))
  return faultFinding(rule, row, words.written(rowPlaceOf(figure.id), written), severityOf(rule, row))
}

/** So many rows written the same way are a habit, told once. */
const HABIT = 4

/** What every cell of a row is written as; null where they differ. */
function sameIn(row: Row): string | null {
  const [first, ...others] = row.map(({ value }) => writtenForm(value))
  return first !== undefined && others.every((other) => other === first) ? first : null
}

function habitFinding(rule: Named, rows: readonly Row[]): Finding[] {
  const [first] = rows
  if (!first) return []
  const raw = writtenForm(first[0].value)
  const faulty = rows.flat()
  const message = words.habit(rowPlaceOf(first[0].figure.id), raw, rows.length, faulty.length)
  return [faultFinding(rule, faulty, message, severityOf(rule, first))]
}

/** One finding a row, or one for all rows written the same way where there are many: 31 rows of “/”. */
function findingsOf(rule: Named, rows: readonly Row[]): Finding[] {
  const habits = new Map<string, Row[]>()
  for (const row of rows) {
    const raw = sameIn(row)
    const key = raw === null ? null : `${severityOf(rule, row)} ${raw}`
    if (key !== null) habits.set(key, [...(habits.get(key) ?? []), row])
  }
  const many = [...habits.values()].filter((same) => same.length >= HABIT)
  const told = new Set(many.flat())
  return [
    ...many.flatMap((same) => habitFinding(rule, same)),
    ...rows.filter((row) => !told.has(row)).map((row) => rowFinding(rule, row)),
  ]
}

/** The label of the repair: the cell, the row, or how often the same was written. */
function labelOf(repair: NonNullable<ValueRule['repair']>, changes: readonly CellChange[], first: CellId): string {
  const [one] = changes
  const rows = new Set(changes.map(({ cell }) => rowPlaceOf(cell)))
  if (one && rows.size > 1) return repair.habit(writtenForm(one.from), changes.length, writtenForm(one.to))
  const place = changes.length === 1 ? placeOf(first) : rowPlaceOf(first)
  return repair.label(
    place,
    changes.map(({ to }) => writtenForm(to)),
  )
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
  const label = labelOf(rule.repair, changes, first.id)
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
    check: (subject) => findingsOf(rule, byRow(faultyFigures(subject, rule.id))),
    ...(rule.repair && { repairs: (subject: Subject, finding: Finding) => toNumbers(rule, subject, finding) }),
  }
}

/** Rules about how a single figure is written. */
export const valueRules: readonly Rule[] = valueRuleList.map(valueRule)
