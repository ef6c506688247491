import { describe, expect, it } from '@jest/globals'
import type { Book, Cell } from '../../../../src/desk/book'
import { staleFindings } from '../../../../src/desk/cli/stale-findings'
import { bookToXlsx } from '../../../../src/desk/xlsx'
import { readXlsx } from '../../../../src/desk/xlsx/contents'
import { emptySheet } from '../books'

const TAB = '三、依申请公开'

/** Twenty sums of two figures each, with the results that a program has left, and a sum of those. */
function sums(change: Readonly<Record<string, Partial<Cell>>>): Book {
  const rows = Array.from({ length: 20 }, (_, i) => i + 1)
  const cells: Record<string, Cell> = Object.fromEntries(
    rows.flatMap((row): [string, Cell][] => [
      [`${row},1`, { value: row }],
      [`${row},2`, { value: 0.1 }],
      [`${row},3`, { formula: `=SUM(A${row}:B${row})`, value: row + 0.1 }],
    ]),
  )
  for (const [key, cell] of Object.entries(change)) cells[key] = { ...cells[key], ...cell }
  const names = [TAB, '一、总体情况', '二、主动公开']
  return {
    title: '',
    sheets: names.map((name, id) => ({ ...emptySheet(id, name), rows: 30, cells: id === 0 ? cells : {} })),
    names: [],
    properties: {},
  }
}

async function readBack(book: Book) {
  const contents = readXlsx(await bookToXlsx(book))
  if (contents.kind !== 'ours') throw new Error('not ours')
  const valueAt = (key: string) => contents.book.sheets[0]?.cells[key]?.value
  return { valueAt, stale: contents.stale, told: staleFindings(contents.stale) }
}

describe('the results of formulas that a workbook comes with', () => {
  it('are taken as they are where those looked at are right', async () => {
    const { valueAt, stale, told } = await readBack(sums({}))
    expect([valueAt('1,3'), valueAt('20,3')]).toEqual([1.1, 20.1])
    expect([stale, told]).toEqual([[], []])
  })

  it('are all calculated anew where a tenth one is wrong, and told', async () => {
    const { valueAt, told } = await readBack(sums({ '11,3': { value: 5 }, '12,3': { value: 6 } }))
    expect([valueAt('11,3'), valueAt('12,3')]).toEqual([11.1, 12.1])
    expect(told.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'READ.RESULT',
        'warning',
        '“三、依申请公开”C11：文件里的结果是“5”，按公式是“11.1”；结果不同的公式共 2 个。已按公式全部重新计算。请在 Excel 或 WPS 中打开、重新计算后保存，并核对这些格。',
      ],
    ])
  })

  it('are all calculated where one is missing; what was right is not told', async () => {
    const book = sums({})
    delete book.sheets[0]?.cells['3,3']?.value
    const { valueAt, stale } = await readBack(book)
    expect(valueAt('3,3')).toBe(3.1)
    expect(stale).toEqual([])
  })

  it('that are blank by their formula are not missing', async () => {
    const { valueAt, stale } = await readBack(sums({ '2,3': { formula: '=IF(A2=2,"",1)', value: '' } }))
    expect(valueAt('2,3')).toBe('')
    expect(stale).toEqual([])
  })

  it.each<[string, Partial<Cell>]>([
    ['of a function that is not known', { formula: '=XLOOKUP(1,A1:A3,B1:B3)', value: 7 }],
    ['of an area beyond the tab', { formula: '=SUM(A1:A99)', value: 210 }],
    ['with what binary fractions add', { formula: '=0.1+0.2', value: 0.3 }],
  ])('%s are left', async (_, cell) => {
    const { valueAt, stale } = await readBack(sums({ '1,3': cell }))
    expect(valueAt('1,3')).toBe(cell.value)
    expect(stale).toEqual([])
  })
})

describe('a number of ours in a format that shows another one', () => {
  it.each<[string, unknown]>([
    ['0!.0,"万"', '12.5万（原数125000）'],
    ['0.00,', '125.00（原数125000）'],
    ['#,##0"件"', 125000],
    ['[Red]"差 "0;[Red]"差 -"0;0', 125000],
    ['#,##0.00', 125000],
    ['General', 125000],
  ])('%s', async (numberFormat, value) => {
    const { valueAt } = await readBack(
      sums({ '1,1': { value: 125000, style: { numberFormat } }, '1,3': { value: 125000.1 } }),
    )
    expect(valueAt('1,1')).toBe(value)
    expect(valueAt('1,3')).toBe(125000.1)
  })
})

describe('a value far below everything else', () => {
  it('is read as long as its rows can be', async () => {
    const { valueAt } = await readBack(sums({ '200000,1': { value: '备注' } }))
    expect(valueAt('200000,1')).toBe('备注')
  })

  it.each<[string, string, string]>([
    ['in the last row there can be', '1048576,16', 'tooLarge'],
    ['in a row that no program has', '1048577,1', 'damaged'],
  ])('%s is refused', async (_, key, problem) => {
    const xlsx = await bookToXlsx(sums({ [key]: { value: 1 } }))
    expect(() => readXlsx(xlsx)).toThrow(expect.objectContaining({ name: 'XlsxError', problem }))
  })
})
