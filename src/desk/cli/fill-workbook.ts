import { totals } from '../../report'
import { reportWrites, layout, readWorkbook } from '../../workbook'
import type { Report } from '../../report'
import type { ReadValue, WorkbookReading } from '../../workbook'
import { changeCell, copyBook, recalculate, sheetNamed } from '../book'
import type { Book } from '../book'
import { snapshotOf } from './book-snapshot'

type Places = WorkbookReading['places']

function writeCell(book: Book, tab: string, row: number, column: number, value: ReadValue): void {
  const sheet = sheetNamed(book, tab)
  if (sheet) changeCell(sheet, row, column, { value: value === '' ? undefined : value, formula: undefined })
}

/** Totals of the report that differ from the sum: somebody typed them. */
function typedTotals(report: Report, places: Places) {
  const derived = totals(report).figures
  return [...places].flatMap(([id, place]) => {
    const stated = report.figures[id]
    return typeof stated === 'number' && stated !== derived[id] ? [{ place, value: stated }] : []
  })
}

/** The template's workbook with a report typed into it. Totals that are not the sum are typed over their formulas. */
export function filledWith(book: Book, report: Report): Book {
  const filled = copyBook(book)
  const reading = readWorkbook(snapshotOf(filled))
  const tabOf = (key: string) => layout().tabs.find((tab) => tab.key === key)?.name ?? ''
  for (const { tab, row, column, values } of reportWrites(report, reading, false).areas) {
    values.forEach((line, down) => {
      line.forEach((value, across) => writeCell(filled, tabOf(tab), row + down, column + across, value))
    })
  }
  for (const { place, value } of typedTotals(report, reading.places)) {
    writeCell(filled, tabOf(place.tab), place.row, place.column, value)
  }
  recalculate(filled)
  return filled
}
