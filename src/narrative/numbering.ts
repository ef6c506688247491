/** Numbers of lists and headings that start again, skip one or stand in the wrong order. */
import type { TextRange } from './text-range'
import { isHeading, paragraphsOf, type Paragraph } from './paragraphs'

const DIGITS = '一二三四五六七八九十'

/** 十二 is 12; these numbers do not go beyond 99. */
function ordinal(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(written)
  if (circled >= 0) return circled + 1
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['0', written]
  const valueOf = (digit: string) => DIGITS.indexOf(digit) + 1
  return (tens === '0' ? 0 : 10 * (tens === '' ? 1 : valueOf(tens))) + (ones === '' ? 0 : valueOf(ones))
}

function chinese(value: number): string {
  const digit = (one: number) => (one === 0 ? '' : (DIGITS[one - 1] ?? ''))
  const tens = Math.floor(value / 10)
  return (tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`) + digit(value % 10)
}

interface Series {
  /** The number in the first group; what stands before it is no part of the list's own words. */
  pattern: RegExp
  write: (value: number) => string
}

/** From the highest level to the lowest; a number of one level begins those below it anew. */
const levels: readonly Series[] = [
  { pattern: /^([一二三四五六七八九十]{1,3})、/, write: (value) => `${chinese(value)}、` },
  { pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)](?![项款目条])/, write: (value) => `（${chinese(value)}）` },
  { pattern: /^(\d{1,2})(?:[.．](?!\d)|、)/, write: (value) => `${value}.` },
  { pattern: /^[（(](\d{1,2})[）)](?![项款目条])/, write: (value) => `（${value}）` },
]

/** Within a paragraph or through several of them; a new list begins at 一 wherever it likes. */
const inline: readonly Series[] = [
  {
    pattern: /(?<=^|[。；;，,：:、\s（(“])([一二三四五六七八九十]{1,2})是(?![否非])/g,
    write: (value) => `${chinese(value)}是`,
  },
  { pattern: /([①-⑳])/g, write: (value) => String.fromCharCode(0x245f + value) },
]

/** What a list says that starts again or leaves a number out. */
export interface NumberingFault extends TextRange {
  kind: 'repeated' | 'restarted' | 'skipped' | 'backwards'
  found: string
  expected: string
}

interface Numbered extends TextRange {
  value: number
  found: string
}

function faultOf({ value, found, start, end }: Numbered, last: number, write: Series['write']): NumberingFault | null {
  if (value === last + 1) return null
  const kind = value === last ? 'repeated' : value === 1 ? 'restarted' : value < last ? 'backwards' : 'skipped'
  return { kind, found, expected: write(last + 1), start, end }
}

/** A list may start again under a heading of its own, or where the sentence before announces it. */
const announces = (before: Paragraph | undefined): boolean =>
  before !== undefined &&
  (isHeading(before.text) || /[：:]$|改进|措施|下一步|打算|针对|问题|不足/.test(before.text.slice(-40)))

/** A line may begin with a number that counts nothing: a year cut by the page, a figure. */
const isPlausibleStart = (value: number, level: number): boolean => value === 1 || level < 2

function lineFaults(paragraphs: readonly Paragraph[]): NumberingFault[] {
  const last = levels.map(() => 0)
  return paragraphs.flatMap(({ text, start }, index) => {
    const level = levels.findIndex(({ pattern }) => pattern.test(text))
    const series = levels[level]
    const match = series?.pattern.exec(text)
    if (!series || !match) return []
    const value = ordinal(match[1] ?? '')
    const before = last[level] ?? 0
    if (before === 0 && !isPlausibleStart(value, level)) return []
    last.fill(0, level + 1)
    last[level] = value
    if (value === 1 && (before === 0 || announces(paragraphs[index - 1]))) return []
    return faultOf({ value, found: match[0], start, end: start + match[0].length }, before, series.write) ?? []
  })
}

function inlineFaults(text: string, { pattern, write }: Series): NumberingFault[] {
  let last = 0
  let end = 0
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = ordinal(match[1] ?? '')
    const [before, between] = [last, text.slice(end, match.index)]
    last = value
    end = match.index + match[0].length
    // 一是 alone is no list yet: a second one in the same paragraph has the wrong number.
    const isNew = value === 1 && (before !== 1 || between.includes('\n'))
    return isNew ? [] : (faultOf({ value, found: match[0], start: match.index, end }, before, write) ?? [])
  })
}

export function numberingFaults(text: string): NumberingFault[] {
  return [...lineFaults(paragraphsOf(text)), ...inline.flatMap((series) => inlineFaults(text, series))]
}
