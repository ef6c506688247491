/** Spreadsheet: the one workbook of the double. */
import { deleteSheet, insertSheet } from '../../../../src/desk/book'
import type { Sheet } from '../../../../src/desk/book'
import { faces } from './faces'
import { guard } from './guard'
import type { Has } from './kinds'
import { checkName, namedRangeFace } from './named-range'
import { insideRange, rangeFace } from './range'
import { running } from './running'
import { insideSheet, sheetFace } from './sheet'
import { checkSheetName } from './sheet-name'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet
type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Everything of the tab but its named ranges and protections. */
function copyContents(from: Sheet, to: Sheet): void {
  const { id, name } = to
  Object.assign(to, JSON.parse(JSON.stringify(from)), { id, name, protections: [] })
}

class DoubleSpreadsheet implements Pick<GoogleSpreadsheet, Has<'Spreadsheet'>> {
  getId(): string {
    return running().setup.spreadsheet.id
  }
  getSpreadsheetLocale(): string {
    return running().setup.spreadsheet.locale
  }
  getSpreadsheetTimeZone(): string {
    return running().setup.spreadsheet.timeZone
  }
  setSpreadsheetLocale(locale: string): void {
    running().setup.spreadsheet.locale = locale
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    running().setup.spreadsheet.timeZone = timeZone
  }
  getSheets(): GoogleSheet[] {
    return running().book.sheets.map(sheetFace)
  }
  getSheetByName(name: string): GoogleSheet | null {
    const sheet = running().book.sheets.find((one) => one.name === name)
    return sheet ? sheetFace(sheet) : null
  }
  /** At the index, from 0. */
  insertSheet(...[name, index, options]: unknown[]): GoogleSheet {
    const { book, calculator } = running()
    const given = options as { template: GoogleSheet } | undefined
    if (Number(index) < 0 || Number(index) > book.sheets.length) throw new Error('The sheet index is out of bounds.')
    checkSheetName(String(name))
    const sheet = insertSheet(book, String(name), Number(index))
    if (given) copyContents(insideSheet(given.template, 'insertSheet'), sheet)
    calculator.touchAll()
    return sheetFace(sheet)
  }
  /** Names in it stay, as at Google: they are broken. */
  deleteSheet(sheet: GoogleSheet): void {
    const { book, calculator } = running()
    if (book.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.")
    const { names } = book
    deleteSheet(book, insideSheet(sheet, 'deleteSheet'))
    book.names = names
    calculator.touchAll()
  }
  getCurrentCell(): GoogleRange {
    const { sheet, row, column } = running().active
    return rangeFace(sheet, { row, column, rows: 1, columns: 1 })
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return running().book.names.map(namedRangeFace)
  }
  setNamedRange(name: string, range: GoogleRange): void {
    const { book, calculator } = running()
    const { sheet, area } = insideRange(range, 'setNamedRange')
    checkName(name)
    const isOther = (one: { name: string }) => one.name.toLowerCase() !== name.toLowerCase()
    book.names = [...book.names.filter(isOther), { name, sheet: sheet.id, area }]
    Reflect.deleteProperty(running().setup.brokenNames, name)
    calculator.touchAll()
  }
  toast(message: string, title = ''): void {
    running().result.toasts.push({ message, title })
  }
}

export const spreadsheetFace = (): GoogleSpreadsheet => guard('Spreadsheet', new DoubleSpreadsheet())

faces.spreadsheet = spreadsheetFace
