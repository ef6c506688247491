import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mergedTexts, textChanges } from '../../src/narrative'
import { runs } from '../support/runs'

const paragraph = fc.constantFrom('收到申请8件。', '办结7件。', '', '主动公开政策文件。', 'constructor', '__proto__')
const paragraphs = fc.array(paragraph, { minLength: 2, maxLength: 8 })

describe('two people at one text', () => {
  it('keep both what they have changed, in different paragraphs', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (base, first, second) => {
        const [one, other] = [first % base.length, second % base.length]
        fc.pre(one !== other)
        const by = (changes: Readonly<Record<number, string>>) =>
          base.map((text, index) => changes[index] ?? text).join('\n')
        const merged = mergedTexts(base.join('\n'), by({ [one]: '甲改的。' }), by({ [other]: '乙改的。' }))
        const both = by({ [one]: '甲改的。', [other]: '乙改的。' })
        expect(merged).toEqual({ one: both, other: both })
      }),
      runs(500),
    )
  })

  it.each([
    ['the same change', '一\n二', '一\n二改', '一\n二改', '一\n二改'],
    ['paragraphs put in at two places', '一\n二', '零\n一\n二', '一\n二\n三', '零\n一\n二\n三'],
    ['one who changed nothing', '一\n二', '一\n二', '一\n二\n三', '一\n二\n三'],
  ])('have changed %s', (_, base, one, other, merged) => {
    expect(mergedTexts(base, one, other)).toEqual({ one: merged, other: merged })
    expect(mergedTexts(base, other, one)).toEqual({ one: merged, other: merged })
  })

  it.each([
    ['the same paragraph', '一\n二', '一甲\n二', '一乙\n二', '一甲\n二', '一乙\n二'],
    ['a text of one paragraph', '一', '甲', '乙', '甲', '乙'],
    ['a paragraph that the other has deleted', '一\n二\n三', '一\n二改\n三', '一\n三', '一\n二改\n三', '一\n三'],
    [
      'one paragraph together and others each for himself',
      '一\n二\n三\n四\n五',
      '一甲\n二\n三甲\n四\n五',
      '一\n二\n三乙\n四\n五乙',
      '一甲\n二\n三甲\n四\n五乙',
      '一甲\n二\n三乙\n四\n五乙',
    ],
    ['the end in one way, and another paragraph besides', '一', '一\n甲', '一\n甲\n乙', '一\n甲', '一\n甲\n乙'],
  ])('of whom both have changed %s keep all other paragraphs', (_, base, one, other, asOne, asOther) => {
    expect(mergedTexts(base, one, other)).toEqual({ one: asOne, other: asOther })
    expect(mergedTexts(base, other, one)).toEqual({ one: asOther, other: asOne })
  })
})

describe('paragraphs put in at one place', () => {
  it.each([
    ['at the end', '一', '一\n甲', '一\n乙', '一\n乙\n甲'],
    ['at the beginning', '一', '甲\n一', '乙\n一', '乙\n甲\n一'],
    ['in the middle', '一\n二', '一\n甲\n二', '一\n乙\n丙\n二', '一\n乙\n丙\n甲\n二'],
    ['behind one that the other has changed', '一\n二', '一\n二\n甲', '一\n二改', '一\n二改\n甲'],
    ['behind one that the person has changed', '一\n二', '一\n二改', '一\n二\n乙', '一\n二改\n乙'],
    ['behind one that both left, one with a change', '一', '一改\n甲', '一\n乙', '一改\n甲\n乙'],
  ])('%s stay of both', (_, base, one, other, both) => {
    expect(mergedTexts(base, one, other)).toEqual({ one: both, other: both })
  })
})

describe('what has changed in a text', () => {
  it('is told by its words', () => {
    expect(textChanges('共收到申请18件，办结7件。', '共收到申请12件，办结7件。')).toEqual([
      { kind: 'same', text: '共收到申请' },
      { kind: 'gone', text: '18' },
      { kind: 'new', text: '12' },
      { kind: 'same', text: '件，办结7件。' },
    ])
  })

  it('gives both texts, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      paragraphs.map((all) => all.join('\n')),
    )
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = textChanges(from, to)
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text)
        expect([without('new').join(''), without('gone').join('')]).toEqual([from, to])
      }),
      runs(500),
    )
  })

  const again = '一\n'.repeat(8_000)
  const long = '件'.repeat(16_000)
  it.each([
    ['the same paragraph again and again', again, null],
    ['one character again and again', long, { one: `甲${long}一`, other: `${long}乙` }],
  ])('is told as a whole, and kept apart, for %s', (_, text, merged) => {
    const parts = textChanges(text, `${text}。`)
    expect(parts.map(({ kind }) => kind)).toEqual(['gone', 'new'])
    expect(mergedTexts(`${text}一`, `甲${text}一`, `${text}乙`)).toEqual(merged)
  })

  it('is told by paragraphs where the texts are long', () => {
    const long = Array.from({ length: 400 }, (_, index) => `第${index}段，政府信息公开工作年度报告的正文。`)
    const changed = long.map((text, index) => (index === 200 ? '改写的一段。' : text))
    expect(textChanges(long.join('\n'), changed.join('\n')).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: long[200] },
      { kind: 'new', text: '改写的一段。' },
    ])
  })
})
