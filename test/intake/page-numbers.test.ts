import { describe, expect, it } from '@jest/globals'
import { read } from '../../src/intake'
import { stacked } from './shapes'
import { clean, cleanText } from './sources'

const lines = stacked(clean).split('\n')
const isFigure = (line: string | undefined) => /^\d+$/.test(line ?? '')
const begin = lines.findIndex((line) => line.startsWith('三、'))
const end = lines.findIndex((line) => line.startsWith('四、政府'))
const ofFigures = lines.flatMap((line, i) => (i > begin && i < end && isFigure(line) ? [i] : []))

/** The text with the page ends after the given lines, and above each what stands at the foot of the page. */
const paged = (after: readonly number[], foot: (page: number) => string[] = () => []) =>
  lines
    .flatMap((line, i) => {
      const page = after.indexOf(i - 1)
      return page < 0 ? [line] : [...foot(page + 1), `\f${line}`]
    })
    .join('\n')

const same = (text: string) => {
  const { report, findings } = read(text, 'text')
  return { report, told: findings.map(({ rule }) => rule) }
}

describe('a text with page ends and one cell a line', () => {
  it('loses no figure at the end of a page, wherever the page ends', () => {
    expect(ofFigures.length).toBe(175)
    for (const at of ofFigures) expect(same(paged([at]))).toEqual({ report: clean, told: [] })
  })

  it('loses none at the ends of several pages', () => {
    const some = ofFigures.filter((_, i) => i % 40 === 6)
    expect(same(paged(some))).toEqual({ report: clean, told: [] })
  })

  it('takes numbers that count up with the pages for page numbers', () => {
    const some = ofFigures.filter((_, i) => i % 40 === 6)
    expect(same(paged(some, (page) => ['', String(page)]))).toEqual({ report: clean, told: [] })
    expect(same(paged(some, (page) => ['', String(page + 11)]))).toEqual({ report: clean, told: [] })
  })
})

describe('a text of one page', () => {
  it('has a page number below its last paragraph', () => {
    expect(same(`${cleanText.trimEnd()}\n\n1\n\f`)).toEqual({ report: clean, told: [] })
  })
})
