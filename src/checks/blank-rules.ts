import { edition2021 as form, figures, totalIdentities, type CellId, type Figure, type TableId } from '../form'
import { checkMessages as words, repairLabels, ruleWords } from '../words/checks'
import { positionOf } from './equations'
import type { CellChange, Finding, Repair } from './finding'
import { columnLabelOf, placeInTable, rowPlaceOf, tabOf } from './place'
import { findingOf, type Rule, type RuleHead } from './rule'
import type { Subject } from './subject'
import { byRow } from './value-rules'

const tables: readonly TableId[] = ['table2', 'table3', 'table4']
const inputs = figures.filter(({ kind }) => kind === 'input')

const isBlankAt = (subject: Subject, id: CellId): boolean =>
  subject.values[positionOf(id)] === null && !subject.open.has(id)

const hasBlanks = ({ odd, values }: Subject): boolean => odd.some((position) => values[position] === null)

const idsOf = (entries: readonly Figure[]) => entries.map(({ id }) => id)
const asFigures = (cells: readonly CellId[]) => cells.map((id) => ({ id, role: 'figure' as const }))
const blanks = (cells: readonly CellId[]) => cells.map(() => null)

const head = (id: 'V.BLANK' | 'V.TOTAL_BLANK') => ({ id, severity: 'error' as const, source: form.source })

function rowBlank(rule: RuleHead, row: readonly { figure: Figure }[]): Finding[] {
  const cells = row.map(({ figure }) => figure.id)
  const [first] = cells
  if (first === undefined) return []
  const message = words.blank(rowPlaceOf(first), cells.map(columnLabelOf))
  return [findingOf(rule, { cells: asFigures(cells), values: blanks(cells), message })]
}

/** The columns of a table in which every input is blank. */
function blankColumns(all: readonly Figure[], blank: readonly Figure[]): Set<string> {
  const heightOf = (entries: readonly Figure[], column: string) => entries.filter((at) => at.column === column).length
  const columns = new Set(blank.map(({ column }) => column))
  return new Set([...columns].filter((column) => heightOf(blank, column) === heightOf(all, column)))
}

function wholeBlank(rule: RuleHead, cells: readonly CellId[], message: string): Finding {
  return findingOf(rule, { cells: asFigures(cells), values: blanks(cells), message })
}

/** One finding for a table all blank, one for the blank columns of table 3, and one for each other row with blanks. */
function blankIn(rule: RuleHead, subject: Subject, table: TableId): Finding[] {
  const all = inputs.filter((figure) => figure.table === table)
  const blank = all.filter(({ id }) => isBlankAt(subject, id))
  if (blank.length === all.length) return [wholeBlank(rule, idsOf(blank), words.tableBlank(tabOf(table)))]
  const columns = table === 'table3' ? blankColumns(all, blank) : new Set<string>()
  const inColumns = blank.filter(({ column }) => columns.has(column))
  const labels = [...new Set(inColumns.map(({ columnLabel }) => columnLabel))]
  const rest = blank.filter(({ column }) => !columns.has(column)).map((figure) => ({ figure }))
  return [
    ...(labels.length > 0 ? [wholeBlank(rule, idsOf(inColumns), words.columnsBlank(tabOf(table), labels))] : []),
    ...byRow(rest).flatMap((row) => rowBlank(rule, row)),
  ]
}

function filledWithZeros({ cells, fingerprint }: Finding): Repair[] {
  const [first] = cells
  if (!first) return []
  const rows = new Set(cells.map(({ id }) => rowPlaceOf(id)))
  const table = figures[positionOf(first.id)]?.table ?? 'table2'
  const place = rows.size === 1 ? rowPlaceOf(first.id) : tabOf(table)
  const changes = cells.map(({ id }) => ({ cell: id, from: null, to: 0 }))
  return [{ kind: 'ask', label: repairLabels.zeros(place, cells.length), changes, resolves: [fingerprint] }]
}

/** An input left blank. The form says 没有的填0, but only the office knows whether there was nothing. */
const blankRule: Rule = {
  ...head('V.BLANK'),
  edition: form.edition,
  why: ruleWords['V.BLANK'].why,
  cells: inputs.map(({ id }) => id),
  onBlank: 'fail',
  check: (subject) => (hasBlanks(subject) ? tables.flatMap((table) => blankIn(head('V.BLANK'), subject, table)) : []),
  repairs: (_, finding) => filledWithZeros(finding),
}

/** Blank totals whose addends all have numbers, with their sums. A total filled here may be an addend of the next. */
function openTotals(subject: Subject): CellChange[] {
  const numbers = subject.numbers.slice()
  return totalIdentities.flatMap(({ left, right }) => {
    const total = right[0]?.cell
    if (total === undefined || !isBlankAt(subject, total)) return []
    const sum = left.reduce((sum, term) => sum + (numbers[positionOf(term.cell)] ?? NaN), 0)
    if (Number.isNaN(sum)) return []
    numbers[positionOf(total)] = sum
    return [{ cell: total, from: null, to: sum }]
  })
}

function totalsBlankIn(rule: RuleHead, subject: Subject, table: TableId): Finding[] {
  const cells = openTotals(subject)
    .map(({ cell }) => cell)
    .filter((cell) => figures[positionOf(cell)]?.table === table)
  if (cells.length === 0) return []
  const message = words.totalBlank(tabOf(table), cells.map(placeInTable))
  return [findingOf(rule, { cells: asFigures(cells), values: blanks(cells), message })]
}

function filledTotals(subject: Subject, { cells, fingerprint }: Finding): Repair[] {
  const changes = openTotals(subject).filter(({ cell }) => cells.some(({ id }) => id === cell))
  const table = figures[positionOf(cells[0]?.id ?? '')]?.table ?? 'table3'
  const label = repairLabels.totals(tabOf(table), changes.length)
  return [{ kind: 'ask', label, changes, resolves: [fingerprint] }]
}

const totalBlankRule: Rule = {
  ...head('V.TOTAL_BLANK'),
  edition: form.edition,
  why: ruleWords['V.TOTAL_BLANK'].why,
  cells: figures.filter(({ kind }) => kind === 'total').map(({ id }) => id),
  onBlank: 'fail',
  check: (subject) =>
    hasBlanks(subject) ? tables.flatMap((table) => totalsBlankIn(head('V.TOTAL_BLANK'), subject, table)) : [],
  repairs: filledTotals,
}

/** Rules about blank figures. */
export const blankRules: readonly Rule[] = [blankRule, totalBlankRule]
