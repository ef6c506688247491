import { has, lastAt } from './clauses'
import { courtFrame } from './court-frames'
import { isNewInfo } from './information-frames'
import { hasGap, isUnknown, NOUNS, verbsOf, wordOf, type Topic } from './phrases'
import { isNarrowed } from './qualifiers'
import { nounIn, OTHER, type Frame, type Spot } from './spot'
import type { Tag, Token } from './tokens'

/** What 收到5件 or 办结5件 counts if not applications; null: it counts applications. */
function notRequests({ left, right, context }: Spot): Frame | null {
  if (hasGap(left) || has(left, 'info', 'fee')) return OTHER
  const noun = nounIn(right)
  if (noun === 'review' || noun === 'lawsuit') return courtFrame([...left, ...right], context)
  if (noun === 'ask' || noun === 'apply') return null
  if (noun !== undefined || isUnknown(right[0])) return OTHER
  return context.topic === 'ask' || context.topic === null ? null : { kinds: [], topic: context.topic }
}

/** 主动公开61条，其中…答复网络申请5条: what is listed was disclosed, whatever it answers. */
const isListedInfo = ({ whole, left }: Spot): boolean => whole === 'info' && !has(left, 'receive', 'fresh')

/** 法院受理信息公开案件52件 */
const isOfCourt = ({ left, context }: Spot): boolean =>
  left.some((token) => token.tag === 'text' && wordOf(context, token).endsWith('法院'))

/** 新收; and 办理28件，其中当年受理26件，上年结转2件. */
const isFreshly = ({ left, whole }: Spot, verbs: readonly Tag[]): boolean =>
  verbs.includes('fresh') || (whole !== undefined && has(left, 'now') && verbs.includes('receive'))

const OFFICE = /[局厅委镇乡]$/

/** 收到申请较多的单位有自然资源局61件 */
function isOfOther({ left, context }: Spot): boolean {
  const last = left[left.length - 1]
  return last !== undefined && isUnknown(last) && OFFICE.test(wordOf(context, last)) && has(left, 'ask')
}

/** 新收的申请办结31件: the first verb only describes what was concluded. */
function isOfReceived({ left, context }: Spot): boolean {
  const next = left[lastAt(left, ['receive', 'fresh']) + 1]
  if (has(left, 'all')) return false
  return (
    next !== undefined && wordOf(context, next) === '的' && lastAt(left, ['conclude']) > lastAt(left, ['ask', 'apply'])
  )
}

export function requestFrame(spot: Spot): Frame {
  const { left, noun } = spot
  if (isNoRequest(spot)) return OTHER
  const other = has(left, 'ask') || noun === 'apply' ? null : notRequests(spot)
  if (other) return other
  if (isNarrowed(spot, spot.context)) return SOME_REQUESTS
  const verbs = verbsOf(left)
  const isFresh = isFreshly(spot, verbs)
  const isReceived = (isFresh || verbs.includes('receive')) && !isOfReceived(spot)
  const isConcluded = !isReceived || verbs.includes('conclude') || verbs.includes('handle')
  return {
    kinds: [...(isReceived ? (['received'] as const) : []), ...(isConcluded ? (['concluded'] as const) : [])],
    topic: 'ask',
    isFresh: isFresh && isReceived,
    isHandled: verbs.length === 1 && verbs[0] === 'handle',
  }
}

/** 会商依申请公开答复4次, 延长答复期限2件: the answer is what something else was done to. */
function isOnAnswers({ left, context }: Spot): boolean {
  const at = lastAt(left, ['conclude'])
  const next = left[at + 1]
  // 延期答复的申请共4件
  if (next && wordOf(context, next) === '的' && left.some((token) => wordOf(context, token) === '延期')) return true
  const isTerm = at >= 0 && next !== undefined && /^(?:期限|时间|意见|口径)$/.test(wordOf(context, next))
  return (
    isTerm || (at > lastAt(left, ['ask', 'apply']) && has(left, 'other') && !has(left, 'receive', 'fresh', 'handle'))
  )
}

const isOnPaper = ({ left, context }: Spot): boolean => {
  const next = left[lastAt(left, ['ask', 'apply']) + 1]
  return next !== undefined && has(left, 'apply') && wordOf(context, next) === '材料'
}

const isNoRequest = (spot: Spot): boolean =>
  isOnPaper(spot) ||
  isOnAnswers(spot) ||
  spot.left[spot.left.length - 1]?.tag === 'work' ||
  isListedInfo(spot) ||
  isOfCourt(spot) ||
  isOfOther(spot)

/** Applications, but not all of them. */
const SOME_REQUESTS: Frame = { kinds: [], topic: 'ask' }

const BARE: Frame = { kinds: ['received'], topic: 'ask', isNounOnly: true }

const AMOUNT = /^(?:总[计量数]|件?数?量|件?数|共计?|合计|累计)$/

const HANDED_IN = /^(?:提[交出]|递交)$/

/** 申请总量为5件, 网上申请5件: applications that no word near them calls applications for information. */
function isPlainRequests({ left, isCase, context }: Spot, at: number): boolean {
  const { topic } = context
  if (left.filter(({ tag }) => tag === 'channel').length > 1) return false
  const next = left[at + 1]
  const isAmount = next !== undefined && AMOUNT.test(wordOf(context, next)) && (topic === 'ask' || topic === null)
  const isListed = topic === 'ask' || (topic === null && isCase)
  const before = left[at - 1]
  const isOfOne = left.some((token) => /同一|个别/.test(wordOf(context, token)))
  const isHandedIn = before !== undefined && HANDED_IN.test(wordOf(context, before)) && !isOfOne
  return isAmount || ((before?.tag === 'channel' || isHandedIn) && isListed)
}

/** 收到各类申请32件，其中政府信息公开申请11件 */
const isNamedFully = ({ left, context }: Spot, at: number): boolean =>
  /信息公开.?申请$/.test(context.text.slice(left[0]?.start ?? 0, left[at]?.end ?? 0)) && !has(left, 'carry')

/** 涉农信息公开申请9件 */
const isOnSubject = ({ left, context }: Spot): boolean => {
  const about = left.findIndex((token) => /^涉/.test(wordOf(context, token)))
  return about >= 0 && about < lastAt(left, ['ask', 'apply']) && left[about + 1]?.tag === 'text'
}

/** Whether a noun without a verb is not what is counted: 依申请公开被诉案件1件. */
const isOfSomethingElse = (spot: Spot): boolean =>
  hasGap(spot.left) ||
  has(spot.right, 'charge', 'fee') ||
  isOnSubject(spot) ||
  spot.left.slice(lastAt(spot.left, NOUNS)).some((token) => wordOf(spot.context, token) === '被')

/** What a noun without a verb counts: 政府信息公开申请案件5件. */
export function bareFrame(spot: Spot): Frame | null {
  const { left, isCase, isPiece, whole, noun } = spot
  if (isOfSomethingElse(spot)) return null
  const at = lastAt(left, NOUNS)
  const last = left[at]?.tag
  if (noun === 'apply' && isPlainRequests(spot, at)) return BARE
  // 公文属性认定260件，其中主动公开88件、依申请公开62件: these are documents.
  if (whole === 'other') return isNamedFully(spot, at) ? NEW_REQUESTS : null
  return (last === 'ask' && !isPiece) || (last === 'info' && isCase && left[at - 1]?.tag === 'ask') ? BARE : null
}

/** 针对申请人提出的8件政府信息公开申请 */
export function requestsBehind(right: readonly Token[], topic: Topic): Frame | null {
  const isNamed = has(right, 'ask') || (has(right, 'apply') && (topic === 'ask' || topic === null))
  const isAlone = right.every((token) => isAskWord(token) || token.tag === 'skip' || isParticle(token))
  return isNamed && isAlone ? BARE : null
}

const isAskWord = ({ tag }: Token): boolean => tag === 'ask' || tag === 'apply'

/** 2件上年结转申请和27件新收申请 */
export const freshBehind = ([first, ...others]: readonly Token[]): Frame | undefined =>
  first?.tag === 'fresh' && has(others, 'apply', 'ask') && !has(others, 'conclude', 'handle', 'carry')
    ? NEW_REQUESTS
    : undefined

const NEW_REQUESTS: Frame = { kinds: ['received'], topic: 'ask', isFresh: true }
const NEW_INFO: Frame = { kinds: ['activelyDisclosed'], topic: 'info', isFresh: true }

const isParticle = (token: Token): boolean => token.tag === 'text' && !isUnknown(token)
const FRESH_WORDS: Tag[] = ['skip', 'now', 'year', 'total', 'apply', 'ask', 'pause']
const isFreshWord = (token: Token): boolean => FRESH_WORDS.includes(token.tag) || isParticle(token)

/** What 新增 tells of: 新增政府信息公开申请5件, 网站新增信息213条; 上年度结转2件，本年度新增10件. */
export function freshFrame(spot: Spot): Frame | undefined {
  const { left, noun, context } = spot
  const at = left.findIndex((token) => wordOf(context, token) === '新增')
  if (at < 0) return undefined
  const named = left.slice(at + 1)
  if (noun === 'info' && has(named, 'info')) return isNewInfo(spot) ? NEW_INFO : undefined
  const isRequest = has(named, 'ask', 'apply') && (noun === 'ask' || noun === 'apply')
  if (isRequest && named.every((token) => token.tag === 'info' || isFreshWord(token))) return NEW_REQUESTS
  if (!left.every(isFreshWord)) return undefined
  // 共公开信息3760条，本年新增385条
  if (context.topic === 'info') return NEW_INFO
  return context.topic === 'ask' ? NEW_REQUESTS : undefined
}

/** 已完成依申请公开申请1件 */
export function completedFrame({ left, noun, context }: Spot): Frame | undefined {
  const done = left.findIndex((token) => wordOf(context, token) === '完成')
  const isDone = done >= 0 && (noun === 'ask' || noun === 'apply') && !left.slice(done).some(isUnknown)
  return isDone ? { kinds: ['concluded'], topic: 'ask' } : undefined
}
