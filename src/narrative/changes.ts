import { wordOf, type Context } from './phrases'
import type { Token } from './tokens'

const FROM = /[由从]$/
const UP_TO = /^.{0,2}[到至为]/
/** So many characters of a change are read: 大幅增加到. */
const LONGEST_CHANGE = 6

/** Whether the words right after a token tell a change to a number: 增加到, 增至. */
function changesTo(tokens: readonly Token[], at: number, context: Context): boolean {
  const [token, change] = [tokens[at], tokens[at + 1]]
  if (!token || change?.tag !== 'change') return false
  return UP_TO.test(context.text.slice(change.start, token.end + LONGEST_CHANGE))
}

/**
 * 申请由31件增加到44件, 较上年的31件增至44件: the words before the earlier number that tell what both numbers count; null
 * where no change begins with this number.
 */
export function changedSubject(tokens: readonly Token[], from: number, at: number, context: Context): Token[] | null {
  if (!changesTo(tokens, at, context)) return null
  const left = tokens.slice(from, at)
  const start = left.findIndex((token) => token.tag === 'compare' || FROM.test(wordOf(context, token)))
  return start < 0 ? null : left.slice(0, start)
}
