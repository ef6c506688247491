import { beforeAll, expect, it } from '@jest/globals'
import type { Book, Cell, Sheet } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { convert, describeWithLibreOffice, LIBREOFFICE_MS } from '../support/libreoffice.process'
import { fullBook } from './books'

const tab = (book: Book, index: number): Sheet => book.sheets[index] as Sheet
const contents = (sheet: Sheet): Record<string, Pick<Cell, 'value' | 'formula' | 'note'>> =>
  Object.fromEntries(
    Object.entries(sheet.cells)
      .map(([key, { value, formula, note }]) => [
        key,
        { ...(value !== undefined && { value }), ...(formula && { formula }), ...(note && { note }) },
      ])
      .filter(([, cell]) => Object.keys(cell as object).length > 0),
  )
const byName = (book: Book) => Object.fromEntries(book.names.map(({ name, sheet, area }) => [name, { sheet, area }]))

describeWithLibreOffice('a workbook that LibreOffice opened and saved', () => {
  let saved: Book
  beforeAll(async () => {
    saved = await xlsxToBook(convert(await bookToXlsx(fullBook), 'xlsx', 'xlsx'))
  }, LIBREOFFICE_MS)

  it('is still ours, with its title, properties, tabs and names', () => {
    expect(saved.title).toBe(fullBook.title)
    expect(saved.properties).toEqual(fullBook.properties)
    expect(saved.sheets.map(({ id, name, hidden }) => [id, name, hidden])).toEqual([
      [7, '三、依申请公开', false],
      [9, '校验结果', false],
      [12, '流程记录', true],
    ])
    expect(byName(saved)).toEqual(byName(fullBook))
  })

  it('keeps numbers, texts, dates, formulas and notes; LibreOffice recalculates and writes truth as a formula', () => {
    expect(contents(tab(saved, 0))).toEqual({
      ...contents(tab(fullBook, 0)),
      '4,2': { value: true, formula: '=TRUE()' },
      '6,3': { value: 8, formula: '=B2+B99' },
    })
    expect(contents(tab(saved, 1))).toEqual(contents(tab(fullBook, 1)))
  })

  it('keeps merges, widths, hidden lines, validations and locks', () => {
    const { merges, columnWidths, rowHeights, hiddenColumns, hiddenRows, validations, protections } = tab(saved, 0)
    const before = tab(fullBook, 0)
    expect({ merges, columnWidths, rowHeights, hiddenColumns, hiddenRows, validations, protections }).toEqual({
      merges: before.merges,
      columnWidths: before.columnWidths,
      rowHeights: before.rowHeights,
      hiddenColumns: before.hiddenColumns,
      hiddenRows: before.hiddenRows,
      validations: before.validations,
      protections: before.protections,
    })
  })

  it('keeps the look of an input', () => {
    expect(tab(saved, 0).cells['2,2']?.style).toEqual({
      background: '#fff2cc',
      fontColor: '#cc0000',
      numberFormat: '0',
    })
  })
})

describeWithLibreOffice('a workbook that was written piece by piece, opened and saved by LibreOffice', () => {
  it(
    'is the same as one written at once',
    async () => {
      const sizes = { cells: 0, xml: 0, written: 3, read: 3 }
      const saved = convert(await bookToXlsx(fullBook, {}, sizes), 'xlsx', 'xlsx')
      const expected = await xlsxToBook(convert(await bookToXlsx(fullBook), 'xlsx', 'xlsx'))
      expect(await xlsxToBook(saved)).toEqual(expected)
      expect(await xlsxToBook(saved, sizes)).toEqual(expected)
    },
    LIBREOFFICE_MS,
  )
})
