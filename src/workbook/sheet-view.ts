/** A tab as read, looked at by position. */
import { positionsOf } from './areas'
import { normalised } from './labels'
import type { Area, Position, ReadValue, TabSnapshot } from './types'

export interface SheetView {
  name: string
  /** From the first cell to the last used row and column. */
  whole: Area
  /** Row by row; nobody may change them. */
  rows: TabSnapshot['values']
  valueAt(position: Position): ReadValue
  /** The formula of a cell, empty where there is none; null where formulas were not read. */
  formulaAt(position: Position): string | null
  /** Normalised text, empty for anything that is no text. */
  labelAt(position: Position): string
}

/** Nobody changes what was read: a tab that was not read anew is looked at through the same view. */
const views = new WeakMap<TabSnapshot['values'], SheetView>()

export function sheetView(tab: TabSnapshot): SheetView {
  const known = tab.formulas ? undefined : views.get(tab.values)
  if (known?.name === tab.name) return known
  const view = newView(tab)
  if (!tab.formulas) views.set(tab.values, view)
  return view
}

function newView({ name, values, formulas }: TabSnapshot): SheetView {
  const labels = new Map<string, string>()
  const labelOf = (text: string) => {
    const known = labels.get(text)
    if (known !== undefined) return known
    const label = normalised(text)
    labels.set(text, label)
    return label
  }
  const columns = values.reduce((most, line) => Math.max(most, line.length), 0)
  return {
    name,
    whole: { row: 1, column: 1, rows: values.length, columns },
    rows: values,
    valueAt: ({ row, column }) => values[row - 1]?.[column - 1] ?? '',
    formulaAt: ({ row, column }) => (formulas ? (formulas[row - 1]?.[column - 1] ?? '') : null),
    labelAt: ({ row, column }) => {
      const value = values[row - 1]?.[column - 1]
      return typeof value === 'string' && value !== '' ? labelOf(value) : ''
    },
  }
}

/** Where the values of two views differ. */
export function differingPositions(one: SheetView, other: SheetView): Position[] {
  const rows = Math.max(one.whole.rows, other.whole.rows)
  const columns = Math.max(one.whole.columns, other.whole.columns)
  return Array.from({ length: rows }, (_, at) => at + 1).flatMap((row) => {
    // Nobody changes what was read: after an edit all other rows are the very same ones.
    if (one.rows[row - 1] === other.rows[row - 1]) return []
    const line = positionsIn({ row, column: 1, rows: 1, columns })
    return line.filter((position) => one.valueAt(position) !== other.valueAt(position))
  })
}

/** The first cell with a label, however it is spaced and bracketed. */
export function labelled(view: SheetView, label: string): Position | undefined {
  const wanted = normalised(label)
  return positionsIn(view.whole).find((at) => view.labelAt(at) === wanted)
}

export const positionsIn = (area: Area): Position[] => positionsOf([area])

/** The rows from `first` to `last` of an area, none where `last` stands before `first`. */
export function rowsOf(area: Area, first: number, last: number): Area {
  return { ...area, row: first, rows: Math.max(0, last - first + 1) }
}

/** The columns from `first` to `last` of an area. */
export function columnsOf(area: Area, first: number, last: number): Area {
  return { ...area, column: first, columns: Math.max(0, last - first + 1) }
}

export const lastRow = (area: Area): number => area.row + area.rows - 1
export const lastColumn = (area: Area): number => area.column + area.columns - 1
