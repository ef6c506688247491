import { has } from './clauses'
import { causeIn, withoutCause } from './causes'
import { courtKinds, wordOf, type Context } from './phrases'
import { OTHER_COURT, type Frame } from './spot'
import type { Token } from './tokens'

/** An authority for reviews also handles those about other matters. */
function isAuthority(tokens: readonly Token[], context: Context): boolean {
  const says = (word: string) => tokens.some((token) => wordOf(context, token) === word)
  // 答复后被复议 is not about such an authority, nor is 对答复不服申请复议.
  return !says('被') && (has(tokens, 'handle', 'conclude') || says('受理'))
}

/** What a number of reviews or lawsuits counts. */
export function courtFrame(tokens: readonly Token[], context: Context): Frame {
  // 因行政处罚引发的行政复议3件、行政诉讼2件: a list goes on with the same matter.
  if (context.topic === 'other' && tokens[0]?.tag === 'pause') return OTHER_COURT
  if (context.topic === 'otherCourt' && !has(tokens, 'open', 'ask', 'info')) return OTHER_COURT
  // 因上年申请引发行政复议1件: the cause is of last year, the case is of this year.
  const stated = withoutCause(tokens, causeIn(tokens, context))
  if (has(stated, 'result', 'bad', 'carry', 'past')) return { kinds: [], topic: 'court' }
  const kinds = courtKinds(tokens)
  if (kinds === 'otherMatter' || (isAuthority(stated, context) && !has(tokens, 'open', 'ask', 'apply')))
    return OTHER_COURT
  return { kinds, topic: 'court' }
}
