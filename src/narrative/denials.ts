import { has, lastAt } from './clauses'
import type { ClaimKind } from './claim'
import { carriesIn, carryIn } from './carries'
import { courtKinds, isTime, isUnknown, wordOf, type Context } from './phrases'
import type { Tag, Token } from './tokens'

const COURTS: Tag[] = ['review', 'lawsuit']
/** Words that may follow a denial whose subject comes before it: 行政复议和行政诉讼均未发生. */
const PREDICATE: Tag[] = ['skip', 'text', 'receive', 'done', 'total', 'own']
const JOINS = /^[和及与或]|以及|或者$/

/** 未收到政府信息公开申请、行政复议 denies the applications too; in 因政府信息公开申请引发行政复议 they are the cause. */
export function deniesRequests(said: readonly Token[], context: Context): boolean {
  const ask = said.findIndex(({ tag }) => tag === 'ask' || tag === 'apply')
  const court = said.findIndex(({ tag }) => COURTS.includes(tag))
  if (ask < 0 || court < ask) return false
  const between = said.slice(ask + 1, court)
  const isJoined = between.some(({ tag, start, end }) => tag === 'pause' || JOINS.test(context.text.slice(start, end)))
  return isJoined && !has(said.slice(0, ask), 'because')
}

function deniedCourts(said: readonly Token[], isBecause: boolean, context: Context): ClaimKind[] {
  const courts = courtKinds(said, context)
  const kinds: ClaimKind[] = courts === 'otherMatter' ? [] : courts
  return deniesRequests(said, context) && !isBecause ? ['received', ...kinds] : kinds
}

/** In 要求公开信息办理的申请 the verb only describes the noun. */
const isAttribute = (tokens: readonly Token[], at: number, context: Context): boolean => {
  const next = tokens[at + 1]
  return tokens[at]?.tag === 'handle' && next !== undefined && wordOf(context, next) === '的'
}

/** How many words of 、未办理 come first: 未收到、未办理政府信息公开申请. */
function notHandled([pause, none, verb]: readonly Token[]): number {
  return pause?.tag === 'pause' && none?.tag === 'none' && verb?.tag === 'handle' ? 3 : 0
}

/** In 未收到和处理…申请 and 未收到…办理 the verb of receiving is the one denied; 申请公开的要求 is an application. */
function withoutHandling(denied: readonly Token[], context: Context): readonly Token[] {
  const [join, verb] = denied
  const last = denied[denied.length - 1]
  const isPair = join?.tag === 'skip' && JOINS.test(wordOf(context, join)) && verb?.tag === 'handle'
  const isRequest = last?.tag === 'work' && wordOf(context, last) === '要求'
  const kept = denied
    .slice(isPair ? 2 : notHandled(denied), last?.tag === 'handle' || isRequest ? -1 : undefined)
    .filter((token) => wordOf(context, token) !== '渠道')
  return kept.filter((_, at) => !isAttribute(kept, at, context))
}

/** Words that narrow applications down: 未收到涉密信息公开申请 denies only these. */
const NARROW = /涉密|恶意|重复|疑难|复杂|敏感|批量/

/** 没有依申请公开收费项目 denies the charges. */
const isOnCharges = (said: readonly Token[], context: Context): boolean =>
  said.some((token) => wordOf(context, token).startsWith('收费'))

/** Whether a denial is about some applications, or about what came of them: 没有…被认定, 未引起争议. */
const isAboutSome = (said: readonly Token[], context: Context): boolean =>
  NARROW.test(context.text.slice(said[0]?.start ?? 0, said[said.length - 1]?.end ?? 0)) ||
  isOnCharges(said, context) ||
  (said.some(isUnknown) && said.some((token) => LEADS_TO.test(wordOf(context, token))))

const LEADS_TO = /^(?:引起|引发|产生|导致|造成|被)$/

/** 没有发生公民申请我局公开政府信息的情况: the noun of an application, taken apart. */
function isAskedFor(said: readonly Token[]): boolean {
  const apply = said.findIndex(({ tag }) => tag === 'apply')
  const near = said.slice(apply + 1, apply + 5)
  const verb = near.findIndex(({ tag }) => tag === 'publish')
  return apply >= 0 && verb >= 0 && near[verb + 1]?.tag === 'info'
}

const NOT_RECEIVING: Tag[] = ['conclude', 'handle', 'publish', 'outcome', 'should', 'work']
const isAskOrApply = (tag: Tag | undefined): boolean => tag === 'ask' || tag === 'apply'

/** 零申请; and 无申请, where nothing else stands beside it. */
const isNoneAt = (word: string, said: readonly Token[]): boolean =>
  word === '零' || (word === '无' && said.every(({ tag }) => tag === 'apply' || tag === 'pause'))

function deniedRequests(denied: readonly Token[], word: string, context: Context): ClaimKind[] {
  const said = withoutHandling(denied, context)
  if (isAboutSome(said, context)) return []
  return isAskedFor(said) ? ['received'] : deniedReceipt(said, word, context)
}

/** What a denial without such a noun denies: 未收到申请, 零申请. */
function deniedReceipt(said: readonly Token[], word: string, context: Context): ClaimKind[] {
  if (has(said, ...NOT_RECEIVING)) return []
  const isReceiving = has(said, 'receive', 'fresh') || /[收接受]/.test(word)
  const noun = said.find(({ tag }) => isAskOrApply(tag) || tag === 'info' || isOtherNoun(tag))?.tag
  const isAsk = noun === 'ask' || (noun === 'apply' && has(said, 'open'))
  const isNamed = isReceiving || (isAsk ? !isUnknown(said[0]) : isNoneAt(word, said))
  if (isAskOrApply(noun)) return isNamed ? ['received'] : []
  return noun === undefined && isReceiving && context.topic === 'ask' && !said.some(isUnknown) ? ['received'] : []
}

/** 亦无结转申请 denies both: applications from last year, and applications to the next. */
function isEitherWay(said: readonly Token[], times: readonly Token[], context: Context): boolean {
  if (said.some(isTime)) return false
  const at = said.findIndex(({ tag }) => tag === 'carry')
  const carry = said[at]
  // 无未办结申请
  if (carry && /^[未尚待在]/.test(wordOf(context, carry))) return false
  return times.length === 0 && has(said.slice(at + 1), 'ask', 'apply') && !has(said, 'conclude', 'done')
}

const isOtherNoun = (tag: Tag) => tag === 'other' || tag === 'letter' || tag === 'media'

/** 未收费, and with it 未产生收费、复议和诉讼. */
function deniedFees(said: readonly Token[], isBecause: boolean, context: Context): ClaimKind[] {
  const isOtherRevenue = has(said, 'other') && !has(said, 'fee')
  if (isOtherRevenue || has(said, 'bad')) return []
  const isList = has(said, 'pause') && has(said, ...COURTS)
  const carried = isList ? carriesIn(said, context) : []
  return ['feeCharged', ...carried, ...(isList ? deniedCourts(said, isBecause, context) : [])]
}

/**
 * The kinds that a denial (未收到, 没有发生, 无) states to be 0. `denial`: the denying word and those after it; `before`:
 * those before it.
 */
export function deniedKinds(before: readonly Token[], denial: readonly Token[], context: Context): ClaimKind[] {
  const [first, ...after] = denial
  if (!first) return []
  const isSubjectInFront = after.every(({ tag }) => PREDICATE.includes(tag))
  const said = isSubjectInFront ? [...before, ...after] : after
  const word = context.text.slice(first.start, first.end)
  const isBecause = word.endsWith('因')
  if (has(said, 'charge', 'fee')) return deniedFees(said, isBecause, context)
  if (has(said, 'bad', 'result')) return []
  if (has(said, ...COURTS)) return deniedCourts(said, isBecause, context)
  const carrying = isSubjectInFront ? said : [...before, ...denial]
  const carry = carryIn(carrying, context)
  if (carry) return has(said, 'other') || isEitherWay(said, carry.times, context) ? [] : carriesIn(carrying, context)
  return isBecause ? [] : deniedRequests(said, word, context)
}

const FINAL = /^(?:[予不]|无法|部分|准予|同意|终止|信息不存在)/

const BARE_TAGS: Tag[] = ['skip', 'done', 'publish']

const RELATED = /^(?:相关|有关)$/
const TO_APPLICANT = /^(?:向?其|申请人)$/

/** 均已公开, said of applications; 已公开, where nothing else is named that may have been disclosed. */
function saysPlainDisclosure(said: readonly Token[], context: Context): boolean {
  const isSaid = said.some((token) => wordOf(context, token) === '公开')
  const isBare = has(said, 'done') && said.every(({ tag }) => BARE_TAGS.includes(tag))
  const info = said.findIndex(({ tag }) => tag === 'info')
  // 均按要求公开相关信息, 向其公开了相关信息
  const isOfRequest = info > 0 && RELATED.test(wordOf(context, said[info - 1] as Token))
  if (isSaid && isOfRequest) return has(said, 'all') || said.some((token) => TO_APPLICANT.test(wordOf(context, token)))
  return isSaid && info < 0 && (has(said, 'all') || isBare)
}

/** 均已书面告知申请人 */
function saysTold(said: readonly Token[], context: Context): boolean {
  const at = lastAt(said, ['outcome'])
  const isTold = at >= 0 && wordOf(context, said[at] as Token) === '告知'
  const next = said[at + 1]
  const isToApplicant = next === undefined || wordOf(context, next) === '申请人'
  return (
    isTold && has(said.slice(0, at), 'all') && (isToApplicant || said.slice(at + 1).every(({ tag }) => tag === 'skip'))
  )
}

const HANDED_OVER = /^(?:提供|公开|反馈|寄送|送达)$/

/** 已向申请人提供, 已将信息提供给申请人 */
const saysProvided = (said: readonly Token[], context: Context): boolean => {
  const provides = said.findIndex((token) => HANDED_OVER.test(wordOf(context, token)))
  return (
    provides > 0 && has(said.slice(0, provides), 'done', 'all') && said.some((token) => isApplicant(token, context))
  )
}

const isApplicant = (token: Token, context: Context): boolean => /申请人$|^向其$/.test(wordOf(context, token))

/** Whether words name an outcome without a number: 不再处理该申请, 依法不予公开, 均已予以公开. */
export const saysOutcome = (said: readonly Token[], context: Context): boolean =>
  saysTold(said, context) ||
  ((saysProvided(said, context) ||
    said.some((token) => token.tag === 'outcome' && FINAL.test(wordOf(context, token))) ||
    saysPlainDisclosure(said, context)) &&
    !has(said, 'none', 'should', 'bad', 'result', 'assist', 'other', 'rate', 'percent', 'work'))

/** Without 均 it is about one application. */
const UNDER_WAY = /^(?:正在|尚在|仍在)/

/** Whether words tell that all were carried on: 均已结转至下一年度办理. */
export const saysCarriedOn = (said: readonly Token[], context: Context): boolean =>
  (has(said, 'all', 'done', 'rest') || said.some((token) => UNDER_WAY.test(wordOf(context, token)))) &&
  !has(said, 'none', 'should', 'other', 'past', 'review', 'lawsuit') &&
  carryIn(said, context)?.kind === 'carriedOut'

/** The index of the word for answering: the last 答复, or 处理 at the end of 已按程序处理. */
function answerAt(said: readonly Token[], context: Context): number {
  const last = said.length - 1
  const isSaid = said.some((token) => wordOf(context, token) === '已')
  const all = lastAt(said, ['all'])
  // 办理率100%
  const rate = said.findIndex((token, at) => wordOf(context, token) === '办理' && said[at + 1]?.tag === 'rate')
  if (rate >= 0) return rate
  // 均依法处理
  const isEvery = all >= 0 && said.slice(all + 1, last).every(({ tag }) => tag === 'done')
  const isHandled = said[last]?.tag === 'handle' && (isSaid || isEvery)
  return isHandled ? last : lastAt(said, ['conclude'])
}

/** 将答复, but not 已将答复反馈申请人, where 将 names the object. */
const isToBeDone = (said: readonly Token[], context: Context): boolean =>
  said.some((token, at) => {
    const isObject = wordOf(context, token) === '将' && has(said.slice(0, at), 'done', 'all')
    return token.tag === 'should' && !isObject
  })

/** Whether words state that all were answered: 均已按期答复, 答复率100%. 答复 needs 已, 并, 在…内 or the like beside it. */
export function saysAllDone(said: readonly Token[], context: Context): boolean {
  const at = answerAt(said, context)
  if (at < 0 || isToBeDone(said, context) || has(said, 'none', 'bad', 'result', 'assist', 'other')) return false
  // 均已办结并复函: what comes after 并 was done besides.
  const pause = said.findIndex((token, i) => i > at && (token.tag === 'pause' || wordOf(context, token) === '并'))
  const after = said.slice(at + 1, pause < 0 ? undefined : pause)
  // 已答复的占比为100%
  const isShare = after.some((token) => /^占比?$/.test(wordOf(context, token)))
  if (after[0]?.tag === 'rate' || isShare)
    return said.slice(at).some(({ tag, value }) => tag === 'percent' && value === 100)
  if (has(said, 'rate', 'percent') || after.some(isUnknown)) return false
  // 完成答复工作, but not 规范答复工作
  const isDone = said.slice(0, at).some((token) => wordOf(context, token) === '完成')
  return has(said, 'all', 'rest') || (has(said, 'done') && (isDone || !has(after, 'work')))
}
