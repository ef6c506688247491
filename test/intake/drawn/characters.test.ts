import { describe, expect, it } from '@jest/globals'
import { habitsOf, joinedLines } from '../../../src/intake/drawn/blanks'
import { meant } from '../../../src/intake/drawn/characters'

describe('characters that a font names otherwise', () => {
  it.each([
    ['radicals of the dictionary', '⽤⼾⾏⾯⼈⽇', '用户行面人日'],
    ['radicals in another form', '⻔⻚⻓⻅⻋⻢', '门页长见车马'],
    ['forms for vertical writing', '︵一︶︱', '(一)—'],
    ['ligatures of letters', 'oﬃce', 'office'],
    ['all others, as they are', '戶用ａ１①（）', '戶用ａ１①（）'],
  ])('are those that are meant: %s', (_, written, text) => {
    expect(meant(written)).toBe(text)
  })
})

describe('lines put together', () => {
  const spaced = habitsOf(['收到 8 件', '联系 office 办理'])

  it.each([
    ['between Chinese characters', ['政府信', '息公开'], '政府信息公开'],
    ['between words of letters', ['Open', 'data'], 'Open data'],
    ['within a number that is broken', ['010-', '1234'], '010-1234'],
    ['beside a digit, where there are none', ['共收到', '8件'], '共收到8件'],
  ])('have blanks only where they belong: %s', (_, lines, text) => {
    expect(joinedLines(lines)).toBe(text)
  })

  it('have blanks beside digits and letters where the text has them elsewhere', () => {
    expect(joinedLines(['共收到', '8 件，来自', 'office'], spaced)).toBe('共收到 8 件，来自 office')
    expect(joinedLines(['共收到', '8件，来自', 'office'], spaced)).toBe('共收到8件，来自 office')
  })
})
