import { describe, expect, it } from '@jest/globals'
import type { Cell, Worksheet } from '@cj-tech-master/excelts'
import type { Finding } from '../../../../src/checks'
import type { Sheet } from '../../../../src/desk/book'
import { gridOf } from '../../../../src/desk/xlsx/contents'
import type { Tab } from '../../../../src/desk/xlsx/contents/tab'
import { clean } from '../../../intake/sources'
import { emptySheet } from '../books'
import { inOneSheet, placeOf } from '../foreign-books'

const received = 'table3.received.naturalPerson'
const label = '一、本年新收政府信息公开申请数量'

/** The cell of the figure that the tests change; it is 8. */
const figureIn = (tab: Worksheet): Cell => tab.getCell(placeOf(tab, label).row, 4)

const told = (findings: readonly Finding[]) => findings.map(({ rule, severity, message }) => [rule, severity, message])

const plain = { name: '宋体', size: 10 }
const superscript = { ...plain, vertAlign: 'superscript' as const }
const strike = { ...plain, strike: true }
const white = { ...plain, color: { argb: 'FFFFFFFF' } }
const blue = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FF0000FF' } }

const mark = (written: string, meaning: string) => [
  'READ.MARK',
  'warning',
  `“一、本年新收政府信息公开申请数量”·自然人：来源写的是“${written}”，${meaning}。请对照原件核对，只填数字。`,
]
const struck = (text: string) => [
  'READ.STRUCK',
  'warning',
  `“一、本年新收政府信息公开申请数量”·自然人：“${text}”已划去，没有读取。请对照原件核对，发布时删除划去的文字。`,
]
const hidden = (text: string) => [
  'READ.HIDDEN',
  'warning',
  `“一、本年新收政府信息公开申请数量”·自然人：“${text}”是隐藏的，没有读取。请对照原件核对，发布时删除这些文字。`,
]

describe('the look of a figure in a workbook that is not ours', () => {
  it.each<[string, Record<string, unknown>, unknown, unknown[]]>([
    [
      'a raised mark behind it',
      {
        value: {
          richText: [
            { text: '1234', font: plain },
            { text: '1', font: superscript },
          ],
        },
      },
      { raw: '1234¹', value: 1234 },
      [mark('1234¹', '角标不是数字，按1234读取，原文保留')],
    ],
    ['all of it raised', { value: 12, font: superscript }, { raw: '¹²' }, [mark('¹²', '角标与数字分不开，原样保留')]],
    [
      'struck digits before it',
      {
        value: {
          richText: [
            { text: '12', font: strike },
            { text: '8', font: plain },
          ],
        },
      },
      8,
      [struck('12')],
    ],
    ['a number struck out', { value: 12, font: strike }, null, [struck('12')]],
    ['a text struck out', { value: '12件', font: strike }, null, [struck('12件')]],
    [
      'a run in white',
      {
        value: {
          richText: [
            { text: '1', font: white },
            { text: '8', font: plain },
          ],
        },
      },
      8,
      [hidden('1')],
    ],
    ['a number in white', { value: 12, font: white }, null, [hidden('12')]],
    ['white on blue', { value: 8, font: white, fill: blue }, 8, []],
    ['blue on blue', { value: 8, font: { ...plain, color: { argb: 'FF0000FF' } }, fill: blue }, null, [hidden('8')]],
    ['white of the theme', { value: 8, font: { ...plain, color: { theme: 0 } } }, null, [hidden('8')]],
    ['a font of no size', { value: 8, font: { ...plain, size: 1 } }, null, [hidden('8')]],
    ['a format that shows nothing', { value: 8, numFmt: ';;;' }, null, [hidden('8')]],
    ['a text in a format that shows nothing', { value: '8', numFmt: ';;;' }, null, [hidden('8')]],
    ['a format that shows no zeros', { value: 0, numFmt: '0;-0;;@' }, 0, []],
  ])('%s', async (_, cell, figure, findings) => {
    const { report, findings: found } = await inOneSheet((tab) => void Object.assign(figureIn(tab), cell))
    expect(report.figures[received]).toEqual(figure)
    expect(told(found).filter(([rule]) => /MARK|STRUCK|HIDDEN/.test(String(rule)))).toEqual(findings)
    expect({ ...report.figures, [received]: null }).toEqual({ ...clean.figures, [received]: null })
  })
})

describe('hidden rows and columns of a workbook that is not ours', () => {
  it('a hidden row of drafts between the rows of a table is left out and told', async () => {
    const { report, findings } = await inOneSheet((tab) => {
      const { row } = placeOf(tab, label)
      tab.insertRow(row, ['测算', '', '', 99, 98, 97, 96, 95, 94, 93]).hidden = true
    })
    expect(report.figures).toEqual(clean.figures)
    expect(told(findings)).toEqual([
      [
        'READ.HIDDEN',
        'info',
        '工作表“Sheet1”第 25 行等 8 处：“测算；99；98；97；96；95；94；93”是隐藏的，没有读取。请对照原件核对，发布时删除这些文字。',
      ],
    ])
  })

  it('a hidden row of the form is left out and told', async () => {
    const { report, findings } = await inOneSheet((tab) => {
      tab.getRow(placeOf(tab, label).row).hidden = true
    })
    expect(report.figures[received]).toBeUndefined()
    expect(told(findings).map(([rule, severity]) => [rule, severity])).toEqual([
      ['READ.ROW_MISSING', 'warning'],
      ['READ.HIDDEN', 'info'],
    ])
  })

  it('a hidden column behind a table is left out and told', async () => {
    const { report, findings } = await inOneSheet((tab) => {
      tab.getCell(placeOf(tab, label).row, 17).value = 77
      tab.getColumn(17).hidden = true
    })
    expect(report.figures).toEqual(clean.figures)
    expect(told(findings)).toEqual([
      [
        'READ.HIDDEN',
        'info',
        '三、依申请公开（工作表“Sheet1”第 25 行）：“77”是隐藏的，没有读取。请对照原件核对，发布时删除这些文字。',
      ],
    ])
  })
})

/** A tab with texts by `row,column`. */
function tabOf(cells: Readonly<Record<string, string>>, change: Partial<Sheet> = {}): Tab {
  const entries = Object.entries(cells).map(([key, value]) => [key, { value }] as const)
  return { sheet: { ...emptySheet(1, '表'), cells: Object.fromEntries(entries), ...change }, looks: new Map() }
}

/** What `marked` puts around a hidden text. */
const unseen = (text: string) => `\ufdd2${text}\ufdd3`

describe('the grid of a tab', () => {
  it('has no place for a hidden column: its texts stand, hidden, with the column before it', () => {
    const cells = { '1,1': '甲', '1,2': '8', '1,3': '草', '1,4': '9', '2,3': '5' }
    expect(gridOf(tabOf(cells, { hiddenColumns: [3] })).rows).toEqual([
      ['甲', `8${unseen('草')}`, '9'],
      ['', unseen('5'), ''],
    ])
  })

  it('has the texts of a first column that is hidden with the first one that is seen', () => {
    expect(gridOf(tabOf({ '1,1': '草', '1,2': '8' }, { hiddenColumns: [1] })).rows).toEqual([[`${unseen('草')}8`]])
  })

  it('has a merged text as long as a part of its area is seen', () => {
    const merges = [{ row: 1, column: 1, rows: 2, columns: 2 }]
    const cells = { '1,1': '甲', '2,3': '8' }
    expect(gridOf(tabOf(cells, { merges, hiddenRows: [1] })).rows).toEqual([
      ['', '', ''],
      ['甲', '', '8'],
    ])
    expect(gridOf(tabOf(cells, { merges, hiddenRows: [1, 2] })).rows).toEqual([
      [unseen('甲'), '', ''],
      ['', '', unseen('8')],
    ])
    expect(gridOf(tabOf(cells, { merges, hiddenColumns: [1] })).rows).toEqual([
      ['甲', ''],
      ['', '8'],
    ])
  })
})
