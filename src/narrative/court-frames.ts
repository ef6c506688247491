import { has } from './clauses'
import { causeIn, withoutCause } from './causes'
import { courtKinds, wordOf, type Context } from './phrases'
import { OTHER_COURT, type Frame } from './spot'
import type { Token } from './tokens'

/** An authority for reviews also handles those about other matters. */
function isAuthority(tokens: readonly Token[], context: Context): boolean {
  const says = (word: string) => tokens.some((token) => wordOf(context, token) === word)
  // 答复后被复议 is not about such an authority, nor is 对答复不服申请复议.
  const isOwn = context.topic === 'ask' || context.topic === 'court'
  const isReceiver =
    !isOwn && has(tokens, 'receive') && tokens.some((token) => wordOf(context, token).endsWith('复议申请'))
  return !says('被') && (has(tokens, 'handle', 'conclude') || says('受理') || isReceiver)
}

/** 应诉行政案件31件: lawsuits about anything, where nothing names disclosure. */
function isOfAnything(tokens: readonly Token[], context: Context): boolean {
  const isOwn = context.topic === 'ask' || context.topic === 'court' || has(tokens, 'open', 'ask', 'info', 'because')
  const says = (word: string) => tokens.some((token) => wordOf(context, token) === word)
  return !isOwn && says('应诉') && says('行政')
}

/** 作为复议机关，审理…案件5件: reviews of what others did, also where they are about disclosure. */
const isByAuthority = (tokens: readonly Token[], { isAuthority }: Context): boolean =>
  isAuthority && has(tokens, 'handle', 'conclude', 'receive')

/** 一审行政诉讼, 行政诉讼二审案件 */
const isOfInstance = ({ tag, start, end }: Token, { text }: Context): boolean =>
  tag === 'lawsuit' &&
  (/[一二再]审(?:的)?$/.test(text.slice(Math.max(0, start - 3), start)) || /^[一二再]审/.test(text.slice(end, end + 2)))

/** 对各部门答复不服的复议申请 */
const isOfBranches = (tokens: readonly Token[]): boolean => has(tokens, 'branch') && !has(tokens, 'whole')

/** Whether words tell of cases before somebody else, or of what an authority for reviews does. */
const isOfOthers = (tokens: readonly Token[], stated: readonly Token[], context: Context): boolean =>
  isOfBranches(tokens) ||
  isByAuthority(stated, context) ||
  (isAuthority(stated, context) && !has(tokens, 'open', 'ask', 'apply'))

/** What a number of reviews or lawsuits counts. */
export function courtFrame(tokens: readonly Token[], context: Context): Frame {
  // 因行政处罚引发的行政复议3件、行政诉讼2件: a list goes on with the same matter.
  if (context.topic === 'other' && tokens[0]?.tag === 'pause') return OTHER_COURT
  if (context.topic === 'otherCourt' && !has(tokens, 'open', 'ask', 'info')) return OTHER_COURT
  if (isOfAnything(tokens, context)) return { ...OTHER_COURT, court: 'litigationCases' }
  // 一审行政诉讼12件、二审7件 may be the same cases.
  if (tokens.some((token) => isOfInstance(token, context))) return { kinds: [], topic: 'court' }
  // 因上年申请引发行政复议1件: the cause is of last year, the case is of this year.
  const stated = withoutCause(tokens, causeIn(tokens, context))
  const isClosed = stated.some((token) => wordOf(context, token) === '结案')
  if (isClosed || has(stated, 'result', 'bad', 'carry', 'past')) return { kinds: [], topic: 'court' }
  const kinds = courtKinds(tokens, context)
  if (kinds === 'otherMatter' || isOfOthers(tokens, stated, context)) return OTHER_COURT
  return { kinds, topic: 'court' }
}
