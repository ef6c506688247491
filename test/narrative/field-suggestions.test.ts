import { describe, expect, it } from '@jest/globals'
import { fieldForClaim, fieldSuggestions, fillFields } from '../../src/narrative'
import { withFigures, type Report } from '../../src/report'
import cleanReport from '../fixtures/clean-report.json'

const clean: Report = cleanReport

/** A claim whose words stand between ⟨ and ⟩. */
function marked(source: string, kind: string, value: number, approximate = false) {
  const start = source.indexOf('⟨')
  const end = source.indexOf('⟩') - 1
  const text = source.replace(/[⟨⟩]/g, '')
  return { text, claim: { kind, value, approximate, quote: text.slice(start, end), start, end } }
}

describe('the field for a claim', () => {
  it.each([
    ['received', 8, '本年新收'],
    ['received', 9, '收到合计'],
    ['received', 10, null],
    ['concluded', 9, '办结'],
    ['carriedIn', 1, '上年结转'],
    ['carriedOut', 0, '结转下年'],
    ['reviewCases', 1, '行政复议'],
    ['litigationCases', 1, '行政诉讼'],
    ['activelyDisclosed', 8, null],
  ])('%s %i is %j', (kind, value, field) => {
    expect(fieldForClaim({ kind, value, approximate: false, quote: '', start: 0, end: 0 }, clean)).toBe(field)
  })

  it('is none where the claim is approximate or the figure blank', () => {
    const { claim } = marked('⟨收到8件⟩', 'received', 8)
    expect(fieldForClaim({ ...claim, approximate: true }, clean)).toBeNull()
    expect(fieldForClaim(claim, withFigures(clean, { 'table3.received.total': null }))).toBeNull()
  })
})

describe('suggestions', () => {
  it.each([
    ['2024年，⟨收到申请 8 件⟩，', 'received', 8, '2024年，收到申请 【本年新收】 件，'],
    ['⟨２０２４年收到申请８件⟩', 'received', 8, '２０２４年收到申请【本年新收】件'],
    ['⟨发生行政复议1起⟩', 'reviewCases', 1, '发生行政复议【行政复议】起'],
  ])('%s', (source, kind, value, expected) => {
    const { text, claim } = marked(source, kind, value)
    const [one, ...more] = fieldSuggestions(text, [claim, claim], clean)
    expect(more).toEqual([])
    const changed = text.slice(0, one?.start) + one?.to + text.slice(one?.end)
    expect(changed).toBe(expected)
    expect(fillFields(changed, clean, null).text).toBe(text.replace('８', '8'))
  })

  it.each([
    ['⟨未收到申请⟩', 'carriedOut', 0],
    ['⟨收到申请八件⟩', 'received', 8],
    ['⟨收到申请8件，网上8件⟩', 'received', 8],
    ['⟨收到申请10件⟩', 'received', 10],
  ])('none for %s', (source, kind, value) => {
    const { text, claim } = marked(source, kind, value)
    expect(fieldSuggestions(text, [claim], clean)).toEqual([])
  })
})
