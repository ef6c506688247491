import { has, lastAt, lastOf } from './clauses'
import type { ClaimKind } from './claim'
import {
  binds,
  carryIn,
  courtKinds,
  hasGap,
  isOnMediaAlone,
  isOnSite,
  isUnknown,
  nounOf,
  NOUNS,
  verbsOf,
  wordOf,
  type Context,
  type Topic,
} from './phrases'
import type { Tag, Token } from './tokens'

/** What a number counts. `outcome` is one way of concluding (予以公开 and the like). */
export interface Frame {
  kinds: (ClaimKind | 'outcome')[]
  topic: Topic
  /** 新收, 主动公开: the form's own word. Those carried in, or disclosed on request, are not included. */
  isFresh?: boolean
  /** Stated with 办理 or 处理 alone, which may mean received or concluded. */
  isHandled?: boolean
  /** No verb is beside the number, only a noun. */
  isNounOnly?: boolean
}

/** A number with the words before and after it, up to the next number. */
export interface Surroundings {
  left: readonly Token[]
  right: readonly Token[]
  /** The number is 0, or has a unit for cases: then 依申请公开信息 before it means applications, not documents. */
  isCase: boolean
  /** The number is in a list of information disclosed, without a unit for cases: 主动公开598条，依申请公开23条. */
  isPiece: boolean
}

interface Spot extends Surroundings {
  context: Context
  /** The noun that the words before the number end with. */
  noun: Tag | null
}

const OTHER: Frame = { kinds: [], topic: 'other' }
/** Reviews and lawsuits about another matter. */
const OTHER_COURT: Frame = { kinds: [], topic: 'otherCourt' }
const FEE: Frame = { kinds: [], topic: 'fee' }
const NOTHING: Frame = { kinds: [], topic: null }
const OUTCOME: Frame = { kinds: ['outcome'], topic: 'ask' }
const BARE: Frame = { kinds: ['received'], topic: 'ask', isNounOnly: true }

function courtFrame(tokens: readonly Token[], context: Context): Frame {
  // 因行政处罚引发的行政复议3件、行政诉讼2件: a list goes on with the same matter.
  if (context.topic === 'other' && tokens[0]?.tag === 'pause') return OTHER_COURT
  if (context.topic === 'otherCourt' && !has(tokens, 'open', 'ask', 'info')) return OTHER_COURT
  if (has(tokens, 'result', 'bad', 'carry', 'past')) return { kinds: [], topic: 'court' }
  // An authority for reviews also handles those about other matters; 答复后被复议 is not about such an authority.
  const says = (word: string) => tokens.some((token) => wordOf(context, token) === word)
  const isOffice = !says('被') && (has(tokens, 'handle', 'conclude') || says('受理'))
  const kinds = courtKinds(tokens)
  if (kinds === 'otherMatter' || (isOffice && !has(tokens, 'open', 'ask'))) return OTHER_COURT
  return { kinds, topic: 'court' }
}

const nounIn = (words: readonly Token[]): Tag | undefined => words.find(({ tag }) => NOUNS.includes(tag))?.tag

/** What 收到5件 or 办结5件 counts if not applications; null: it counts applications. */
function notRequests({ left, right, context }: Spot): Frame | null {
  if (hasGap(left) || has(left, 'info', 'fee')) return OTHER
  const noun = nounIn(right)
  if (noun === 'review' || noun === 'lawsuit') return courtFrame([...left, ...right], context)
  if (noun === 'ask' || noun === 'apply') return null
  if (noun !== undefined || isUnknown(right[0])) return OTHER
  return context.topic === 'ask' || context.topic === null ? null : { kinds: [], topic: context.topic }
}

function requestFrame(spot: Spot): Frame {
  const { left, noun } = spot
  if (left[left.length - 1]?.tag === 'work') return OTHER
  const other = has(left, 'ask') || noun === 'apply' ? null : notRequests(spot)
  if (other) return other
  const verbs = verbsOf(left)
  const isFresh = verbs.includes('fresh')
  const isReceived = isFresh || verbs.includes('receive')
  const isConcluded = !isReceived || verbs.includes('conclude') || verbs.includes('handle')
  return {
    kinds: [...(isReceived ? (['received'] as const) : []), ...(isConcluded ? (['concluded'] as const) : [])],
    topic: 'ask',
    isFresh,
    isHandled: verbs.length === 1 && verbs[0] === 'handle',
  }
}

/** Words that narrow 信息 down to one kind of information. */
const KINDS_OF_INFO: Tag[] = ['other', 'media', 'letter', 'ask', 'work', 'outcome']

/** Whether 信息 means information of all kinds; 财政信息12条 are only a part of it. */
function isAllInfo(left: readonly Token[], context: Context): boolean {
  const at = lastAt(left, ['info'])
  const before = left[at - 1]
  if (before === undefined) return true
  if (KINDS_OF_INFO.includes(before.tag) || wordOf(context, before) === '类') return false
  if (before.tag !== 'text') return true
  const word = wordOf(context, left[at] ?? before)
  return word.startsWith('政') && before.end - before.start < 2
}

const DISCLOSED: Frame = { kinds: ['activelyDisclosed'], topic: 'info' }

function isActive(left: readonly Token[], context: Context): boolean {
  const verb = lastOf(left, 'publish')
  return verb !== undefined && wordOf(context, verb).startsWith('主动')
}

const isOther = (topic: Topic): boolean => topic === 'other' || topic === 'otherCourt'

/** 主动公开58条, or 58条信息 after a verb of publishing. */
function isDisclosed({ left, right, context }: Spot): boolean {
  if (nounIn(right) === 'info' && !isUnknown(right[0])) return true
  if (right.length > 0) return false
  const isSite = context.topic === null && isOnSite(left, context)
  return context.topic === 'info' || isSite || (isActive(left, context) && !isOther(context.topic))
}

/** Whether something was posted on 微信 or the like only: that is no part of the information disclosed. */
const isPost = ({ left, context }: Spot): boolean => isOnMediaAlone(left, context) && !isActive(left, context)

function disclosedFrame(spot: Spot): Frame {
  const { left, noun, context } = spot
  // 两个专栏分别发布130条、100条
  if (has(left, 'respectively') || hasGap(left) || isPost(spot)) return OTHER
  if (noun !== null && noun !== 'media' && noun !== 'info') return OTHER
  const isWhole = noun === 'info' ? isAllInfo(left, context) : isDisclosed(spot)
  if (isWhole) return { ...DISCLOSED, isFresh: isActive(left, context) }
  return noun === null ? NOTHING : OTHER
}

/** 公开提案办理等信息12条: 办理 names the subject of the information, not what was done to it. */
const isAboutInfo = ({ left, noun }: Spot): boolean =>
  noun === 'info' && has(left, 'publish') && !has(left, 'ask', 'apply', 'receive', 'fresh')

/** Whether words name an outcome; 公开8件 does where the sentence is about applications. */
function isOutcome(words: readonly Token[], context: Context): boolean {
  const verb = lastOf(words, 'publish')
  const isPlain = verb !== undefined && wordOf(context, verb) === '公开' && !has(words, 'info', 'other')
  return has(words, 'outcome') || (isPlain && context.topic === 'ask')
}

const isElsewhere = ({ left, context }: Spot) =>
  context.topic !== 'ask' && context.topic !== null && !has(left, 'ask', 'apply')

/** 申请总量为5件, 网上申请5件: applications that no word near them calls applications for information. */
function isPlainRequests(left: readonly Token[], at: number, topic: Topic): boolean {
  const isAmount = left[at + 1]?.tag === 'total' && (topic === 'ask' || topic === null)
  return isAmount || (left[at - 1]?.tag === 'channel' && topic === 'ask')
}

/** What a noun without a verb counts: 政府信息公开申请案件5件. */
function bareFrame({ left, right, isCase, isPiece, noun, context: { topic } }: Spot): Frame | null {
  if (hasGap(left) || has(right, 'charge', 'fee')) return null
  const at = lastAt(left, NOUNS)
  const last = left[at]?.tag
  if (noun === 'apply' && isPlainRequests(left, at, topic)) return BARE
  return (last === 'ask' && !isPiece) || (last === 'info' && isCase && left[at - 1]?.tag === 'ask') ? BARE : null
}

/** Whether a number counts something else, as in 建议5件; but in 对建议不予公开5件 an outcome follows the noun. */
function isOtherNoun({ left, noun }: Spot): boolean {
  return noun === 'other' && !has(left.slice(left.findIndex(({ tag }) => tag === 'other')), 'carry', 'outcome')
}

type FrameOrNone = Frame | null | undefined

/** Rules for the words before a number, the strongest first. Undefined: the next rule decides. */
const LEFT: readonly ((spot: Spot) => FrameOrNone)[] = [
  ({ left, context: { court } }) => {
    if (binds(left)) return undefined
    // 行政复议5件，其中因政府信息公开引发的2件
    const isAmong = court !== null && has(left, 'because') && has(left, 'open')
    return isAmong ? { kinds: [court], topic: 'court', isFresh: true } : null
  },
  // 收取信息处理费的申请2件，共收取220元
  ({ left, noun }) => (noun === 'apply' && has(left, 'charge') && has(left, 'fee') ? FEE : undefined),
  (spot) => (has(spot.left, 'change', 'assist') || isOtherNoun(spot) ? OTHER : undefined),
  ({ left, noun, context }) => {
    if (!has(left, 'review', 'lawsuit')) return undefined
    // 行政复议类信息24条
    return noun === 'info' ? OTHER : courtFrame(left, context)
  },
  ({ left, context }) => (has(left, 'result', 'bad') ? { kinds: [], topic: context.topic } : undefined),
  (spot) => {
    // 结转上年后新收到47件
    const isFresh = lastOf(spot.left, 'carry', 'fresh')?.tag === 'fresh'
    const carry = isFresh ? null : carryIn(spot.left, spot.context)
    return carry ? (isElsewhere(spot) ? NOTHING : { kinds: [carry.kind], topic: 'ask' }) : undefined
  },
  (spot) => {
    if (!has(spot.left, 'outcome')) return undefined
    return isElsewhere(spot) && !has(spot.left, 'conclude') ? NOTHING : OUTCOME
  },
  (spot) => {
    if (!has(spot.left, 'receive', 'fresh', 'conclude', 'handle')) return undefined
    return isAboutInfo(spot) ? disclosedFrame(spot) : requestFrame(spot)
  },
  ({ left, context }) => (isOutcome(left, context) ? OUTCOME : undefined),
  (spot) => (has(spot.left, 'publish') ? disclosedFrame(spot) : undefined),
  ({ noun }) => (noun === 'fee' ? FEE : undefined),
  bareFrame,
]

/** Rules for the words after a number: 19件已答复, 1件结转下年, 有2件行政复议. */
const RIGHT: readonly ((spot: Spot) => FrameOrNone)[] = [
  ({ right }) => (isUnknown(right[0]) || !binds(right) || has(right, 'charge', 'fee') ? null : undefined),
  // 2件因征求第三方意见结转下年: the noun belongs to the reason and is not what is counted.
  ({ right: [first], noun }) =>
    first?.tag !== 'because' && (noun === 'other' || noun === 'media' || noun === 'letter') ? OTHER : undefined,
  ({ right, noun, context }) => (noun === 'review' || noun === 'lawsuit' ? courtFrame(right, context) : undefined),
  ({ noun, context: { topic } }) => (topic === 'ask' || topic === null || noun === 'ask' ? undefined : null),
  ({ right, context }) => {
    const carry = carryIn(right, context)
    return carry ? { kinds: [carry.kind], topic: 'ask' } : undefined
  },
  ({ right }) => (has(right, 'none', 'should') ? null : undefined),
  ({ right, context }) => (isOutcome(right, context) ? OUTCOME : undefined),
  ({ right }) => (has(right, 'conclude') ? { kinds: ['concluded'], topic: 'ask' } : undefined),
  // 针对申请人提出的8件政府信息公开申请
  ({ left, right }) =>
    has(left, 'because') && right.every(({ tag }) => tag === 'ask' || tag === 'skip') ? BARE : null,
]

function frameBy(rules: typeof LEFT, spot: Spot): Frame | null {
  for (const rule of rules) {
    const frame = rule(spot)
    if (frame !== undefined) return frame
  }
  return null
}

const spotOf = ({ left, right, isCase, isPiece }: Surroundings, context: Context, noun: Tag | null): Spot => {
  return { left, right, isCase, isPiece, context, noun }
}

/** What a number counts, from the words before it; null where they do not tell. */
export const leftFrame = (around: Surroundings, context: Context): Frame | null =>
  frameBy(LEFT, spotOf(around, context, nounOf(around.left, context)))

/** What a number counts, from the words after it; null where they do not tell. */
export const rightFrame = (around: Surroundings, context: Context): Frame | null =>
  frameBy(RIGHT, spotOf(around, context, nounIn(around.right) ?? null))

/** A sum of money is the fee if the words before it name the fee or charging, and no other revenue. */
export function moneyFrame(left: readonly Token[], context: Context): Frame | null {
  if (nounOf(left, context) === 'other' || has(left, 'change')) return OTHER
  const isCharged = has(left, 'charge') && (context.topic === 'fee' || has(left, 'ask'))
  const isFee = has(left, 'fee') || isCharged || (context.topic === 'fee' && !binds(left))
  return isFee ? { kinds: ['feeCharged'], topic: 'fee' } : null
}
