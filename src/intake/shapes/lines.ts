import { documentWords } from '../../words/document'

/** A line of a text that is not blank. */
export interface TextLine {
  /** Without blanks at its end. */
  text: string
  /** Counted from 1. */
  number: number
  /** Blank lines before it, those around a page's end not counted. */
  blanks: number
  page: number
  /** The heading of the column it stands in, where two reports are printed side by side. */
  part?: string
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/
const PAGE_NUMBER = /^\s*(?:[-—–－―]\s?\d{1,4}\s?[-—–－―]|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?)\s*$/
const LONGEST_PAGE_NUMBER = 400

const isPageNumber = (text: string): boolean => text.length < LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(text)

/** The text without blanks at its end, in linear time. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[ \u00a0\u3000]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const ALONE = /^\s*(\d{1,3})\s*$/

/** The last lines of a sheet that are not blank, the very last one first. */
const lastLines = (texts: readonly string[]): number[] =>
  texts
    .flatMap((text, i) => (text.trim() === '' ? [] : [i]))
    .slice(-2)
    .reverse()

/** The last line of a sheet where it is a number alone. */
interface LoneNumber {
  sheet: number
  line: number
  /** How far it is ahead of the sheets' own count: the same for all page numbers. */
  ahead: number
  /** The line above is a number too, as in a table with one cell a line. */
  isBelowNumber: boolean
}

function loneNumbers(sheets: readonly (readonly string[])[]): LoneNumber[] {
  return sheets.flatMap((texts, sheet) => {
    const [line = -1, above = -1] = lastLines(texts)
    const number = ALONE.exec(texts[line] ?? '')?.[1]
    const isBelowNumber = ALONE.test(texts[above] ?? '')
    return number === undefined ? [] : [{ sheet, line, ahead: Number(number) - sheet, isBelowNumber }]
  })
}

/**
 * The last lines of sheets that are page numbers, by sheet: lone numbers that count up with the sheets. A single one
 * counts as such only where it ends the text, below a paragraph, and is its sheet's own number: others may be figures.
 */
function pageNumbersIn(sheets: readonly (readonly string[])[]): ReadonlyMap<number, number> {
  if (sheets.length === 1) return new Map()
  const lone = loneNumbers(sheets)
  const alike = ({ ahead }: LoneNumber) => lone.filter((one) => one.ahead === ahead).length
  const most = Math.max(...lone.map(alike))
  const isEnd = (sheet: number) => sheets.slice(sheet + 1).every((texts) => lastLines(texts).length === 0)
  const isPage = (one: LoneNumber) =>
    most > 1 ? alike(one) === most : one.ahead === 1 && !one.isBelowNumber && isEnd(one.sheet)
  return new Map(lone.filter(isPage).map(({ sheet, line }) => [sheet, line]))
}

/** The lines of a text. Page numbers and the notice that our own drafts carry are no content. */
export function linesOf(content: string): TextLine[] {
  const lines: TextLine[] = []
  let blanks = 0
  let page = 1
  let isPageEnd = false
  const sheets = content
    .replace(/^\ufeff/, '')
    .split('\f')
    .map((sheet) => sheet.split(LINE_END))
  const pageNumbers = pageNumbersIn(sheets)
  let number = 0
  sheets.forEach((texts, index) => {
    texts.forEach((raw, i) => {
      number += 1
      const text = withoutEnd(raw)
      const isNumber = isPageNumber(text) || pageNumbers.get(index) === i
      if (isNumber) {
        page += 1
        isPageEnd = true
      } else if (text.trim() === '' && !text.includes('\t')) blanks += 1
      else if (text.trim() !== documentWords.draftNotice) {
        lines.push({ text, number, blanks: isPageEnd ? 0 : blanks, page })
        blanks = 0
        isPageEnd = false
      }
    })
    if (index < sheets.length - 1) {
      number -= 1
      page += 1
      isPageEnd = true
    }
  })
  return lines
}
