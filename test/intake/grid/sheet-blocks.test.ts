import { describe, expect, it } from '@jest/globals'
import { readSheets, type SheetGrid } from '../../../src/intake'

const HEADS = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
const COLUMNS = ['', '', '', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

const sheet = (name: string, rows: string[][], isHidden = false): SheetGrid => ({ name, isHidden, rows })
const text = sheet('一、总体情况', [['某市某局2025年政府信息公开工作年度报告'], ['全年平稳有序。']])
const disclosed = sheet('二、主动公开政府信息情况', [HEADS, ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']])
const rows3 = (received: string) => [
  COLUMNS,
  ['一、本年新收政府信息公开申请数量', '', '', received, '0', '0', '0', '0', '0', received],
  ['二、上年结转政府信息公开申请数量', '', '', '0', '0', '0', '0', '0', '0', '0'],
  ['三、本年度办理结果', '（一）予以公开', '', received, '0', '0', '0', '0', '0', received],
  ['四、结转下年度继续办理', '', '', '0', '0', '0', '0', '0', '0', '0'],
]
const NAME = '三、收到和处理政府信息公开申请情况'
const RECEIVED = 'table3.received.naturalPerson'

function outcome(sheets: readonly SheetGrid[]) {
  const { report, findings } = readSheets(sheets)
  const told = findings.filter(({ rule }) => /^READ\.(?:TABLE_TWICE|SHEET_HIDDEN)$/.test(rule))
  return { received: report.figures[RECEIVED], told: told.map(({ severity, message }) => `${severity} ${message}`) }
}

describe('a second tab that looks like a table', () => {
  it('of other figures is told with its differences, and neither is read', () => {
    expect(outcome([text, disclosed, sheet(NAME, rows3('8')), sheet(`${NAME} (2)`, rows3('9'))])).toEqual({
      received: null,
      told: [
        `error 三、依申请公开：来源里有 2 张内容不同的表都可能是这张表（工作表“${NAME}”第 2 行、工作表“${NAME} (2)”第 2 行起），` +
          '“一、本年新收政府信息公开申请数量”·自然人、“一、本年新收政府信息公开申请数量”·总计、“（一）予以公开”·自然人等 4 格不同，没有选定，各格空着。请对照原件核对。',
      ],
    })
  })

  it('of the same figures is told', () => {
    expect(outcome([text, disclosed, sheet(NAME, rows3('8')), sheet(`${NAME} (2)`, rows3('8'))])).toEqual({
      received: 8,
      told: [expect.stringMatching(/^warning .*出现 2 次.*数字相同。/)],
    })
  })

  it('of any name is told', () => {
    expect(outcome([text, disclosed, sheet(NAME, rows3('8')), sheet('Sheet1', rows3('9'))])).toEqual({
      received: null,
      told: [expect.stringMatching(/^error .*等 4 格不同，没有选定，各格空着。/)],
    })
  })

  it('of last year is told, and this year’s is read', () => {
    const lastYear = [['2024年情况'], ...rows3('9')]
    const thisYear = [['2025年情况'], ...rows3('8')]
    expect(outcome([text, disclosed, sheet(NAME, thisYear), sheet(`${NAME} (2)`, lastYear)])).toEqual({
      received: 8,
      told: [expect.stringMatching(/^warning .*有 2 张这样的表，.*等 4 格不同，读取的是.*只有它的标题写明2025年。/)],
    })
  })

  it('that is hidden is told and not read', () => {
    expect(outcome([text, disclosed, sheet(NAME, rows3('8')), sheet(`${NAME} (2)`, rows3('9'), true)])).toEqual({
      received: 8,
      told: [expect.stringContaining(`“${NAME} (2)”`)],
    })
  })
})
