import { edition2021 } from '../form'
import type { Block } from './blocks'

/** The title of a source: `unit` is empty or `year` null if the title does not say. */
export interface ReportTitle {
  unit: string
  year: number | null
  quote: string
}

const TAILS = [
  edition2021.title,
  '政府信息公开年度报告',
  '政府信息公开工作年报',
  '政府信息公开年报',
  '政务公开工作年度报告',
  '政务公开年度报告',
  '政务公开年报',
]
/** What may follow the title's own words. */
const AFTER = /\s*(?:比对|对比|比较|对照|（全文）|全文)$/
const YEAR = /(?:关于)?\s*([12]\d{3}|[一二][〇零○Ｏ一二三四五六七八九]{3}|[_—-]+)\s*年\s*度?/g
const YEAR_AFTER = /[（(【[]?\s*([12]\d{3})\s*年\s*度?\s*[)）】\]]?$/
const CHINESE_DIGITS = '〇一二三四五六七八九'
const MARKS = /^[#*\s]+|[*\s]+$/g
const LONGEST_TITLE = 120
const LONGEST_LINE = 60
const MOST_LINES = 3
/** No report has its title below so many lines. */
const MOST_FRONT = 5000

/** What stands before the tail, blanks between the tail's characters not counted; undefined if the text ends otherwise. */
function before(text: string, tail: string): string | undefined {
  let end = text.length
  for (let i = tail.length - 1; i >= 0; i -= 1) {
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1
    if (text.charAt(end - 1) !== tail.charAt(i)) return undefined
    end -= 1
  }
  return text.slice(0, end)
}

const halfWidth = (text: string) =>
  text.replace(/[０-９＿]/g, (c) => (c === '＿' ? '_' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))

function numberOfYear(written: string): number | null {
  const digits = [...written.replace(/[零○Ｏ]/g, '〇')].map((c) => {
    const digit = CHINESE_DIGITS.indexOf(c)
    return digit < 0 ? c : String(digit)
  })
  return /^\d{4}$/.test(digits.join('')) ? Number(digits.join('')) : null
}

function unitOf(text: string): string {
  const unit = text.replace(/\s+/g, ' ').trim()
  return /^_+$/.test(halfWidth(unit)) ? '' : unit
}

function readTitle(written: string): ReportTitle | undefined {
  const quote = written.replace(MARKS, '').replace(AFTER, '')
  const half = halfWidth(quote)
  const yearAfter = YEAR_AFTER.exec(half)
  const named = yearAfter ? quote.slice(0, yearAfter.index) : quote
  const head = TAILS.map((tail) => before(named, tail)).find((text) => text !== undefined)
  if (head === undefined) return undefined
  const year = [...halfWidth(head).matchAll(YEAR)].pop()
  const unit = year ? head.slice(0, year.index) + head.slice(year.index + year[0].length) : head
  return { unit: unitOf(unit), year: numberOfYear(year?.[1] ?? yearAfter?.[1] ?? ''), quote }
}

const completeness = ({ unit, year }: ReportTitle) => (unit === '' ? 0 : 1) + (year === null ? 0 : 1)

/** The title that ends at a line. It may take several lines: as few as say the most, none of them a sentence. */
function titleEndingAt(lines: readonly string[], end: number): ReportTitle | undefined {
  let best: ReportTitle | undefined
  for (let start = end; start >= 0 && end - start < MOST_LINES; start -= 1) {
    const line = lines[start] ?? ''
    if (start < end && (line.length > LONGEST_LINE || /[。；;！？]/.test(line))) break
    const title = readTitle(lines.slice(start, end + 1).join(' '))
    if (title && (!best || completeness(title) > completeness(best))) best = title
  }
  return best
}

/**
 * The title among the lines before the first section; undefined where there is none. A source that compares years has
 * none in its title: then the one that was chosen is the report's.
 */
export function findTitle(front: readonly Block[], chosen: number | null = null): ReportTitle | undefined {
  const title = bestTitle(front)
  return title && chosen !== null ? { ...title, year: chosen } : title
}

function bestTitle(front: readonly Block[]): ReportTitle | undefined {
  const lines = front.slice(0, MOST_FRONT).map(({ text }) => text)
  let best: ReportTitle | undefined
  lines.forEach((line, end) => {
    const title = line.length <= LONGEST_TITLE ? titleEndingAt(lines, end) : undefined
    if (title && (!best || completeness(title) > completeness(best))) best = title
  })
  return best
}
