import { Workbook } from '@cj-tech-master/excelts'
import type { AddWorksheetOptions, Worksheet } from '@cj-tech-master/excelts'
import { sheetArea } from '../../workbook'
import { cellKey } from '../book'
import type { Book, Sheet } from '../book'
import { CARRIED_SHEET, carriedRow } from './carried'
import { escapedText, withoutUnholdable } from './escapes'
import { USUAL_SIZES } from './large/sizes'
import { withoutRows } from './large/tab-pieces'
import type { Tab } from './large/tab-pieces'
import { xlsxByPieces } from './large/write-large'
import { roomyNotes } from './note-boxes'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, digitsOf, pointsOf } from './units'
import { writeSheet } from './write-sheet'

/** How a tab is printed, on A4, fitted to the width of a page. */
export interface PrintSetup {
  orientation: 'portrait' | 'landscape'
  /** Pages; 0 leaves the height free. */
  fitToHeight: number
  repeatRows: number
}

const PAPER_A4 = 9
/** Without a view of the workbook, LibreOffice drops frozen rows and the colours of tabs. Sizes in twips. */
const VIEW = { x: 0, y: 0, width: 24000, height: 16000, firstSheet: 0, activeTab: 0, visibility: 'visible' }
/** The same workbook gives the same bytes: no clock goes into the file. */
const FIXED_DATE = new Date(Date.UTC(2021, 0, 1))

function optionsOf(sheet: Sheet, print: PrintSetup | undefined): AddWorksheetOptions {
  const showGridLines = !sheet.hiddenGridlines
  const isFrozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0
  return {
    state: sheet.hidden ? 'hidden' : 'visible',
    views: [
      isFrozen
        ? { state: 'frozen', ySplit: sheet.frozenRows, xSplit: sheet.frozenColumns, showGridLines }
        : ({ state: 'normal', showGridLines } as NonNullable<AddWorksheetOptions['views']>[number]),
    ],
    properties: {
      defaultColWidth: digitsOf(DEFAULT_WIDTH),
      defaultRowHeight: pointsOf(DEFAULT_HEIGHT),
      ...(sheet.tabColor && { tabColor: { argb: `FF${sheet.tabColor.replace('#', '').toUpperCase()}` } }),
    },
    pageSetup: {
      paperSize: PAPER_A4,
      orientation: print?.orientation ?? 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print?.fitToHeight ?? 0,
      horizontalCentered: true,
      ...(print && print.repeatRows > 0 && { printTitlesRow: `1:${print.repeatRows}` }),
    },
  }
}

function carriedTexts(book: Book): string[] {
  const sheets = book.sheets.map(({ id, name, rows, columns, protections }) => ({
    id,
    name,
    rows,
    columns,
    protections,
  }))
  const { title, properties, comments } = book
  return carriedRow({ title, sheets, properties, ...(comments && { comments }) })
}

function writeCarried(target: Worksheet, book: Book): void {
  target.getRow(1).values = carriedTexts(book).map(escapedText)
}

function writeNames(workbook: Workbook, book: Book, tabs: ReadonlyMap<number, string>): void {
  for (const { name, sheet, area } of book.names) {
    const tab = tabs.get(sheet)
    if (tab !== undefined) workbook.definedNames.add(sheetArea(tab, area), name)
  }
}

function newWorkbook(book: Book): Workbook {
  const workbook = new Workbook()
  Object.assign(workbook, {
    created: FIXED_DATE,
    modified: FIXED_DATE,
    title: withoutUnholdable(book.title),
    creator: 'nianbao',
  })
  workbook.views = [VIEW]
  // Whoever opens it recalculates, so a result can never be older than what it rests on.
  workbook.calcProperties = { fullCalcOnLoad: true }
  return workbook
}

type PrintSetups = Readonly<Record<string, PrintSetup>>

/** What `writeCarried` writes, as a tab. */
function carriedTab(book: Book): Sheet {
  const cells = carriedTexts(book).map((value, at) => [cellKey(1, at + 1), { value }] as const)
  return {
    ...{ id: 0, name: CARRIED_SHEET, rows: 1, columns: cells.length, frozenRows: 0, frozenColumns: 0, hidden: true },
    ...{ columnWidths: {}, rowHeights: {}, hiddenColumns: [], hiddenRows: [] },
    ...{ cells: Object.fromEntries(cells), merges: [], validations: [], protections: [] },
  }
}

const cellCount = ({ sheets }: Book): number => sheets.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0)

/**
 * The workbook as the bytes of an .xlsx file, with formulas and their last results; the same workbook always gives the
 * same bytes. `print` is keyed by tab name. Throws an XlsxError for a text that a cell of .xlsx cannot hold.
 */
export async function bookToXlsx(book: Book, print: PrintSetups = {}, sizes = USUAL_SIZES): Promise<Uint8Array> {
  const workbook = newWorkbook(book)
  const names = new Map(book.sheets.map(({ id, name }) => [id, name]))
  const tabs = book.sheets.map((sheet): Tab => {
    return { sheet, comments: (book.comments ?? []).filter((comment) => comment.sheet === sheet.id) }
  })
  const isLarge = cellCount(book) > sizes.cells
  for (const { sheet, comments } of tabs) {
    const target = workbook.addWorksheet(sheet.name, optionsOf(sheet, print[sheet.name]))
    writeSheet(target, isLarge ? withoutRows(sheet) : sheet, names, comments)
  }
  const carried = workbook.addWorksheet(CARRIED_SHEET, { state: 'veryHidden' })
  writeCarried(carried, book)
  writeNames(workbook, book, names)
  if (isLarge) return xlsxByPieces(workbook, [...tabs, { sheet: carriedTab(book), comments: [] }], names, sizes.written)
  return roomyNotes(await workbook.xlsx.writeBuffer())
}
