import { wordOf, type Context } from './phrases'
import type { Tag, Token } from './tokens'

/** The earlier number, or numbers, of a change. */
export interface Change {
  /** What the numbers count: the words before 由 or 较上年的. */
  subject: Token[]
  /** The index of the word for the change. */
  at: number
}

const FROM = /[由从]$/
const UP_TO = /^[^,\d]{0,4}[到至为]/
/** What may stand between the first number and the change: 从2022年的9件、2023年的18件增长到. */
const BETWEEN: Tag[] = ['pause', 'year', 'past', 'skip', 'count']

function changeAfter(tokens: readonly Token[], at: number): number {
  let after = at + 1
  while (after < tokens.length && BETWEEN.includes(tokens[after]?.tag ?? 'change')) after += 1
  return after
}

/**
 * 申请由31件增加到44件, 较上年的31件增至44件: the change that begins with the number at `at`; null where none does. Only
 * the number after the change is of this year.
 */
export function changeFrom(tokens: readonly Token[], from: number, at: number, context: Context): Change | null {
  const change = changeAfter(tokens, at)
  const word = tokens[change]
  if (word?.tag !== 'change' || !UP_TO.test(context.text.slice(word.start + 1, word.end + 4))) return null
  const left = tokens.slice(from, at)
  const start = left.findIndex((token) => token.tag === 'compare' || FROM.test(wordOf(context, token)))
  return start < 0 ? null : { subject: left.slice(0, start), at: change }
}
