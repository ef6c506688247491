import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from '@jest/globals'
import { totals } from '../../../src/report'
import type { Report } from '../../../src/report'
import { readWorkbook } from '../../../src/workbook'
import type { Book } from '../../../src/desk/book'
import { snapshotOf } from '../../../src/desk/cli/book-snapshot'
import { filledWith } from '../../../src/desk/cli/fill-workbook'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { convertAll, describeWithLibreOffice, LIBREOFFICE_MS } from '../support/libreoffice.process'
import { clean, nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)

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

describeWithLibreOffice('with LibreOffice', () => {
  const varied = variedReport()
  let calculated: Uint8Array
  beforeAll(async () => {
    await nianbao(['new', at('new.xlsx'), '--unit', '甲街道办事处', '--year', '2024', '--last-year', clean])
    const ours = readFileSync(at('new.xlsx'))
    const filled = withoutResults(filledWith(await xlsxToBook(ours), varied))
    const sources = [ours, await bookToXlsx(filled)].map((bytes) => ({ bytes, from: 'xlsx' }))
    const [saved, totalled] = convertAll(sources, 'xlsx') as [Uint8Array, Uint8Array]
    writeFileSync(at('saved.xlsx'), saved)
    calculated = totalled
  }, LIBREOFFICE_MS)

  it('a workbook that LibreOffice opened and saved is checked like ours', async () => {
    const ours = await nianbao(['check', at('new.xlsx'), '--json'])
    expect(ours).toMatchObject({ status: 1, err: '' })
    expect(await nianbao(['check', at('saved.xlsx'), '--json'])).toEqual(ours)
  })

  it('LibreOffice calculates the totals that we calculate', async () => {
    const reading = readWorkbook(snapshotOf(await xlsxToBook(calculated)))
    expect(reading.findings).toEqual([])
    expect(reading.report.figures).toEqual(varied.figures)
  })

  it(
    'report makes a pdf, and nothing is left of the making',
    async () => {
      const { status, out } = await nianbao(['report', clean, '--out', at('pdf'), '--format', 'pdf'])
      const path = at('pdf/示例街道办事处2023年政府信息公开工作年度报告.pdf')
      expect([status, out]).toEqual([0, `已生成 ${path}\n`])
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    },
    LIBREOFFICE_MS,
  )
})
