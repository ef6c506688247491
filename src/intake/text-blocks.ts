import { documentWords } from '../words/document'
import { intakeWords } from '../words/intake'
import type { Block } from './blocks'

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/

/** Lines of text, tables tab-separated. Blank lines and the notice that our own drafts carry are no content. */
export function textBlocks(content: string): Block[] {
  return content
    .replace(/^\ufeff/, '')
    .split(LINE_END)
    .map((line, index) => ({ text: line.trim(), cells: line.split('\t'), place: intakeWords.line(index + 1) }))
    .filter(({ text, cells }) => (text !== '' || cells.length > 1) && text !== documentWords.draftNotice)
}
