import { has, lastOf } from './clauses'
import type { ClaimKind } from './claim'
import type { Tag, Token } from './tokens'

/** What the last number counted; a clause that names nothing goes on with it. */
export type Topic = 'ask' | 'court' | 'info' | 'fee' | 'other' | null

/** What a number counts. `outcome` is one way of concluding (予以公开 and the like). */
export interface Frame {
  kinds: (ClaimKind | 'outcome')[]
  topic: Topic
  /** 新收: the form's own 本年新收, not the sum with what was carried in. */
  isFresh?: boolean
  /** Said by 办理 or 处理 alone, which may mean received or concluded. */
  isHandled?: boolean
  /** Only a noun stands before the number. */
  isNounOnly?: boolean
}

const NOUNS: Tag[] = ['ask', 'apply', 'review', 'lawsuit', 'info', 'fee', 'other', 'letter', 'media']
const BINDING: Tag[] = [
  ...(['receive', 'fresh', 'conclude', 'handle', 'publish', 'carry', 'charge', 'outcome', 'result'] as const),
  ...NOUNS,
]
const TIMES: Tag[] = ['now', 'past', 'next', 'year']
/** Words that carry over only to or from a year; elsewhere they pass on (转市局办理) or prolong. */
const NEEDS_TIME = /^转.?$|至$|延期/
const OTHER: Frame = { kinds: [], topic: 'other' }
const NOTHING: Frame = { kinds: [], topic: null }

export const binds = (tokens: readonly Token[]): boolean => has(tokens, ...BINDING)

/** Words the lexicon does not know; single characters join more often than they name. */
const isUnknown = (token: Token | undefined): boolean => token?.tag === 'text' && token.end - token.start >= 2

export interface Context {
  /** The plain characters. */
  text: string
  /** The year reported on; null where unknown. */
  year: number | null
  topic: Topic
  /** Reviews or lawsuits, where the sentence has just counted them. */
  court: ClaimKind | null
}

const wordOf = (context: Context, { start, end }: Token) => context.text.slice(start, end)

function timeOf(token: Token | undefined, year: number | null): 'past' | 'now' | 'next' | null {
  if (token?.tag === 'year') {
    if (year === null) return null
    return token.value < year ? 'past' : token.value > year ? 'next' : 'now'
  }
  return token?.tag === 'past' || token?.tag === 'now' || token?.tag === 'next' ? token.tag : null
}

/** The time that a carry-over is from or to: the places of the words, and the direction. */
function carryAt(tokens: readonly Token[], at: number, context: Context): { kind: ClaimKind; times: Token[] } | null {
  const word = wordOf(context, tokens[at] ?? ({ start: 0, end: 0 } as Token))
  const after = tokens.slice(at + 1, at + 4).find(({ tag }) => TIMES.includes(tag))
  const before = lastOf(tokens.slice(Math.max(0, at - 3), at), ...TIMES)
  const to = timeOf(after, context.year)
  const from = timeOf(before, context.year)
  const times = [after, before].filter((token): token is Token => token !== undefined)
  if (to === 'next') return { kind: 'carriedOut', times: after && from !== 'past' ? [after] : times }
  if (to === 'now' && (from === 'past' || word.startsWith('转') || word.startsWith('结转')))
    return { kind: 'carriedIn', times }
  if (from === 'past') return { kind: 'carriedIn', times: before ? [before] : [] }
  return NEEDS_TIME.test(word) ? null : { kind: 'carriedOut', times: [] }
}

/** The carry-over said in a run of words. */
export function carryIn(tokens: readonly Token[], context: Context): { kind: ClaimKind; times: Token[] } | null {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const found = tokens[i]?.tag === 'carry' ? carryAt(tokens, i, context) : null
    if (found) return found
  }
  return null
}

/** Whether reviews or lawsuits are over something else than disclosure: 因行政处罚引发的行政诉讼. */
function isOtherMatter(before: readonly Token[]): boolean {
  if (has(before, 'open', 'ask', 'info')) return false
  const cause = before.findIndex(({ tag }) => tag === 'because')
  return has(before, 'other') || (cause >= 0 && before.slice(cause).some(isUnknown))
}

/** Reviews and lawsuits that a run of words names. */
export function courtKinds(tokens: readonly Token[]): ClaimKind[] | 'otherMatter' {
  const first = tokens.findIndex(({ tag }) => tag === 'review' || tag === 'lawsuit')
  if (first < 0) return []
  const before = tokens.slice(0, first)
  if (isOtherMatter(before)) return 'otherMatter'
  const kinds = tokens.slice(first).flatMap(({ tag }): ClaimKind[] => {
    return tag === 'review' ? ['reviewCases'] : tag === 'lawsuit' ? ['litigationCases'] : []
  })
  return [...new Set(kinds)]
}

function courtFrame(tokens: readonly Token[], context: Context): Frame {
  // 因行政处罚引发的行政复议3件、行政诉讼2件: a list goes on with the same matter.
  if (context.topic === 'other' && tokens[0]?.tag === 'pause') return OTHER
  if (has(tokens, 'result', 'bad', 'carry', 'past')) return { kinds: [], topic: 'court' }
  // An authority for reviews also handles those over other matters.
  const isOffice = has(tokens, 'handle', 'conclude') || tokens.some((token) => wordOf(context, token) === '受理')
  const kinds = courtKinds(tokens)
  if (kinds === 'otherMatter' || (isOffice && !has(tokens, 'open', 'ask'))) return OTHER
  return { kinds, topic: 'court' }
}

/** Whether something unknown stands between the last word that binds and the number: 收到市民反映5件. */
function hasGap(left: readonly Token[]): boolean {
  const last = left.reduce((found, { tag }, i) => (BINDING.includes(tag) ? i : found), -1)
  return left.slice(last + 1).some((token) => isUnknown(token) || token.tag === 'work')
}

/** The noun a number counts; 来信 and the like after 依申请公开 are applications. */
function nounOf(left: readonly Token[]): Tag | null {
  const at = left.reduce((found, { tag }, i) => (NOUNS.includes(tag) ? i : found), -1)
  const noun = left[at]
  if (!noun) return null
  const isAsk = left[at - 1]?.tag === 'ask'
  if (noun.tag === 'apply' && isUnknown(left[at - 1]) && !has(left, 'ask', 'open')) return 'other'
  return noun.tag === 'letter' ? (isAsk ? 'ask' : 'other') : noun.tag
}

/** 收到并答复 says both; of 办理过程中收到 only the last. */
function verbsOf(left: readonly Token[]): Tag[] {
  const verbs: Tag[] = []
  let distance = 0
  for (const { tag } of [...left].reverse()) {
    const isVerb = tag === 'receive' || tag === 'fresh' || tag === 'conclude' || tag === 'handle'
    if (isVerb && (verbs.length === 0 || distance <= 3)) verbs.push(tag)
    distance = isVerb ? 0 : distance + (tag === 'text' ? 4 : 1)
  }
  return verbs
}

function requestFrame(left: readonly Token[], right: readonly Token[], context: Context): Frame {
  const verbs = verbsOf(left)
  const isAsk = has(left, 'ask') || nounOf(left) === 'apply'
  const rightNoun = right.find(({ tag }) => NOUNS.includes(tag))?.tag
  if (left[left.length - 1]?.tag === 'work') return OTHER
  if (!isAsk) {
    if (hasGap(left) || has(left, 'info', 'fee')) return OTHER
    if (rightNoun === 'review' || rightNoun === 'lawsuit') return courtFrame([...left, ...right], context)
    const isNamed = rightNoun === 'ask' || rightNoun === 'apply'
    if (!isNamed && (rightNoun !== undefined || isUnknown(right[0]))) return OTHER
    if (!isNamed && context.topic !== 'ask' && context.topic !== null) return { kinds: [], topic: context.topic }
  }
  const kinds: ClaimKind[] = []
  const isReceived = verbs.includes('receive') || verbs.includes('fresh')
  const isConcluded = verbs.includes('conclude') || (verbs.includes('handle') && !isReceived) || verbs.length > 1
  if (isReceived) kinds.push('received')
  if (isConcluded) kinds.push('concluded')
  return {
    kinds,
    topic: 'ask',
    isFresh: verbs.includes('fresh'),
    isHandled: verbs.length === 1 && verbs[0] === 'handle',
  }
}

/** Only 信息 of all kinds are the number disclosed; 财政信息12条 are some of them. */
function isAllInfo(left: readonly Token[], context: Context): boolean {
  const at = left.reduce((found, { tag }, i) => (tag === 'info' ? i : found), -1)
  const before = left[at - 1]
  if (before === undefined) return true
  const isKind = before.tag === 'other' || before.tag === 'media' || before.tag === 'letter'
  if (isKind || before.tag === 'ask' || before.tag === 'work' || before.tag === 'outcome') return false
  if (before.tag !== 'text') return true
  const word = wordOf(context, left[at] ?? before)
  return word.startsWith('政') && before.end - before.start < 2
}

function disclosedFrame(left: readonly Token[], right: readonly Token[], context: Context): Frame {
  const noun = nounOf(left)
  if (hasGap(left)) return OTHER
  if (noun === 'info') return isAllInfo(left, context) ? { kinds: ['activelyDisclosed'], topic: 'info' } : OTHER
  if (noun !== null && noun !== 'media') return OTHER
  const rightNoun = right.find(({ tag }) => NOUNS.includes(tag))?.tag
  if (rightNoun === 'info' && right[0] && !isUnknown(right[0])) return { kinds: ['activelyDisclosed'], topic: 'info' }
  const verb = lastOf(left, 'publish')
  const isActive = verb !== undefined && wordOf(context, verb).startsWith('主动')
  if (right.length > 0 || !(isActive || context.topic === 'info') || context.topic === 'other') return OTHER
  return { kinds: ['activelyDisclosed'], topic: 'info' }
}

/** 公开8件 where applications are divided by their outcome. */
function isOutcome(words: readonly Token[], context: Context): boolean {
  const verb = lastOf(words, 'publish')
  return (
    context.topic === 'ask' && verb !== undefined && wordOf(context, verb) === '公开' && !has(words, 'info', 'other')
  )
}

/**
 * What a number counts by the words before it. Null: they say nothing. `isCase`: it is none, or counted as cases are, so
 * that 依申请公开信息 before it are applications and not documents.
 */
export function leftFrame(
  left: readonly Token[],
  right: readonly Token[],
  isCase: boolean,
  context: Context,
): Frame | null {
  // 行政复议5件，其中因政府信息公开引发的2件
  const isAmong = has(left, 'because') && has(left, 'open') && context.court !== null
  if (!binds(left)) return isAmong && context.court ? { kinds: [context.court], topic: 'court', isFresh: true } : null
  if (has(left, 'change', 'assist')) return OTHER
  const noun = nounOf(left)
  if (noun === 'other' && !has(left.slice(left.findIndex(({ tag }) => tag === 'other')), 'carry', 'outcome'))
    return OTHER
  if (has(left, 'review', 'lawsuit')) return courtFrame(left, context)
  if (has(left, 'result', 'bad')) return { kinds: [], topic: context.topic }
  const isElsewhere = context.topic !== 'ask' && context.topic !== null && !has(left, 'ask', 'apply')
  const carry = carryIn(left, context)
  if (carry) return isElsewhere ? NOTHING : { kinds: [carry.kind], topic: 'ask' }
  if (has(left, 'outcome'))
    return isElsewhere && !has(left, 'conclude') ? NOTHING : { kinds: ['outcome'], topic: 'ask' }
  if (has(left, 'receive', 'fresh', 'conclude', 'handle')) return requestFrame(left, right, context)
  if (isOutcome(left, context)) return { kinds: ['outcome'], topic: 'ask' }
  if (has(left, 'publish')) return disclosedFrame(left, right, context)
  if (nounOf(left) === 'fee') return { kinds: [], topic: 'fee' }
  const last = left.reduce((found, { tag }, i) => (NOUNS.includes(tag) ? i : found), -1)
  const isAsk = left[last]?.tag === 'ask' || (left[last]?.tag === 'info' && left[last - 1]?.tag === 'ask' && isCase)
  const isBare = isAsk && !hasGap(left) && !has(right, 'charge', 'fee')
  return isBare ? { kinds: ['received'], topic: 'ask', isNounOnly: true } : null
}

/** What a number counts by the words after it: 19件已答复, 1件结转下年, 有2件行政复议. */
export function rightFrame(left: readonly Token[], right: readonly Token[], context: Context): Frame | null {
  if (right.length === 0 || isUnknown(right[0]) || !binds(right) || has(right, 'charge', 'fee')) return null
  const noun = right.find(({ tag }) => NOUNS.includes(tag))?.tag
  if (noun === 'other' || noun === 'media' || noun === 'letter') return OTHER
  if (noun === 'review' || noun === 'lawsuit') return courtFrame(right, context)
  if (context.topic !== 'ask' && context.topic !== null && noun !== 'ask') return null
  const carry = carryIn(right, context)
  if (carry) return { kinds: [carry.kind], topic: 'ask' }
  if (has(right, 'none', 'should')) return null
  if (has(right, 'outcome') || isOutcome(right, context)) return { kinds: ['outcome'], topic: 'ask' }
  if (has(right, 'conclude')) return { kinds: ['concluded'], topic: 'ask' }
  // 针对申请人提出的8件政府信息公开申请
  const isBare = right.every(({ tag }) => tag === 'ask' || tag === 'skip') && has(left, 'because')
  return isBare ? { kinds: ['received'], topic: 'ask', isNounOnly: true } : null
}

/** A sum of money is the fee where the fee or charging is named, and no other revenue. */
export function moneyFrame(left: readonly Token[], context: Context): Frame | null {
  if (nounOf(left) === 'other' || has(left, 'change')) return OTHER
  const isFee =
    has(left, 'fee') ||
    (context.topic === 'fee' ? has(left, 'charge') || !binds(left) : has(left, 'charge', 'fee') && has(left, 'ask'))
  return isFee ? { kinds: ['feeCharged'], topic: 'fee' } : null
}
