/** What is wrong with the layout, told once for each tab and kind of damage. */
import type { TableId } from '../form'
import { tabNames } from '../words/tabs'
import { workbookWords as words } from '../words/workbook'
import { a1, columnLetters } from './address'
import type { Axis, TableReading } from './read-table'
import type { SheetView } from './sheet-view'
import type { LayoutFinding, LayoutRule, TabKey } from './types'

const own = words.layoutFinding

function finding(rule: LayoutRule, severity: LayoutFinding['severity'], message: string, why: string): LayoutFinding {
  return {
    rule,
    severity,
    outcome: 'fail',
    cells: [],
    message,
    why,
    source: own.source,
    fingerprint: `${rule}|${message}`,
  }
}

export const notOurs = (): LayoutFinding => finding('LAYOUT.NOT_OURS', 'error', own.notOurs, own.notOursWhy)

const SHOWN = 5

function joined(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN).join(own.listSeparator)
  return items.length > SHOWN ? shown + own.more(items.length) : shown
}

const axisName = (axis: Axis): string => (axis === 'row' ? own.row : own.column)
const quotedLabels = (items: readonly { label: string }[]) =>
  joined(items.map(({ label }) => (label === '' ? own.figuresRow : own.quoted(label))))
const lineName = (axis: Axis, line: number) => (axis === 'row' ? own.rowAt(line) : own.columnAt(columnLetters(line)))

export function tabMissing(key: TabKey): LayoutFinding {
  const isFigures = key === 'table2' || key === 'table3' || key === 'table4'
  const isText = key === 'basics' || key === 'overview' || key === 'problems' || key === 'other'
  const { figures, text, lastYear, machine } = own.tabMissingWhat
  const what = isFigures ? figures : isText ? text : key === 'lastYear' ? lastYear : machine
  const severity = isFigures || isText ? 'error' : key === 'lastYear' ? 'warning' : 'info'
  return finding('LAYOUT.TAB_MISSING', severity, own.tabMissing(tabNames[key], what), own.tabMissingWhy)
}

export function tabRenamed(key: TabKey, now: string): LayoutFinding {
  return finding('LAYOUT.TAB_RENAMED', 'info', own.tabRenamed(tabNames[key], now), own.tabRenamedWhy)
}

/** A second tab of a table, with the cells in which the two differ. */
export function tabTwice(table: TableId, copy: string, differing: readonly string[]): LayoutFinding {
  const severity = differing.length === 0 ? 'info' : 'warning'
  return finding('LAYOUT.TAB_TWICE', severity, own.tabTwice(tabNames[table], copy, joined(differing)), own.tabTwiceWhy)
}

/** Several tabs of a table, none of which was read. */
export const tabsAlike = (table: TableId, copies: readonly string[]): LayoutFinding =>
  finding('LAYOUT.TAB_TWICE', 'error', own.tabsAlike(tabNames[table], joined(copies.map(own.quoted))), own.tabTwiceWhy)

/** The label of a field or list is missing, so its content could not be read. */
export function labelsMissing(tab: string, labels: readonly string[]): LayoutFinding {
  const problem = own.missing(own.row, joined(labels.map(own.quoted)))
  return finding('LAYOUT.LABEL_MISSING', 'error', own.labelError(tab, problem), own.labelErrorWhy)
}

export function labelsDamaged(tab: string, labels: readonly string[]): LayoutFinding {
  return finding('LAYOUT.LABEL_DAMAGED', 'warning', own.damaged(tab, joined(labels.map(own.quoted))), own.damagedWhy)
}

function labelProblems({ missing, doubled }: TableReading): string[] {
  const axes: Axis[] = ['row', 'column']
  return [
    ...doubled.map(({ axis, label, lines }) =>
      own.doubled(axisName(axis), label, lines.map((line) => lineName(axis, line)).join(own.listSeparator)),
    ),
    ...axes.flatMap((axis) => {
      const of = missing.filter((entry) => entry.axis === axis)
      return of.length === 0 ? [] : [own.missing(axisName(axis), quotedLabels(of))]
    }),
  ]
}

function damaged(tab: string, { guessed, headings }: TableReading): LayoutFinding[] {
  if (guessed.length > 0) return [labelsDamaged(tab, [...guessed.map(({ label }) => label), ...headings])]
  if (headings.length === 0) return []
  const message = own.damagedHeading(tab, joined(headings.map(own.quoted)))
  return [finding('LAYOUT.LABEL_DAMAGED', 'warning', message, own.damagedWhy)]
}

function extra(tab: string, view: SheetView, { extraRows, extraColumns, strays }: TableReading): LayoutFinding[] {
  if (extraRows.length + extraColumns.length + strays.length === 0) return []
  const lines = [
    ...extraRows.map((row) => lineName('row', row)),
    ...extraColumns.map((column) => lineName('column', column)),
  ]
  const what = lines.length === 0 ? own.extraContent : joined(lines)
  if (strays.length === 0) return [finding('LAYOUT.EXTRA', 'info', own.extraEmpty(tab, what), own.extraWhy)]
  const quotes = joined(strays.map((at) => own.cellAt(a1(at), String(view.valueAt(at)))))
  return [finding('LAYOUT.EXTRA', 'warning', own.extraFilled(tab, what, quotes), own.extraWhy)]
}

/** One error for all labels of a table that cannot be placed. Without such an error the smaller faults are told. */
export function tableFindings(tab: string, view: SheetView, reading: TableReading): LayoutFinding[] {
  const problems = labelProblems(reading)
  if (problems.length > 0) {
    const rule = reading.doubled.length > 0 ? 'LAYOUT.LABEL_DOUBLED' : 'LAYOUT.LABEL_MISSING'
    return [finding(rule, 'error', own.labelError(tab, problems.join(own.problemSeparator)), own.labelErrorWhy)]
  }
  const { moved } = reading
  const order = own.order(tab, quotedLabels(moved))
  return [
    ...damaged(tab, reading),
    ...(moved.length > 0 ? [finding('LAYOUT.ORDER', 'warning', order, own.orderWhy)] : []),
    ...extra(tab, view, reading),
  ]
}
