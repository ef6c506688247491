import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { totals } from '../../../src/report'
import { readWorkbook } from '../../../src/workbook'
import type { Report } from '../../../src/report'
import type { Book } from '../../../src/desk/book'
import { snapshotOf } from '../../../src/desk/cli/book-snapshot'
import { filledWith } from '../../../src/desk/cli/fill-workbook'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { convert, describeWithLibreOffice } from '../support/libreoffice'
import { clean, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()

/** A report whose inputs all differ, so that a formula that reads a wrong cell shows; amounts have decimals. */
function variedReport(): Report {
  const report = JSON.parse(readFileSync(clean, 'utf8')) as Report
  const ids = Object.keys(report.figures)
  const figures = Object.fromEntries(ids.map((id, index) => [id, id.endsWith('.amount') ? 12.34 : (index + 1) * 7]))
  return totals({ ...report, figures })
}

/** Every result taken away, as where a script has filled the cells. */
function withoutResults(book: Book): Book {
  for (const cell of book.sheets.flatMap((sheet) => Object.values(sheet.cells))) {
    if (cell.formula !== undefined) delete cell.value
  }
  return book
}

describeWithLibreOffice('totals in another program', () => {
  it('LibreOffice calculates what we calculate', async () => {
    const path = join(folder, 'new.xlsx')
    nianbao(['new', path, '--unit', '示例街道办事处', '--year', '2023'])
    const report = variedReport()
    const filled = withoutResults(filledWith(await xlsxToBook(readFileSync(path)), report))
    const calculated = await xlsxToBook(convert(await bookToXlsx(filled), 'xlsx', 'xlsx'))
    const reading = readWorkbook(snapshotOf(calculated))
    expect(reading.findings).toEqual([])
    expect(reading.report.figures).toEqual(report.figures)
  }, 120000)
})
