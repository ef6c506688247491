import { has, lastAt } from './clauses'
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

export const isTime = ({ tag }: Token): boolean => TIMES.includes(tag)

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
  /** The sentence tells what the office does as an authority for reviews: 作为复议机关. */
  isAuthority: boolean
}

export const wordOf = (context: Context, { start, end }: Token) => context.text.slice(start, end)

const SITE = /网站|门户|平台|官网|政务网/

export const isOnSite = (tokens: readonly Token[], context: Context): boolean =>
  tokens.some((token, at) => {
    // “两微”平台
    const isOfMedia = tokens[at - 1]?.tag === 'media' && wordOf(context, token) === '平台'
    return token.tag !== 'media' && !isOfMedia && SITE.test(wordOf(context, token))
  })

/** Whether only media such as 微信公众号 are named. With a website beside them, information may be disclosed. */
export const isOnMediaAlone = (tokens: readonly Token[], context: Context): boolean =>
  tokens.some((token) => token.tag === 'media' || (token.tag === 'title' && wordOf(context, token).endsWith('报》'))) &&
  !isOnSite(tokens, context)

const LEADS_TO = /^(?:引起|引发|导致)$/
/** 由此引起的复议: the words before tell what led to it. */
const REFERS_BACK = /^(?:由此|据此|就此)$/
const OFFICE = /[局委办府镇乡院厅处会校市县区省门]$/

/** 行政执法引起的行政复议 */
const isLedTo = (before: readonly Token[], context: Context): boolean =>
  before.some((token, at) => {
    const cause = at > 0 && LEADS_TO.test(wordOf(context, token)) ? before[at - 1] : undefined
    if (cause === undefined || !isUnknown(cause)) return false
    const word = wordOf(context, cause)
    return !OFFICE.test(word) && !(REFERS_BACK.test(word) && context.topic === 'ask')
  })

/** Whether reviews or lawsuits are about another matter than disclosure: 因行政处罚引发的行政诉讼. */
function isOtherMatter(before: readonly Token[], context: Context): boolean {
  if (has(before, 'open', 'ask', 'info')) return false
  const cause = before.findIndex(({ tag }) => tag === 'because')
  // 作为被申请人的行政复议案件
  if (before.some((token) => /作为/.test(wordOf(context, token)))) return true
  // 对答复不满意提起行政复议
  if (has(before, 'conclude') && !has(before, 'other')) return false
  if (isLedTo(before, context)) return true
  // 未发生投诉举报、行政复议
  const isListed = cause < 0 && before[before.length - 1]?.tag === 'pause'
  return (has(before, 'other') && !isListed) || (cause >= 0 && before.slice(cause).some(isUnknown))
}

/** Which of reviews and lawsuits some words name. */
export function courtKinds(tokens: readonly Token[], context: Context): ClaimKind[] | 'otherMatter' {
  const first = tokens.findIndex(({ tag }) => tag === 'review' || tag === 'lawsuit')
  if (first < 0) return []
  const before = tokens.slice(0, first)
  if (isOtherMatter(before, context)) return 'otherMatter'
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

/** 企业设立登记申请: 登记 ends the name of what is applied for. */
const isNamed = (before: readonly Token[], last: number, context: Context): boolean => {
  const token = before[last]
  return token !== undefined && wordOf(context, token) === '登记' && isUnknown(before[last - 1])
}

/** Whether applications are for something else than information: 政务服务事项申请; but 市民提交的申请 are not. */
function isQualified(before: readonly Token[], context: Context): boolean {
  let last = before.length - 1
  while (before[last]?.tag === 'skip' || before[last]?.tag === 'work') last -= 1
  const isOf = before.slice(last + 1).some((token) => wordOf(context, token) === '的')
  const isRegistration = isNamed(before, last, context)
  return (
    has(before, 'other') || isUnknown(before[before.length - 1]) || isRegistration || (isUnknown(before[last]) && !isOf)
  )
}

/** The last token that is not of a class. */
const lastBut = (tokens: readonly Token[], tag: Tag): Token | undefined =>
  [...tokens].reverse().find((token) => token.tag !== tag)

const LISTED: Tag[] = ['other', 'pause', 'skip']

/** 发布各类信息、文件、公告等合计415条: a list of nouns that 信息 opens is about information. */
function listAt(left: readonly Token[], last: number): number {
  const info = lastAt(left.slice(0, last), ['info'])
  if (left[info + 1]?.tag !== 'pause' || left[last]?.tag !== 'other') return last
  return left.slice(info + 1, last).every(({ tag }) => LISTED.includes(tag)) ? info : last
}

/** The noun that a number counts. 来信 and the like after 依申请公开 are applications. */
export function nounOf(left: readonly Token[], context: Context): Tag | null {
  const at = listAt(left, lastAt(left, NOUNS))
  const noun = left[at]
  if (!noun) return null
  // 依申请公开方面的诉求
  const isAsk = lastBut(left.slice(0, at), 'skip')?.tag === 'ask'
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
