import { has } from './clauses'
import type { ClaimKind } from './claim'
import { carryIn, courtKinds, type Context } from './frames'
import type { Tag, Token } from './tokens'

const ASKS: Tag[] = ['ask', 'apply']
const COURTS: Tag[] = ['review', 'lawsuit']
const PREDICATE: Tag[] = ['skip', 'text', 'receive', 'done', 'total', 'own']
const JOINS = /^[和及与或]|以及|或者$/

const isLong = (token: Token | undefined) => token?.tag === 'text' && token.end - token.start >= 2

/** In 未收到政府信息公开申请、行政复议 the applications are denied too; in 因政府信息公开申请引发行政复议 they are the cause. */
function deniesRequests(said: readonly Token[], context: Context): boolean {
  const ask = said.findIndex(({ tag }) => ASKS.includes(tag))
  const court = said.findIndex(({ tag }) => COURTS.includes(tag))
  if (ask < 0 || (court >= 0 && court < ask)) return false
  if (court < 0) return true
  const between = said.slice(ask + 1, court)
  const isJoined = between.some(
    (token) => token.tag === 'pause' || JOINS.test(context.text.slice(token.start, token.end)),
  )
  return isJoined && !has(said.slice(0, ask), 'because')
}

/**
 * The kinds that a denial (未收到, 没有发生, 无) says are none; `said` are the words from the denying one on, `before`
 * those in front of it.
 */
export function deniedKinds(before: readonly Token[], said: readonly Token[], context: Context): ClaimKind[] {
  const named = said.slice(1).every(({ tag }) => PREDICATE.includes(tag)) ? before : []
  const [denial, ...others] = said
  // 行政复议和行政诉讼均未发生: the subject stands in front.
  const rest = [...named, ...others]
  if (!denial) return []
  const word = context.text.slice(denial.start, denial.end)
  const isBecause = word.endsWith('因')
  if (has(rest, 'charge', 'fee') || word.endsWith('收')) {
    const isOtherRevenue = has(rest, 'other') && !has(rest, 'fee')
    if (has(rest, 'charge', 'fee')) return isOtherRevenue || has(rest, 'bad') ? [] : ['feeCharged']
  }
  if (has(rest, 'bad', 'result')) return []
  if (has(rest, ...COURTS)) {
    const courts = courtKinds(rest)
    const kinds: ClaimKind[] = courts === 'otherMatter' ? [] : courts
    return deniesRequests(rest, context) && !isBecause ? ['received', ...kinds] : kinds
  }
  const carry = carryIn(named.length > 0 ? rest : [...before, ...said], context)
  if (carry) return has(rest, 'other') ? [] : [carry.kind]
  if (isBecause || has(rest, 'conclude', 'handle', 'publish', 'outcome', 'should', 'work')) return []
  const isReceiving = has(rest, 'receive', 'fresh') || /[收接受]/.test(word)
  const noun = rest.find(({ tag }) => [...ASKS, 'other', 'letter', 'media', 'info'].includes(tag))
  if (noun?.tag === 'ask') return isReceiving || !isLong(rest[0]) ? ['received'] : []
  if (noun?.tag === 'apply') return isReceiving || word === '零' ? ['received'] : []
  return noun === undefined && isReceiving && context.topic === 'ask' && !rest.some(isLong) ? ['received'] : []
}
