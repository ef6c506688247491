import { a1, contains, MOST_IN_CELL } from '../../workbook'
import { officeWords as words } from '../../words/office'
import { cellAt, eachPosition, isCovered, isTotalAt, isTotalEntry, protectionAt } from '../book'
import type { Area, Book, Scalar, Sheet } from '../book'
import type { EditBlock, EditRequest } from '../protocol'
import { OfficeError } from './error'

const mostCells = 20_000

const isScalar = (value: unknown): value is Scalar | null =>
  value === null ||
  ['string', 'boolean'].includes(typeof value) ||
  (typeof value === 'number' && Number.isFinite(value))

function checkedValues(values: EditBlock['values']): void {
  const columns = values[0]?.length ?? 0
  if (columns === 0 || values.some((row) => row.length !== columns)) throw new OfficeError('refused', words.ragged)
  const cells = values.flat()
  if (!cells.every(isScalar)) throw new OfficeError('refused', words.ragged)
  if (cells.some((value) => typeof value === 'string' && value.length > MOST_IN_CELL)) {
    throw new OfficeError('refused', words.longText(MOST_IN_CELL))
  }
}

/** Where one block of an edit goes. */
export interface Target {
  tab: Sheet
  area: Area
  values: EditBlock['values']
}

/** The tab and the cells of each block. Throws an OfficeError if the workbook has no such cells, or some are locked. */
export function targetsOf(book: Book, { more = [], isConfirmed, ...first }: EditRequest): Target[] {
  const targets = [first, ...more].map((block) => targetOf(book, block))
  const cells = targets.reduce((sum, { area }) => sum + area.rows * area.columns, 0)
  if (cells > mostCells) throw new OfficeError('refused', words.tooMany(mostCells))
  for (const target of targets) refuseLocked(target, isConfirmed === true && targets.length === 1)
  refuseCovered(targets)
  return targets
}

function targetOf(book: Book, { sheet, row, column, values }: EditBlock): Target {
  const tab = book.sheets.find(({ id }) => id === sheet)
  if (!tab) throw new OfficeError('conflict', words.noSheet)
  checkedValues(values)
  const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 }
  const isInside = [row, column].every((at) => Number.isInteger(at) && at >= 1)
  if (!isInside || row + area.rows - 1 > tab.rows || column + area.columns - 1 > tab.columns) {
    throw new OfficeError('refused', words.outside(tab.rows, tab.columns))
  }
  return { tab, area, values }
}

const isBlank = (value: Scalar | null | undefined): boolean => value === null || value === undefined || value === ''

/**
 * Beneath a merge nothing can stand: what is written there would be lost without a word. A blank that comes with the
 * merge's first cell, as in a paste of merged cells, says nothing.
 */
function refuseCovered(targets: readonly Target[]): void {
  let open = 0
  const covered: { tab: Sheet; row: number; column: number; isBlank: boolean }[] = []
  for (const { tab, area, values } of targets) {
    if (tab.merges.length === 0) open += 1
    else
      eachPosition(area, (row, column) => {
        if (!isCovered(tab, row, column)) open += 1
        else covered.push({ tab, row, column, isBlank: isBlank(values[row - area.row]?.[column - area.column]) })
      })
  }
  const lost = covered.find((cell) => !cell.isBlank) ?? (open === 0 ? covered[0] : undefined)
  if (!lost) return
  const first = lost.tab.merges.find((area) => contains(area, lost.row, lost.column))
  throw new OfficeError('refused', words.covered(a1(lost), first ? a1(first) : ''))
}

/** Refuses to overwrite a label, which would damage the layout, and a total that the person has not confirmed. */
function refuseLocked({ tab, area, values }: Target, isConfirmed: boolean): void {
  const isOne = area.rows === 1 && area.columns === 1
  eachPosition(area, (row, column) => {
    const protection = protectionAt(tab, row, column)
    // The bench refuses a lock that does more than warn, with its reason.
    if (!protection?.warningOnly) return
    if (!isTotalAt(tab, row, column)) throw new OfficeError('refused', words.lockedLabel(protection.description))
    if (!isConfirmed || !isOne) throw new OfficeError('refused', words.lockedTotal)
    const format = cellAt(tab, row, column)?.style?.numberFormat
    if (!isTotalEntry(values[0]?.[0] ?? null, format)) throw new OfficeError('refused', words.totalIsFigure)
  })
}
