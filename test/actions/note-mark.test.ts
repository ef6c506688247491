import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hasMark, withMark, withoutMark } from '../../src/actions/note-mark'
import { noteSign } from '../../src/words/actions'
import { shareOfTime } from '../support/processor-time'
import { runs } from '../support/runs'

describe('the check’s part of a note', () => {
  it.each([
    ['', ['错误：甲'], '【校验】错误：甲'],
    ['人写的', ['错误：甲', '警告：乙'], '人写的\n【校验】错误：甲\n【校验】警告：乙'],
    ['人写的\n【校验】错误：旧\n后来又写的', ['错误：新'], '人写的\n后来又写的\n【校验】错误：新'],
    ['【校验】错误：旧', [], ''],
    ['人写的', [], '人写的'],
    ['', ['两行\n  的话'], '【校验】两行 的话'],
  ])('of %j with %j is %j', (note, lines, wanted) => {
    expect(withMark(note, lines)).toBe(wanted)
  })

  it('takes a message of any length in time that grows with it, and keeps a note that people can read', () => {
    const blanks = (length: number) => void withMark('', [`值${' '.repeat(length)}x\n\n 完`])
    expect(shareOfTime(blanks, 100_000)).toBeLessThan(1)
    expect(withMark('人写的', ['字'.repeat(32_767)])).toHaveLength(4 + noteSign.length + 1_000)
  })

  it('leaves every note of people to the letter when it goes', () => {
    const theirs = fc.string().filter((note) => !hasMark(note))
    fc.assert(
      fc.property(theirs, fc.array(fc.string(), { minLength: 1 }), (note, lines) => {
        expect(withoutMark(withMark(note, lines))).toBe(note)
        expect(withMark(withMark(note, ['别的']), lines)).toBe(withMark(note, lines))
      }),
      runs(100),
    )
  })
})
