import type {
  CellErrorValue,
  CellFormulaValue,
  CellValue,
  DataValidation,
  Style,
  Worksheet,
} from '@cj-tech-master/excelts'
import { a1, areaA1 } from '../../workbook'
import { cellAt, cellKey, eachCell, eachPosition, positionOf } from '../book'
import type { Area, Cell, Comment, Sheet, Validation } from '../book'
import { noteWith } from './notes/comments'
import { tooLong } from './error'
import { fittedRows } from './fit-rows'
import { toFileLink } from './links'
import { isLocked } from './locks'
import { escapedText, withoutUnholdable } from './escapes'
import { toFileStyle } from './styles'
import { DEFAULT_HEIGHT, digitsOf, pointsOf } from './units'
import { dateOfSerial, isErrorText } from './values'

const MAX_TEXT = 32767
const MAX_HINT = 255
const DATE_FORMAT = 'yyyy-mm-dd'

function resultOf(value: Cell['value']): CellFormulaValue['result'] {
  if (typeof value === 'object') return dateOfSerial(value.date)
  if (isErrorText(value)) return { error: value as CellErrorValue['error'] }
  return typeof value === 'string' ? withoutUnholdable(value) : value
}

function valueOf(cell: Cell, names: ReadonlyMap<number, string>): CellValue {
  if (cell.formula !== undefined) {
    const result = resultOf(cell.value)
    const formula = withoutUnholdable(toFileLink(cell.formula.slice(1), names))
    return { formula, ...(result !== undefined && { result }) }
  }
  if (typeof cell.value === 'object') return dateOfSerial(cell.value.date)
  return typeof cell.value === 'string' ? escapedText(cell.value) : (cell.value ?? null)
}

/** The look of a cell in the file. */
export function fileStyleOf(sheet: Sheet, { value, style }: Cell, row: number, column: number): Partial<Style> {
  const isDate = typeof value === 'object'
  const shown = isDate && !style?.numberFormat ? { ...style, numberFormat: DATE_FORMAT } : style
  return toFileStyle(shown ?? {}, isLocked(sheet.protections, row, column))
}

function writeCells(target: Worksheet, sheet: Sheet, names: ReadonlyMap<number, string>): void {
  eachCell(sheet.cells, (cell, row, column) => {
    const address = a1({ row, column })
    if (typeof cell.value === 'string' && cell.value.length > MAX_TEXT) throw tooLong(sheet.name, address)
    const written = target.getCell(address)
    // A merged cell's value is its first cell's; writing the others would overwrite it.
    if (!written.isMerged || written.master.address === address) written.value = valueOf(cell, names)
    written.style = fileStyleOf(sheet, cell, row, column)
    if (cell.note) written.note = escapedText(cell.note)
  })
}

/** The part of an area that the tab has. */
export function clipped(area: Area, { rows, columns }: Sheet): Area {
  return {
    ...area,
    rows: Math.min(area.rows, rows - area.row + 1),
    columns: Math.min(area.columns, columns - area.column + 1),
  }
}

/**
 * A file can protect a whole sheet only; where people write freely that would keep them from adding rows. So a tab is
 * protected in the file where it is protected as a whole, and protections of single areas are carried beside it.
 */
function writeProtection(target: Worksheet, sheet: Sheet): void {
  const whole = sheet.protections.filter(({ area }) => !area)
  if (whole.length === 0) return
  // No password: the lock is against slips, and an office can always lift it.
  target.sheetProtection = { sheet: true, formatColumns: true, formatRows: true }
  const open = toFileStyle({}, false)
  for (const area of whole.flatMap((protection) => protection.open)) {
    eachPosition(clipped(area, sheet), (row, column) => {
      if (!isLocked(sheet.protections, row, column)) target.getCell(row, column).style = open
    })
  }
}

function criterion({ rule }: Validation): Pick<Extract<DataValidation, { formulae: unknown }>, 'type' | 'formulae'> {
  switch (rule.kind) {
    case 'wholeNumber':
      return { type: 'whole', formulae: [rule.min] }
    case 'decimal':
      return { type: 'decimal', formulae: [rule.min] }
    case 'list':
      return { type: 'list', formulae: [`"${rule.values.join(',')}"`] }
    case 'formula':
      return { type: 'custom', formulae: [rule.formula.replace(/^=/, '')] }
  }
}

function writeValidations(target: Worksheet, sheet: Sheet): void {
  for (const validation of sheet.validations) {
    const hint = validation.help?.slice(0, MAX_HINT)
    const rule: DataValidation = {
      ...criterion(validation),
      ...(/Number|decimal/.test(validation.rule.kind) && { operator: 'greaterThanOrEqual' }),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: validation.allowInvalid ? 'warning' : 'stop',
      ...(hint && { showInputMessage: true, prompt: hint, error: hint }),
    }
    // As a range, never cell by cell: the library joins equal neighbours into ranges that overlap.
    target.dataValidations.add(`range:${areaA1(validation.area)}`, rule)
  }
}

function writeGrid(target: Worksheet, sheet: Sheet): void {
  for (const [column, pixels] of Object.entries(sheet.columnWidths)) {
    target.getColumn(Number(column)).width = digitsOf(pixels)
  }
  for (const [row, pixels] of Object.entries(fittedRows(sheet))) {
    // Not marked as set by hand: a program that fits rows may fit them anew.
    Object.assign(target.getRow(Number(row)), { height: pointsOf(pixels), customHeight: false })
  }
  for (const [row, pixels] of Object.entries(sheet.rowHeights)) {
    target.getRow(Number(row)).height = pointsOf(pixels)
  }
  for (const column of sheet.hiddenColumns) target.getColumn(column).hidden = true
  for (const row of sheet.hiddenRows) {
    // The library leaves out a row that has neither cells nor a height.
    Object.assign(target.getRow(row), { hidden: true, height: pointsOf(sheet.rowHeights[row] ?? DEFAULT_HEIGHT) })
  }
  for (const area of sheet.merges) target.mergeCellsWithoutStyle(areaA1(area))
}

function writeComments(target: Worksheet, sheet: Sheet, comments: readonly Comment[]): void {
  const byPlace = new Map<string, Comment[]>()
  for (const comment of comments) {
    const key = cellKey(comment.row, comment.column)
    const others = byPlace.get(key)
    if (others) others.push(comment)
    else byPlace.set(key, [comment])
  }
  for (const [key, here] of byPlace) {
    const { row, column } = positionOf(key)
    const cell = cellAt(sheet, row, column)
    const written = target.getCell(row, column)
    // A cell without value and style would be left out of the file, and its note with it.
    if (!cell) written.style = toFileStyle({}, isLocked(sheet.protections, row, column))
    written.note = escapedText(noteWith(cell?.note, here))
  }
}

/** Fills a new worksheet of the file with a tab. Throws an XlsxError for a text that .xlsx cannot hold. */
export function writeSheet(
  target: Worksheet,
  sheet: Sheet,
  names: ReadonlyMap<number, string>,
  comments: readonly Comment[],
): void {
  writeProtection(target, sheet)
  writeGrid(target, sheet)
  writeCells(target, sheet, names)
  writeComments(target, sheet, comments)
  writeValidations(target, sheet)
}
