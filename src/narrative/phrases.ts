import { has, lastAt, lastOf } from './clauses'
import type { ClaimKind } from './claim'
import type { Tag, Token } from './tokens'

/** What the last number counted. A clause that names nothing is about the same. */
export type Topic = 'ask' | 'court' | 'info' | 'fee' | 'other' | 'otherCourt' | null

export const NOUNS: Tag[] = ['ask', 'apply', 'review', 'lawsuit', 'info', 'fee', 'other', 'letter', 'media']
const BINDING: Tag[] = [
  'receive',
  'fresh',
  'conclude',
  'handle',
  'publish',
  'carry',
  'charge',
  'outcome',
  'result',
  ...NOUNS,
]
const TIMES: Tag[] = ['now', 'past', 'next', 'year']
/** Words for carrying over that need a year beside them; otherwise they mean passing on (转市局办理) or prolonging. */
const NEEDS_TIME = /^转[至到入]?$|至$|延期|^继续/

export const binds = (tokens: readonly Token[]): boolean => has(tokens, ...BINDING)

/** Whether a token is a word outside the lexicon. A single character is mostly a particle and does not count. */
export const isUnknown = (token: Token | undefined): boolean => token?.tag === 'text' && token.end - token.start >= 2

export interface Context {
  /** The plain characters. */
  text: string
  /** The year reported on; null if unknown. */
  year: number | null
  topic: Topic
  /** Reviews or lawsuits, where the sentence has just counted them. */
  court: ClaimKind | null
}

export const wordOf = (context: Context, { start, end }: Token) => context.text.slice(start, end)

function timeOf(token: Token | undefined, year: number | null): 'past' | 'now' | 'next' | null {
  if (token?.tag === 'year') {
    if (year === null) return null
    return token.value < year ? 'past' : token.value > year ? 'next' : 'now'
  }
  return token?.tag === 'past' || token?.tag === 'now' || token?.tag === 'next' ? token.tag : null
}

const SITE = /网站|门户|平台/

export const isOnSite = (tokens: readonly Token[], context: Context): boolean =>
  tokens.some((token) => token.tag !== 'media' && SITE.test(wordOf(context, token)))

/** Whether only media such as 微信公众号 are named. With a website beside them, information may be disclosed. */
export const isOnMediaAlone = (tokens: readonly Token[], context: Context): boolean =>
  has(tokens, 'media') && !isOnSite(tokens, context)

/** The direction of the carry-over at a token, and the words for its year. */
function carryAt(tokens: readonly Token[], at: number, context: Context): { kind: ClaimKind; times: Token[] } | null {
  const carry = tokens[at]
  const word = carry ? wordOf(context, carry) : ''
  const after = tokens.slice(at + 1, at + 4).find(({ tag }) => TIMES.includes(tag))
  const before = lastOf(tokens.slice(Math.max(0, at - 3), at), ...TIMES)
  const to = timeOf(after, context.year)
  const from = timeOf(before, context.year)
  const times = [after, before].filter((token): token is Token => token !== undefined)
  if (to === 'next') return { kind: 'carriedOut', times: after && from !== 'past' ? [after] : times }
  if (to === 'now' && (from === 'past' || /^结?转/.test(word))) return { kind: 'carriedIn', times }
  if (to === 'past' && after) return { kind: 'carriedIn', times: [after] }
  if (from === 'past') return { kind: 'carriedIn', times: before ? [before] : [] }
  // 下年度结转
  if (from === 'next') return { kind: 'carriedOut', times: before ? [before] : [] }
  return NEEDS_TIME.test(word) ? null : { kind: 'carriedOut', times: [] }
}

/** The last carry-over in some words; null where there is none. */
export function carryIn(tokens: readonly Token[], context: Context): { kind: ClaimKind; times: Token[] } | null {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const carry = tokens[i]?.tag === 'carry' ? carryAt(tokens, i, context) : null
    if (carry) return carry
  }
  return null
}

/** Whether reviews or lawsuits are about another matter than disclosure: 因行政处罚引发的行政诉讼. */
function isOtherMatter(before: readonly Token[]): boolean {
  if (has(before, 'open', 'ask', 'info')) return false
  const cause = before.findIndex(({ tag }) => tag === 'because')
  return has(before, 'other') || (cause >= 0 && before.slice(cause).some(isUnknown))
}

/** Which of reviews and lawsuits some words name. */
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

/** Whether an unknown word is between the last binding word and the number: 收到市民反映5件. */
export function hasGap(left: readonly Token[]): boolean {
  const last = lastAt(left, BINDING)
  return left.slice(last + 1).some((token) => isUnknown(token) || token.tag === 'work')
}

/** Whether applications are for something else than information: 政务服务事项申请; but 市民提交的申请 are not. */
function isQualified(before: readonly Token[], context: Context): boolean {
  let last = before.length - 1
  while (before[last]?.tag === 'skip' || before[last]?.tag === 'work') last -= 1
  const isOf = before.slice(last + 1).some((token) => wordOf(context, token) === '的')
  return has(before, 'other') || isUnknown(before[before.length - 1]) || (isUnknown(before[last]) && !isOf)
}

/** The noun that a number counts. 来信 and the like after 依申请公开 are applications. */
export function nounOf(left: readonly Token[], context: Context): Tag | null {
  const at = lastAt(left, NOUNS)
  const noun = left[at]
  if (!noun) return null
  const isAsk = left[at - 1]?.tag === 'ask'
  if (noun.tag === 'apply' && !has(left, 'ask', 'open') && isQualified(left.slice(0, at), context)) return 'other'
  return noun.tag === 'letter' ? (isAsk ? 'ask' : 'other') : noun.tag
}

/** The verbs of a number: both in 收到并答复, only the last in 办理过程中收到. */
export function verbsOf(left: readonly Token[]): Tag[] {
  const verbs: Tag[] = []
  let distance = 0
  for (const { tag } of [...left].reverse()) {
    const isVerb = tag === 'receive' || tag === 'fresh' || tag === 'conclude' || tag === 'handle'
    if (isVerb && (verbs.length === 0 || distance <= 3)) verbs.push(tag)
    distance = isVerb ? 0 : distance + (tag === 'text' ? 4 : 1)
  }
  return verbs
}
