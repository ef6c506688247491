/** Numbers of lists and headings that start again, skip one or stand in the wrong order. */
import type { TextRange } from './text-range'
import { isHeading, paragraphsOf, type Paragraph } from './paragraphs'

const DIGITS = '一二三四五六七八九十'

/** The value of a numeral up to 99: 十二 is 12. */
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
  /** The number is the first group. */
  pattern: RegExp
  write: (value: number) => string
}

/** From the highest level to the lowest. A number of one level restarts the levels below it. */
const levels: readonly Series[] = [
  { pattern: /^([一二三四五六七八九十]{1,3})、/, write: (value) => `${chinese(value)}、` },
  { pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)](?![项款目条])/, write: (value) => `（${chinese(value)}）` },
  { pattern: /^(\d{1,2})(?:[.．](?!\d)|、)/, write: (value) => `${value}.` },
  { pattern: /^[（(](\d{1,2})[）)](?![项款目条])/, write: (value) => `（${value}）` },
]

/** Lists within a paragraph or across several. A new list may begin at 一 anywhere. */
const inline: readonly Series[] = [
  {
    pattern: /(?<=^|[。；;，,：:、\s（(“])([一二三四五六七八九十]{1,2})是(?![否非])/g,
    write: (value) => `${chinese(value)}是`,
  },
  { pattern: /([①-⑳])/g, write: (value) => String.fromCharCode(0x245f + value) },
]

/** A number in a list that is not the next one. `written`: as in the text; `expected`: the next one. */
export interface NumberingFault extends TextRange {
  kind: 'repeated' | 'restarted' | 'skipped' | 'backwards'
  written: string
  expected: string
}

interface Numbered extends TextRange {
  value: number
  written: string
}

function faultOf(
  { value, written, start, end }: Numbered,
  last: number,
  write: Series['write'],
): NumberingFault | null {
  if (value === last + 1) return null
  const kind = value === last ? 'repeated' : value === 1 ? 'restarted' : value < last ? 'backwards' : 'skipped'
  return { kind, written, expected: write(last + 1), start, end }
}

/** Whether a list may start again after a paragraph: a heading, or a sentence that announces a list. */
const announces = (before: Paragraph | undefined): boolean =>
  before !== undefined &&
  (isHeading(before.text) || /[：:]$|改进|措施|下一步|打算|针对|问题|不足/.test(before.text.slice(-40)))

/** Digits at the start of a line may be no list, but a year or figure broken off there; so a list has to start at 1. */
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
    return faultOf({ value, written: match[0], start, end: start + match[0].length }, before, series.write) ?? []
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
    // A second 一是 in the same paragraph is a wrong number, not a new list.
    const isNew = value === 1 && (before !== 1 || between.includes('\n'))
    return isNew ? [] : (faultOf({ value, written: match[0], start: match.index, end }, before, write) ?? [])
  })
}

export function numberingFaults(text: string): NumberingFault[] {
  return [...lineFaults(paragraphsOf(text)), ...inline.flatMap((series) => inlineFaults(text, series))]
}
