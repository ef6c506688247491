/** Comments on words of a text: a comment of the cell that begins with the words. Pure. */
import { displayValue } from './display'
import type { Cell, Comment } from './model'

/** Longer ones are told by their beginning, so that the comment stays readable. */
const MOST = 200

const quoted = /^“([^]+?)”\n/

/** A comment's text about the words. */
export const commentOn = (words: string, text: string): string => `“${words.slice(0, MOST)}”\n${text}`

/** The words that a comment is about; null: it is about the whole cell. */
export function quoteOf({ entries }: Pick<Comment, 'entries'>): string | null {
  return quoted.exec(entries[0]?.text ?? '')?.[1] ?? null
}

/** What a comment on the whole cell is said of: long contents by their beginning. */
export const contentsFor = (cell: Cell | undefined): string =>
  displayValue(cell?.value, cell?.style?.numberFormat).slice(0, MOST)

/** What the comment says, without the words. */
export const saidIn = ({ entries }: Pick<Comment, 'entries'>): string => (entries[0]?.text ?? '').replace(quoted, '')
