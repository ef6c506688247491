import { describe, expect, it } from '@jest/globals'
import { Workbook } from '@cj-tech-master/excelts'
import type { Worksheet } from '@cj-tech-master/excelts'
import type { Book, Cell } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { fullBook } from './books'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A workbook of ours as another program hands it back after a person's work on it. */
async function edited(edit: (tab: Worksheet, workbook: Workbook) => void): Promise<Book> {
  const workbook = new Workbook()
  await workbook.xlsx.load(await bookToXlsx(fullBook))
  edit(workbook.worksheets[0] as Worksheet, workbook)
  return xlsxToBook(await workbook.xlsx.writeBuffer())
}

const cellOf = (book: Book, key: string): Cell | undefined => book.sheets[0]?.cells[key]

describe('what a person or another program leaves in a workbook', () => {
  it.each<[string, (tab: Worksheet) => void, string, Cell['value']]>([
    ['rich text', (tab) => (tab.getCell('B2').value = { richText: [{ text: '8' }, { text: '件' }] }), '2,2', '8件'],
    ['a link', (tab) => (tab.getCell('B2').value = { text: '8', hyperlink: 'https://example.org' }), '2,2', '8'],
    ['an error', (tab) => (tab.getCell('B2').value = { error: '#DIV/0!' }), '2,2', '#DIV/0!'],
    ['a date', (tab) => Object.assign(tab.getCell('B2'), { value: 45293, numFmt: 'yyyy/m/d' }), '2,2', { date: 45293 }],
    [
      'a number struck out',
      (tab) => Object.assign(tab.getCell('B2'), { value: 12, font: { strike: true } }),
      '2,2',
      12,
    ],
    [
      'a text struck out',
      (tab) => Object.assign(tab.getCell('B2'), { value: '无', font: { strike: true } }),
      '2,2',
      '无',
    ],
    ['a number as text', (tab) => (tab.getCell('B2').value = '8'), '2,2', '8'],
  ])('%s', async (_, edit, key, value) => {
    expect(cellOf(await edited(edit), key)?.value).toEqual(value)
  })

  it('a formula that was filled down is read in each cell', async () => {
    const book = await edited((tab) => {
      tab.getCell('D6').value = { formula: 'SUM(B2:C2)', result: 1 }
      tab.getCell('D7').value = { sharedFormula: 'D6', result: 2 }
    })
    expect([cellOf(book, '6,4'), cellOf(book, '7,4')]).toMatchObject([
      { formula: '=SUM(B2:C2)', value: 1 },
      { formula: '=SUM(B3:C3)', value: 2 },
    ])
  })

  it('a picture is passed over', async () => {
    const book = await edited((tab, workbook) => {
      tab.addImage(workbook.addImage({ extension: 'png', base64: PIXEL }), 'B2:D6')
    })
    expect(cellOf(book, '2,2')?.value).toBe(8)
  })

  it('a tab that was renamed keeps its id, and a new one gets its own', async () => {
    const renamed = await edited((tab) => (tab.name = '三、申请'))
    expect(renamed.sheets.map(({ id, name }) => [id, name])).toEqual([
      [7, '三、申请'],
      [9, '校验结果'],
      [12, '流程记录'],
    ])
    const added = await edited((_, workbook) => void workbook.addWorksheet('草算'))
    expect(added.sheets.map(({ id }) => id)).toEqual([7, 9, 12, 13])
  })

  it('a cell unlocked by hand opens it; protection lifted is lifted', async () => {
    const opened = await edited((tab) => (tab.getCell('A1').protection = { locked: false }))
    expect(opened.sheets[0]?.protections).toEqual([
      {
        open: [
          { row: 1, column: 1, rows: 1, columns: 1 },
          { row: 2, column: 2, rows: 2, columns: 1 },
          { row: 10, column: 1, rows: 2, columns: 3 },
        ],
        description: '年报模板',
        warningOnly: false,
      },
    ])
    const lifted = await edited((tab) => (tab.sheetProtection = null))
    expect(lifted.sheets[0]?.protections).toEqual([])
  })
})
