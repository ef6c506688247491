import { describe, expect, it } from '@jest/globals'
import { Workbook } from '@cj-tech-master/excelts'
import { documentOf } from '../../../src/document'
import { clean } from '../../intake/sources'
import { addElements, addTable, document, inOneSheet, placeOf, readBack } from './foreign-books'

const received = 'table3.received.naturalPerson'

describe('a workbook that is not ours', () => {
  it('with the whole report in one sheet is the same report', async () => {
    const { report, findings } = await inOneSheet()
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it('with a sheet a table, some named as their sections', async () => {
    const workbook = new Workbook()
    const about = workbook.addWorksheet('封面')
    about.getCell('B2').value = document.title.join('\n')
    document.blocks.forEach((element, i) => {
      const heading = document.blocks[i - 1]
      if (element.kind !== 'table' || heading?.kind !== 'heading') return
      const tab = workbook.addWorksheet(element.table === 'table4' ? '表四' : heading.text)
      addTable(tab, element, 2)
    })
    const { report, findings } = await readBack(workbook)
    expect(report.figures).toEqual(clean.figures)
    expect([report.unit, report.year]).toEqual([clean.unit, clean.year])
    expect(findings.map(({ rule, section }) => [rule, section])).toEqual(
      ['overview', undefined, 'problems', 'other'].map((section) => ['READ.SECTION_MISSING', section]),
    )
  })

  it('with several paragraphs in one cell keeps them apart', async () => {
    const { report } = await inOneSheet((tab) => {
      const { row } = placeOf(tab, '更新不够及时。')
      tab.getCell(row, 1).value = '一是更新不够及时。\n二是解读不多。'
    })
    expect(report.narrative.problems).toBe('一是更新不够及时。\n二是解读不多。')
  })

  it.each<[string, Partial<Record<'value' | 'numFmt' | 'font', unknown>>, unknown]>([
    ['a number', { value: 20 }, 20],
    ['a number shown with decimals', { value: 8, numFmt: '0.00' }, 8],
    ['a decimal fraction', { value: 0.1 + 0.2 }, 0.3],
    ['a large number', { value: 123456789012 }, 123456789012],
    ['a share', { value: 0.5, numFmt: '0%' }, { raw: '50%' }],
    ['a number struck out', { value: 12, font: { strike: true } }, null],
    ['a fraction with a word', { value: 12.5, numFmt: '0"件"' }, { raw: '12.5件', value: 12.5 }],
    ['a number as text', { value: '20' }, 20],
    ['an annotated number', { value: '22（其中修订16件）' }, { raw: '22（其中修订16件）', value: 22 }],
    ['a formula', { value: { formula: '10+10', result: 20 } }, 20],
    ['an error', { value: { error: '#REF!' } }, { raw: '#REF!' }],
    ['a date', { value: new Date(Date.UTC(2024, 0, 8)), numFmt: 'yyyy-mm-dd' }, { raw: '2024-01-08' }],
    ['a stroke', { value: '/' }, { raw: '/' }],
    ['nothing', { value: null }, null],
  ])('%s in a figure’s cell', async (_, cell, expected) => {
    const { report } = await inOneSheet((tab) => {
      const { row } = placeOf(tab, '一、本年新收政府信息公开申请数量')
      Object.assign(tab.getCell(row, 4), cell)
    })
    expect(report.figures[received]).toEqual(expected)
  })

  it('tells of hidden sheets and does not read them', async () => {
    const { report, findings } = await inOneSheet((_, workbook) => {
      const old = workbook.addWorksheet('旧数据', { state: 'hidden' })
      addElements(old, documentOf({ ...clean, figures: { [received]: 7 } }).blocks, 1)
    })
    expect(report.figures).toEqual(clean.figures)
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['READ.SHEET_HIDDEN', 'info', '隐藏的工作表“旧数据”没有读取。要读取的，请取消隐藏后再读取。'],
    ])
  })

  it('with a cell far away is read', async () => {
    const { report } = await inOneSheet((tab) => (tab.getCell('XFD9000').value = '备注'))
    expect(report.figures).toEqual(clean.figures)
  })
})
