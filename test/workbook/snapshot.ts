/** A workbook without a host: what the layout says, as a host would read it back. */
import { derivedTotals } from '../../src/report'
import { layout, readWorkbook, tabContents } from '../../src/workbook'
import type {
  Area,
  AreaValues,
  ReadValue,
  TabKey,
  TabSnapshot,
  WorkbookLayout,
  WorkbookSnapshot,
} from '../../src/workbook'

const { tabs: laidOut } = layout()
const nameOf = (key: TabKey) => laidOut.find((tab) => tab.key === key)?.name

/** Constants as they are, formulas with the result they have while nothing is filled in: blank. */
function snapshotOf({ tabs }: WorkbookLayout): WorkbookSnapshot {
  return {
    tabs: tabs.map((tab) => {
      const contents = tabContents(tab)
      const isFormula = (value: ReadValue) => typeof value === 'string' && value.startsWith('=')
      return {
        name: tab.name,
        values: contents.map((line) => line.map((value) => (isFormula(value) ? '' : value))),
        formulas: contents.map((line) => line.map((value) => (isFormula(value) ? String(value) : ''))),
      }
    }),
    names: tabs.flatMap((tab) => tab.names.map(({ name, area }) => ({ name, tab: tab.name, area: { ...area } }))),
  }
}

export const freshSnapshot = (): WorkbookSnapshot => snapshotOf(layout())

export function tabOf(snapshot: WorkbookSnapshot, key: TabKey): TabSnapshot {
  const found = snapshot.tabs.find((tab) => tab.name === nameOf(key))
  if (!found) throw new Error(`no tab ${key}`)
  return found
}

/** A copy of a tab, as programs name it; its named range stays with the original. */
export function copyTab(snapshot: WorkbookSnapshot, key: TabKey): TabSnapshot {
  const tab = tabOf(snapshot, key)
  const copy = { ...tab, name: `${tab.name} (2)`, values: tab.values.map((line) => [...line]) }
  snapshot.tabs.push(copy)
  return copy
}

/** Rows that a test may change: what was read of a tab before stays as it was, as with every host. */
export function ownRows(tab: TabSnapshot): ReadValue[][] {
  const rows = tab.values.map((line) => [...line])
  tab.values = rows
  return rows
}

export function setCell(tab: TabSnapshot, row: number, column: number, value: ReadValue): void {
  const line = tab.values[row - 1]
  if (!line) throw new Error(`no row ${row} on ${tab.name}`)
  const changed = [...line]
  changed[column - 1] = value
  tab.values = tab.values.map((one) => (one === line ? changed : one))
}

export function apply(snapshot: WorkbookSnapshot, areas: readonly AreaValues[]): void {
  for (const area of areas) {
    const tab = tabOf(snapshot, area.tab)
    area.values.forEach((line, r) => line.forEach((value, c) => setCell(tab, area.row + r, area.column + c, value)))
  }
}

/** Gives the cells of totals the value that their formulas would have. */
export function recalculate(snapshot: WorkbookSnapshot): void {
  const { report, places } = readWorkbook(snapshot)
  for (const [id, value] of Object.entries(derivedTotals(report))) {
    const place = places.get(id)
    if (place) setCell(tabOf(snapshot, place.tab), place.row, place.column, value ?? '')
  }
}

const matricesOf = (tab: TabSnapshot) =>
  (tab.formulas ? [ownRows(tab), tab.formulas] : [ownRows(tab)]) as (ReadValue | string)[][][]

function shiftNames(snapshot: WorkbookSnapshot, tab: string, change: (area: Area) => Area): void {
  for (const entry of snapshot.names) if (entry.tab === tab) entry.area = change(entry.area)
}

/** Inserts a blank row as a host does: named ranges that it stands in grow, those beneath move. */
export function insertRow(snapshot: WorkbookSnapshot, key: TabKey, before: number): void {
  const tab = tabOf(snapshot, key)
  const width = tab.values[0]?.length ?? 0
  for (const matrix of matricesOf(tab))
    matrix.splice(
      before - 1,
      0,
      Array.from({ length: width }, () => ''),
    )
  shiftNames(snapshot, tab.name, (area) => {
    if (before <= area.row) return { ...area, row: area.row + 1 }
    return before < area.row + area.rows ? { ...area, rows: area.rows + 1 } : area
  })
}

export function deleteRow(snapshot: WorkbookSnapshot, key: TabKey, row: number): void {
  const tab = tabOf(snapshot, key)
  for (const matrix of matricesOf(tab)) matrix.splice(row - 1, 1)
  shiftNames(snapshot, tab.name, (area) => {
    if (row < area.row) return { ...area, row: area.row - 1 }
    return row < area.row + area.rows ? { ...area, rows: area.rows - 1 } : area
  })
}

export function insertColumn(snapshot: WorkbookSnapshot, key: TabKey, before: number): void {
  const tab = tabOf(snapshot, key)
  for (const matrix of matricesOf(tab)) for (const line of matrix) line.splice(before - 1, 0, '')
  shiftNames(snapshot, tab.name, (area) => {
    if (before <= area.column) return { ...area, column: area.column + 1 }
    return before < area.column + area.columns ? { ...area, columns: area.columns + 1 } : area
  })
}

export function deleteColumn(snapshot: WorkbookSnapshot, key: TabKey, column: number): void {
  const tab = tabOf(snapshot, key)
  for (const matrix of matricesOf(tab)) for (const line of matrix) line.splice(column - 1, 1)
  shiftNames(snapshot, tab.name, (area) =>
    column < area.column + area.columns ? { ...area, columns: area.columns - 1 } : area,
  )
}

/** Moves a column's cells from row `from` down, as dragging it does; the headings above it stay. */
export function moveColumn(snapshot: WorkbookSnapshot, key: TabKey, column: number, to: number): void {
  for (const line of ownRows(tabOf(snapshot, key))) {
    const [cell = ''] = line.splice(column - 1, 1)
    line.splice(to - 1, 0, cell)
  }
}

export function swapCells(tab: TabSnapshot, a: readonly [number, number], b: readonly [number, number]): void {
  const valueAt = ([row, column]: readonly [number, number]) => tab.values[row - 1]?.[column - 1] ?? ''
  const [first, second] = [valueAt(a), valueAt(b)]
  setCell(tab, a[0], a[1], second)
  setCell(tab, b[0], b[1], first)
}

export function renameTab(snapshot: WorkbookSnapshot, key: TabKey, to: string): void {
  const tab = tabOf(snapshot, key)
  for (const entry of snapshot.names) if (entry.tab === tab.name) entry.tab = to
  tab.name = to
}

/** A host deletes the named ranges with the tab. */
export function deleteTab(snapshot: WorkbookSnapshot, key: TabKey): void {
  const { name } = tabOf(snapshot, key)
  snapshot.tabs = snapshot.tabs.filter((tab) => tab.name !== name)
  snapshot.names = snapshot.names.filter(({ tab }) => tab !== name)
}
