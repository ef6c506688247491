import { expect, it } from '@jest/globals'
import { Workbook } from '@cj-tech-master/excelts'
import { readSheets } from '../../../../src/intake'
import { recalculated } from '../../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../../src/desk/xlsx'
import { gridOf, readXlsx } from '../../../../src/desk/xlsx/contents'
import { convert, describeWithLibreOffice, LIBREOFFICE_MS } from '../../support/libreoffice.process'
import { clean } from '../../../intake/sources'
import { fullBook } from '../books'
import { addElements, document, placeOf } from '../foreign-books'

const figure = 'table3.received.naturalPerson'

describeWithLibreOffice('a workbook that LibreOffice opened and saved', () => {
  it(
    'of ours is read as it is opened',
    async () => {
      const xlsx = convert(await bookToXlsx(fullBook), 'xlsx', 'xlsx')
      const contents = readXlsx(xlsx)
      const opened = recalculated(await xlsxToBook(xlsx))
      const values = (book: typeof opened) =>
        book.sheets.map(({ name, hidden, cells }) => [
          name,
          hidden,
          Object.fromEntries(
            Object.entries(cells).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])),
          ),
        ])
      expect(contents.kind === 'ours' && values(recalculated(contents.book))).toEqual(values(opened))
      expect(contents.kind === 'ours' && contents.book.names).toEqual(opened.names)
    },
    LIBREOFFICE_MS,
  )

  it(
    'of somebody else has its struck, raised and hidden texts left out and told',
    async () => {
      const workbook = new Workbook()
      const tab = workbook.addWorksheet('Sheet1')
      tab.getCell('A1').value = document.title.join('')
      addElements(tab, document.blocks, 3)
      const { row } = placeOf(tab, '一、本年新收政府信息公开申请数量')
      const font = { name: '宋体', size: 10 }
      tab.getCell(row, 4).value = {
        richText: [
          { text: '12', font: { ...font, strike: true } },
          { text: '8', font },
          { text: '1', font: { ...font, vertAlign: 'superscript' } },
        ],
      }
      tab.getCell(row, 12).value = 77
      tab.getCell(row, 12).font = { ...font, color: { argb: 'FFFFFFFF' } }
      tab.insertRow(row, ['测算', '', '', 99, 98, 97]).hidden = true
      const contents = readXlsx(convert(await workbook.xlsx.writeBuffer(), 'xlsx', 'xlsx'))
      if (contents.kind !== 'foreign') throw new Error('the workbook counts as ours')
      const { report, findings } = readSheets(contents.tabs.map(gridOf))
      expect(report.figures).toEqual({ ...clean.figures, [figure]: { raw: '8¹', value: 8 } })
      expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
        ['READ.MARK', 'warning'],
        ['READ.STRUCK', 'warning'],
        ['READ.HIDDEN', 'info'],
        ['READ.HIDDEN', 'info'],
      ])
    },
    LIBREOFFICE_MS,
  )
})
