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

/** Whether a line is a number alone: with `\f` before or after it, it is a page number. */
const isAlone = (text: string): boolean => /^\s*\d{1,3}\s*$/.test(text)

/** The lines of a text. Page numbers and the notice that our own drafts carry are no content. */
export function linesOf(content: string): TextLine[] {
  const lines: TextLine[] = []
  let blanks = 0
  let page = 1
  let isPageEnd = false
  const pages = content.replace(/^\ufeff/, '').split('\f')
  let number = 0
  pages.forEach((sheet, index) => {
    const texts = sheet.split(LINE_END)
    const last = pages.length > 1 ? texts.reduce((at, text, i) => (text.trim() === '' ? at : i), -1) : -1
    texts.forEach((raw, i) => {
      number += 1
      const text = withoutEnd(raw)
      const isNumber = isPageNumber(text) || (i === last && isAlone(text))
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
    if (index < pages.length - 1) {
      number -= 1
      page += 1
      isPageEnd = true
    }
  })
  return lines
}
