/** Writes that make, grow and rename tabs, merge cells and name areas. */
import { encloses, overlaps } from '../../../workbook'
import { runWords } from '../../../words/actions'
import { changeLines, eachPosition, insertSheet, renameSheet } from '../../book'
import type { Area, Sheet } from '../../book'
import { inside, tabOf } from './target'
import type { Of, Target } from './target'

/** How many columns a new tab has, as in Google Sheets. */
const NEW_TAB_COLUMNS = 26

/** A copy has all that the other tab holds, but for its protection and its names. */
function copyInto(sheet: Sheet, model: Sheet): void {
  const { id, name } = sheet
  Object.assign(sheet, structuredClone(model), { id, name, protections: [] })
}

export function insertTab(target: Target, { tab, index, columns, like }: Of<'insertTab'>): void {
  const { bench } = target
  const model = like === undefined ? undefined : tabOf(target, like)
  const sheet = insertSheet(bench.book, tab, index)
  if (model) copyInto(sheet, model)
  if (columns > NEW_TAB_COLUMNS) sheet.columns = Math.max(sheet.columns, columns)
  bench.calculator.touchAll()
}

/** Lines at the end of a tab; they look like the last one. */
function addLines({ bench }: Target, sheet: Sheet, axis: 'row' | 'column', count: number): void {
  if (count <= 0) return
  const last = axis === 'row' ? sheet.rows : sheet.columns
  changeLines(bench.book, sheet, { axis, kind: 'insert', at: last + 1, count }, last)
  bench.calculator.touchAll()
}

export function grow(target: Target, { tab, rows, columns }: Of<'grow'>): void {
  const sheet = tabOf(target, tab)
  addLines(target, sheet, 'row', rows - sheet.rows)
  addLines(target, sheet, 'column', columns - sheet.columns)
}

function partsOf(area: Area, direction: Of<'merge'>['direction']): Area[] {
  const { row, column, rows, columns } = area
  if (direction === 'across')
    return Array.from({ length: rows }, (_, down) => ({ row: row + down, column, rows: 1, columns }))
  if (direction === 'vertically')
    return Array.from({ length: columns }, (_, across) => ({ row, column: column + across, rows, columns: 1 }))
  return [{ row, column, rows, columns }]
}

/** Of the merged cells only the first keeps what it holds. */
function mergeOne({ cells }: Target, sheet: Sheet, area: Area): void {
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area))
  if (area.rows * area.columns === 1) return
  eachPosition(area, (row, column) => {
    if (row !== area.row || column !== area.column) cells.value(sheet, row, column, null)
  })
  sheet.merges.push(area)
}

export function merge(target: Target, { area, direction }: Of<'merge'>): void {
  const sheet = tabOf(target, area.tab)
  const half = sheet.merges.find((one) => overlaps(one, area) && !encloses(area, one))
  if (half) throw new Error(runWords.layoutChanged(sheet.name))
  for (const part of partsOf(inside(sheet, area), direction)) mergeOne(target, sheet, part)
}

export function name(target: Target, { name: wanted, area }: Of<'name'>): void {
  const { book, calculator } = target.bench
  const sheet = tabOf(target, area.tab)
  const { row, column, rows, columns } = inside(sheet, area)
  const others = book.names.filter((one) => one.name.toLowerCase() !== wanted.toLowerCase())
  book.names = [...others, { name: wanted, sheet: sheet.id, area: { row, column, rows, columns } }]
  calculator.touchAll()
}

export function renameTab(target: Target, { from, tab }: Of<'renameTab'>): void {
  const { book, calculator } = target.bench
  const sheet = tabOf(target, from)
  if (tab === sheet.name) return
  renameSheet(book, sheet, tab)
  calculator.touchAll()
}
