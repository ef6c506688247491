import { has, lastAt, lastOf } from './clauses'
import { courtFrame } from './court-frames'
import { deniesRequests } from './denials'
import { disclosedFrame, isAboutInfo } from './information-frames'
import { assists, carriesIn, carryIn } from './carries'
import { isDueNextYear, isNotDue, isProlonged, isStillOpen } from './open-requests'
import { binds, isOnSite, isUnknown, nounOf, wordOf, type Context } from './phrases'
import { bareFrame, completedFrame, freshBehind, freshFrame, requestFrame, requestsBehind } from './request-frames'
import {
  CARRIED_OUT,
  FEE,
  nounIn,
  NOTHING,
  OTHER,
  OTHER_COURT,
  OUTCOME,
  STOCK,
  type Frame,
  type Spot,
  type Surroundings,
} from './spot'
import type { Tag, Token } from './tokens'

/** Whether words name an outcome; 公开8件 does where the sentence is about applications. */
function isOutcome(words: readonly Token[], context: Context): boolean {
  const verb = lastOf(words, 'publish')
  const isPlain = verb !== undefined && wordOf(context, verb) === '公开' && !has(words, 'info', 'other')
  return has(words, 'outcome') || (isPlain && context.topic === 'ask')
}

/** 收到申请38件，其中主动公开5件 */
const isOutcomeOfWhole = ({ left, whole, noun }: Spot): boolean =>
  whole === 'ask' && noun === null && has(left, 'publish')

const isElsewhere = ({ left, context }: Spot) =>
  context.topic !== 'ask' && context.topic !== null && !has(left, 'ask', 'apply')

/** Whether a number counts something else, as in 建议5件; but in 对建议不予公开5件 an outcome follows the noun. */
function isOtherNoun({ left, noun }: Spot): boolean {
  // 行政复议、诉讼、举报投诉均为0
  if (has(left, 'review', 'lawsuit') && has(left, 'all', 'each') && has(left, 'pause')) return false
  return noun === 'other' && !has(left.slice(left.findIndex(({ tag }) => tag === 'other')), 'carry', 'outcome')
}

type FrameOrNone = Frame | null | undefined

function carriedFrame(spot: Spot): FrameOrNone {
  const { left, context } = spot
  // 结转上年后新收到47件
  const isFresh = lastOf(left, 'carry', 'fresh')?.tag === 'fresh'
  const carry = isFresh ? null : carryIn(left, context)
  if (!carry) return undefined
  if (isElsewhere(spot)) return NOTHING
  // 上年结转的1件行政诉讼案件
  if (has(spot.right, 'review', 'lawsuit') && !has(left, 'ask', 'apply')) return OTHER_COURT
  // 上年结转、结转下年度均为0件
  const kinds = has(left, 'all', 'each', 'respectively') ? carriesIn(left, context) : [carry.kind]
  return { kinds, topic: 'ask' }
}

/** 政府信息公开申请、行政复议、行政诉讼均为0 */
function listedFrame(left: readonly Token[], context: Context): Frame {
  const frame = courtFrame(left, context)
  const isList = frame.kinds.length > 0 && has(left, 'all', 'each') && deniesRequests(left, context)
  return isList ? { ...frame, kinds: ['received', ...frame.kinds] } : frame
}

/** 出具答复书17份: one way of concluding, where the sum agrees. */
function isLetterOfReply({ left, context }: Spot): boolean {
  const at = lastAt(left, ['conclude'])
  const next = left[at + 1]
  return next !== undefined && /^书/.test(wordOf(context, next)) && !has(left, 'receive', 'fresh')
}

/** Rules for the words before a number, the strongest first. Undefined: the next rule decides. */
const LEFT: readonly ((spot: Spot) => FrameOrNone)[] = [
  freshFrame,
  // 未到期1件
  (spot) => (isNotDue(spot) ? CARRIED_OUT : undefined),
  ({ left, context }) => {
    if (binds(left) || carryIn(left, context)) return undefined
    const { court } = context
    // 行政复议5件，其中因政府信息公开引发的2件
    const isAmong = court !== null && has(left, 'because', 'among') && has(left, 'open')
    return isAmong ? { kinds: [court], topic: 'court', isFresh: true } : null
  },
  // 减免信息处理费3件
  ({ left, context }) => (left.some((token) => WAIVED.test(wordOf(context, token))) ? OTHER : undefined),
  // 收取信息处理费的申请2件，共收取220元
  ({ left, noun }) => (noun === 'apply' && has(left, 'charge') && has(left, 'fee') ? FEE : undefined),
  ({ left, context }) => (isProlonged(left, context) ? { kinds: [], topic: context.topic } : undefined),
  (spot) => (has(spot.left, 'change') || assists(spot.left, spot.context) || isOtherNoun(spot) ? OTHER : undefined),
  ({ left, noun, context }) => {
    if (!has(left, 'review', 'lawsuit')) return undefined
    // 行政复议类信息24条
    return noun === 'info' ? OTHER : listedFrame(left, context)
  },
  // 因申请人撤回终止3件
  ({ left, context }) =>
    context.topic === 'ask' && left.some((token) => wordOf(context, token) === '终止') ? OUTCOME : undefined,
  ({ left, context }) => (has(left, 'result', 'bad') ? { kinds: [], topic: context.topic } : undefined),
  carriedFrame,
  (spot) => {
    // 经补正后受理15件: what happened before the receipt is no outcome.
    if (lastOf(spot.left, 'outcome', 'receive', 'fresh')?.tag !== 'outcome') return undefined
    return isElsewhere(spot) && !has(spot.left, 'conclude') ? NOTHING : OUTCOME
  },
  (spot) => {
    if (!has(spot.left, 'receive', 'fresh', 'conclude', 'handle')) return undefined
    if (isLetterOfReply(spot)) return OUTCOME
    return isAboutInfo(spot) ? disclosedFrame(spot) : requestFrame(spot)
  },
  (spot) => (isOutcome(spot.left, spot.context) || isOutcomeOfWhole(spot) ? OUTCOME : undefined),
  (spot) => (has(spot.left, 'publish') ? disclosedFrame(spot) : undefined),
  ({ noun }) => (noun === 'fee' ? FEE : undefined),
  // 网站信息总数2.1万条，本年度公开1640条
  ({ left, noun, context }) =>
    noun === 'info' && lastOf(left, 'info', 'total')?.tag === 'total' && isOnSite(left, context) ? STOCK : undefined,
  completedFrame,
  bareFrame,
]

function carriedBehind(right: readonly Token[], context: Context): Frame | null {
  if (has(right, 'review', 'lawsuit')) return null
  const carry = carryIn(right, context)
  return carry ? { kinds: [carry.kind], topic: 'ask' } : null
}

/** 对8件申请, 共有8件申请 */
const isIntroduced = (left: readonly Token[], context: Context): boolean =>
  has(left, 'because') || left.some((token) => /^(?:[共仅]?有|提[交出]|递交)$/.test(wordOf(context, token)))

const BROUGHT = /^(?:被|提起|引发)$/

/** Whether the words after a number tell that a case came of it: 申请答复被提起行政诉讼. */
export function isBroughtTo(right: readonly Token[], context: Context): boolean {
  const court = lastAt(right, ['review', 'lawsuit'])
  return court > 0 && !has(right, 'none') && right.slice(0, court).some((token) => BROUGHT.test(wordOf(context, token)))
}

/** 1件因内容不存在无法提供: without what stands before the outcome. */
function withoutReason(right: readonly Token[], context: Context): readonly Token[] {
  const outcome = lastAt(right, ['outcome'])
  const before = right[outcome - 1]
  const isDenied = before !== undefined && /[未没]/.test(wordOf(context, before))
  return right[0]?.tag === 'because' && outcome > 0 && !isDenied ? right.slice(outcome) : right
}

/** 23件答复文书, 2件申请延长答复期限 */
function isOnPapers(right: readonly Token[], context: Context): boolean {
  const next = right[lastAt(right, ['conclude']) + 1]
  const before = right[lastAt(right, ['conclude']) - 1]
  // 3件存在瑕疵的答复
  if (next === undefined && before && wordOf(context, before) === '的') return true
  return (
    next !== undefined && has(right, 'conclude') && /^(?:文书|书|函|期限?$|时限|前|意见)/.test(wordOf(context, next))
  )
}

/** 1件属于咨询事项, 1件在等第三方意见 */
const REASON = /^(?:属于|在)$/

/** Rules for the words after a number: 19件已答复, 1件结转下年, 有2件行政复议. */
const RIGHT: readonly ((spot: Spot) => FrameOrNone)[] = [
  // 行政诉讼7件，其中1件为政府信息公开案件
  ({ left, right, context: { court } }) =>
    court && has(left, 'among') && has(right, 'open') && !has(right, 'result', 'ask', 'apply', 'info')
      ? { kinds: [court], topic: 'court', isFresh: true }
      : undefined,
  (spot) => (isStillOpen(spot) ? { kinds: ['carriedOut'], topic: 'ask' } : undefined),
  ({ right }) => (isUnknown(right[0]) || !binds(right) || has(right, 'charge', 'fee') ? null : undefined),
  // 2件因征求第三方意见结转下年度, 1件属于咨询事项已答复: the noun belongs to the reason and is not what is counted.
  ({ right: [first], noun, context }) =>
    !(first && (first.tag === 'because' || REASON.test(wordOf(context, first)))) &&
    (noun === 'other' || noun === 'media' || noun === 'letter')
      ? OTHER
      : undefined,
  // 对7件被复议、诉讼的申请逐案复盘
  ({ left, right: [first], context }) =>
    first && wordOf(context, first) === '被' && has(left, 'because') ? { kinds: [], topic: context.topic } : undefined,
  // 1件申请答复被提起行政诉讼
  ({ right, context }) => (isBroughtTo(right, context) ? courtFrame(right, context) : undefined),
  ({ right, noun, context }) => (noun === 'review' || noun === 'lawsuit' ? courtFrame(right, context) : undefined),
  // 312条信息通过平台发布
  ({ left, right, context }) =>
    right[0]?.tag === 'info' && right[right.length - 1]?.tag === 'publish' && isOnSite(right, context) && !binds(left)
      ? { kinds: ['activelyDisclosed'], topic: 'info' }
      : undefined,
  ({ noun, context: { topic } }) => (topic === 'ask' || topic === null || noun === 'ask' ? undefined : null),
  ({ right, context }) => carriedBehind(right, context) ?? undefined,
  ({ right, context }) => (isDueNextYear(right, context) ? CARRIED_OUT : undefined),
  ({ right, context }) => (has(withoutReason(right, context), 'none', 'should') ? null : undefined),
  ({ right, context }) => (isOutcome(right, context) ? OUTCOME : undefined),
  // 3件申请超期答复 are some of those answered.
  ({ right }) => (has(right, 'bad') ? null : undefined),
  ({ right, context }) => (isProlonged(right, context) ? null : undefined),
  // 对5件申请延期答复
  ({ left, right, context }) =>
    has(left, 'because') && right.some((token) => wordOf(context, token) === '延期') ? OUTCOME : undefined,
  ({ right, context }) => (isOnPapers(right, context) ? null : undefined),
  ({ left, right }) => {
    if (!has(right, 'conclude')) return undefined
    // 对8件申请采取面对面沟通方式答复
    const isSome = has(left, 'because') && right.some(isUnknown)
    return isSome ? null : { kinds: ['concluded'], topic: 'ask' }
  },
  ({ right }) => freshBehind(right),
  ({ left, right, context }) =>
    isIntroduced(left, context) && !left.some(isUnknown) ? requestsBehind(right, context.topic) : null,
]

function frameBy(rules: typeof LEFT, spot: Spot): Frame | null {
  for (const rule of rules) {
    const frame = rule(spot)
    if (frame !== undefined) return frame
  }
  return null
}

const spotOf = (around: Surroundings, context: Context, noun: Tag | null): Spot => ({ ...around, context, noun })

const past = ({ year }: Context): number => (year ?? NaN) - 1

/** 收到的2件申请顺延至次年: the words before the number only describe what the words after it carry over. */
export function describedFrame({ left, right }: Surroundings, context: Context): Frame | null {
  const last = left[left.length - 1]
  const isDescription = last !== undefined && wordOf(context, last) === '的' && has(left, 'receive', 'fresh')
  if (!isDescription || !has(right, 'carry')) return null
  const isOfPast = left.some((token) => token.tag === 'past' || (token.tag === 'year' && token.value === past(context)))
  const isGoingOn = right.some((token) => wordOf(context, token) === '继续办理')
  // 2023年接收的5件申请于2024年继续办理
  if (isOfPast && isGoingOn && has(right, 'now', 'year')) return { kinds: ['carriedIn'], topic: 'ask', isOfYear: true }
  return carriedBehind(right, context)
}

/** What a number counts, from the words before it; null where they do not tell. */
export const leftFrame = (around: Surroundings, context: Context): Frame | null =>
  frameBy(LEFT, spotOf(around, context, nounOf(around.left, context)))

/** What a number counts, from the words after it; null where they do not tell. */
export const rightFrame = (around: Surroundings, context: Context): Frame | null =>
  frameBy(RIGHT, spotOf(around, context, nounIn(around.right) ?? null))

const SPENT = /支出|经费|预算|投入|采购/
const WAIVED = /^(?:减免|免[收除]|退还)$/

/** A sum of money is the fee if the words before it name the fee or charging, and no other revenue. */
export function moneyFrame(left: readonly Token[], context: Context): Frame | null {
  if (nounOf(left, context) === 'other' || has(left, 'change')) return OTHER
  // 信息公开印刷费用支出1.6万元
  const isOfOther = has(left, 'other') && !has(left, 'info', 'open', 'ask')
  if (isOfOther || left.some((token) => SPENT.test(wordOf(context, token)))) return OTHER
  // 应收1560元，实收1280元
  if (left.some((token) => /^应[收缴]/.test(wordOf(context, token)))) return { kinds: [], topic: 'fee' }
  const isCharged = has(left, 'charge') && (context.topic === 'fee' || has(left, 'ask'))
  const isFee = has(left, 'fee') || isCharged || (context.topic === 'fee' && !binds(left))
  return isFee ? { kinds: ['feeCharged'], topic: 'fee' } : null
}
