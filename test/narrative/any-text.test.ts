import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { check } from '../../src/checks'
import { claims, readNarrative } from '../../src/narrative'
import { emptyReport } from '../../src/report'
import { runs } from '../support/runs'
import { workOf } from './work'

const PIECES = [
  '2024年',
  '2023年',
  '上年',
  '本年度',
  '，',
  '。',
  '、',
  '；',
  '：',
  '（',
  '）',
  '《',
  '》',
  '“',
  '\n',
  ' ',
  '收到',
  '受理',
  '办结',
  '答复',
  '结转',
  '转',
  '下年度',
  '未',
  '没有',
  '均',
  '全部',
  '其中',
  '分别为',
  '共',
  '率',
  '100%',
  '政府信息公开申请',
  '依申请公开',
  '申请',
  '信息',
  '主动公开',
  '行政复议',
  '行政诉讼',
  '信息处理费',
  '予以公开',
  '建议',
  '8件',
  '一件',
  '十二',
  '3至5件',
  '1,024',
  '1.2万',
  '余条',
  '380元',
  '一一一',
  '１２',
  '第',
  '零',
  '为0',
  '某',
  '市局',
  '-',
  '.',
]

const anyProse = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''))

describe('any text', () => {
  it('is read without fault, and every claim stands where it says', () => {
    const property = fc.property(fc.oneof(anyProse, fc.string({ unit: 'binary' })), (text) => {
      const found = claims(text, { year: 2024 })
      const faults = found.filter(
        ({ quote, start, end, value }) => quote === '' || text.slice(start, end) !== quote || !(value >= 0),
      )
      const starts = found.map(({ start }) => start)
      expect([faults, starts]).toEqual([[], starts.toSorted((a, b) => a - b)])
    })
    fc.assert(property, runs(400))
  })
})

const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1',
  'numerals without a unit': '一',
  'numbers without commas': '收到申请8件',
  commas: '收到政府信息公开申请8件，',
  sentences: '收到政府信息公开申请8件，均已答复。',
  brackets: '（收到8件',
  denials: '未发生行政复议，',
  'nouns of a denial': '行政诉讼，',
  titles: '《',
  ranges: '3-',
  years: '2024年、',
  'carry-overs': '结转下年，',
  parts: '其中公开5件、',
  totals: '主动公开信息8条，其中动态5条。',
  unknown: '某',
  blanks: ' \n',
  lines: '收到政府信息公开申请\n',
  fees: '收取信息处理费8元，',
}

describe('the time it takes', () => {
  it.each(Object.entries(HOSTILE))('grows with the text alone: %s', (_, piece) => {
    const [small, large] = [400, 1600].map((times) => workOf(() => readNarrative(piece.repeat(times), 2024)))
    expect(large).toBeLessThan(5 * (small ?? NaN) + 10_000)
  })

  const checked = (overview: string) =>
    check({ ...emptyReport('某局', 2024), narrative: { overview, problems: overview, other: overview } })

  it.each(Object.entries(HOSTILE))('grows with the text alone, its checks included: %s', (_, piece) => {
    const [small, large] = [200, 800].map((times) => workOf(() => checked(piece.repeat(times))))
    expect(large).toBeLessThan(6 * (small ?? NaN) + 50_000)
  })

  it('grows with the text alone: pieces in any order', () => {
    const property = fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 3, maxLength: 12 }), (pieces) => {
      const piece = pieces.join('')
      const [small, large] = [40, 160].map((times) => workOf(() => readNarrative(piece.repeat(times), 2024)))
      expect(large).toBeLessThan(6 * (small ?? NaN) + 20_000)
    })
    // The second seed is the one by which a text was found once that took too long.
    fc.assert(property, runs(60))
    fc.assert(property, { ...runs(60), seed: 20240131 })
  })
})
