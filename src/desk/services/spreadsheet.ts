/** Spreadsheet: the one workbook of the desk. */
import { deleteSheet, insertSheet, moveSheet, sheetNamed } from '../book'
import type { Sheet } from '../book'
import { ProtectionType } from './enums'
import { faces } from './faces'
import { guard } from './guard'
import type { Has } from './kinds'
import { checkName, namedRangeFace } from './named-range'
import { notedRange, rangeByName } from './notation'
import { protectionsOf } from './protection'
import { insideRange } from './range'
import { rangeListFace } from './range-list'
import { running } from './running'
import { userFace } from './session'
import { insideSheet, sheetFace } from './sheet'
import { checkSheetName } from './sheet-name'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet
type GoogleSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

function freshName(): string {
  for (let number = running().book.sheets.length + 1; ; number++) {
    if (!sheetNamed(running().book, `Sheet${number}`)) return `Sheet${number}`
  }
}

function templateOf(options: unknown): Sheet | null {
  if (typeof options !== 'object' || options === null || !('template' in options)) return null
  return insideSheet(options.template, 'insertSheet')
}

function copyContents(from: Sheet, to: Sheet): void {
  const { id, name } = to
  Object.assign(to, JSON.parse(JSON.stringify(from)), { id, name, protections: [] })
}

class DeskSpreadsheet implements Pick<GoogleSpreadsheet, Has<'Spreadsheet'>> {
  getId(): string {
    return running().setup.spreadsheetId
  }
  getUrl(): string {
    return `desk/${this.getId()}`
  }
  getName(): string {
    return running().book.title
  }
  rename(name: string): void {
    running().book.title = name
  }
  getOwner(): GoogleAppsScript.Base.User {
    return userFace(running().setup.user)
  }
  getSpreadsheetLocale(): string {
    return running().setup.locale
  }
  getSpreadsheetTimeZone(): string {
    return running().setup.timeZone
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    running().setup.timeZone = timeZone
  }

  getNumSheets(): number {
    return running().book.sheets.length
  }
  getSheets(): GoogleSheet[] {
    return running().book.sheets.map(sheetFace)
  }
  getSheetByName(name: string): GoogleSheet | null {
    const sheet = running().book.sheets.find((one) => one.name === name)
    return sheet ? sheetFace(sheet) : null
  }
  getSheetById(id: number): GoogleSheet | null {
    const sheet = running().book.sheets.find((one) => one.id === id)
    return sheet ? sheetFace(sheet) : null
  }
  /**
   * After the active tab unless an index (from 0) is given; the new tab becomes the active one. With a template it has
   * everything of that tab but its named ranges and protections.
   */
  insertSheet(first?: unknown, second?: unknown, options?: unknown): GoogleSheet {
    const { book, active, calculator } = running()
    const name = typeof first === 'string' ? first : freshName()
    const given = [first, second].find((value) => typeof value === 'number')
    const index = typeof given === 'number' ? given : book.sheets.indexOf(active.sheet) + 1
    checkSheetName(name)
    if (index < 0 || index > book.sheets.length) throw new Error('The sheet index is out of bounds.')
    const sheet = insertSheet(book, name, index)
    const template = templateOf(options)
    if (template) copyContents(template, sheet)
    calculator.touchAll()
    return this.setActiveSheet(sheetFace(sheet))
  }
  deleteSheet(face: GoogleSheet): void {
    const { book, calculator, active } = running()
    const sheet = insideSheet(face, 'deleteSheet')
    if (book.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.")
    const index = book.sheets.indexOf(sheet)
    deleteSheet(book, sheet)
    calculator.touchAll()
    const next = book.sheets[Math.min(index, book.sheets.length - 1)]
    if (active.sheet === sheet && next) this.setActiveSheet(sheetFace(next))
  }
  /** `position` is from 1. */
  moveActiveSheet(position: number): void {
    const { book, active } = running()
    if (position < 1 || position > book.sheets.length) throw new Error('The sheet position is out of bounds.')
    moveSheet(book, active.sheet, position - 1)
  }
  getActiveSheet(): GoogleSheet {
    return sheetFace(running().active.sheet)
  }
  setActiveSheet(face: GoogleSheet): GoogleSheet {
    const sheet = insideSheet(face, 'setActiveSheet')
    running().active = { sheet, row: 1, column: 1, rows: 1, columns: 1 }
    return face
  }
  getActiveRange(): GoogleRange | null {
    return this.getActiveSheet().getActiveRange()
  }
  getActiveCell(): GoogleRange {
    return this.getActiveSheet().getActiveCell()
  }
  getCurrentCell(): GoogleRange | null {
    return this.getActiveSheet().getCurrentCell()
  }
  setActiveRange(range: GoogleRange): GoogleRange {
    insideRange(range, 'setActiveRange').activate()
    return range
  }
  setCurrentCell(cell: GoogleRange): GoogleRange {
    return this.setActiveRange(cell)
  }

  getRange(notation: string): GoogleRange {
    return notedRange(running().active.sheet, notation)
  }
  getRangeList(notations: string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeListFace(running().active.sheet, notations)
  }
  getDataRange(): GoogleRange {
    return this.getActiveSheet().getDataRange()
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow()
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn()
  }

  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return running().book.names.map(namedRangeFace)
  }
  getRangeByName(name: string): GoogleRange | null {
    return rangeByName(name)
  }
  setNamedRange(name: string, range: GoogleRange): void {
    const { book, calculator } = running()
    const { sheet, area } = insideRange(range, 'setNamedRange')
    checkName(name)
    const isOther = (one: { name: string }) => one.name.toLowerCase() !== name.toLowerCase()
    book.names = [...book.names.filter(isOther), { name, sheet: sheet.id, area }]
    calculator.touchAll()
  }
  removeNamedRange(name: string): void {
    const { book, calculator } = running()
    const rest = book.names.filter((one) => one.name.toLowerCase() !== name.toLowerCase())
    if (rest.length === book.names.length) throw new Error(`There is no named range ${name}.`)
    book.names = rest
    calculator.touchAll()
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return running().book.sheets.flatMap((sheet) => protectionsOf(sheet, type === ProtectionType.SHEET))
  }

  toast(message: string, title = '', seconds: number | null = 5): void {
    running().outcome.toasts.push({ message: String(message), title, seconds: seconds ?? 5 })
  }
}

export function spreadsheetFace(): GoogleSpreadsheet {
  return guard('Spreadsheet', new DeskSpreadsheet())
}

faces.spreadsheet = spreadsheetFace
