/** Applications that are still open, without a word for carrying over. */
import { has } from './clauses'
import { binds, wordOf, type Context } from './phrases'
import { nounIn, type Spot } from './spot'
import type { Token } from './tokens'

/** The text of some words, with what stands between them. */
const saidIn = (words: readonly Token[], { text }: Context): string =>
  text.slice(words[0]?.start ?? 0, words[words.length - 1]?.end ?? 0)

const WITHIN_TIME = /(?:在|处于).{0,6}[期时]限?内(?:正常)?(?:办理)?$|在办$/
const IN_TIME_STILL = /^(?:申请)?[目前现均]{0,2}(?:[尚仍还]?处于|[尚仍还]在).{0,8}(?:期限?|时限)内?$/
/** 尚有3件 */
const LEFT_OVER = /^[，,]?[尚还仍另]有?$/
const NOT_DUE = /^[尚还仍]?未[到届].{0,8}期限?$/

/** 剩余2件在法定期限内, 尚有2件未到期限: no word carries them over, but they are open at the end of the year. */
export function isStillOpen({ left, right, context }: Spot): boolean {
  const [first] = right
  if (!first) return false
  const said = saidIn(right, context)
  const isRest = has(left, 'rest') || LEFT_OVER.test(saidIn(left, context))
  // 其余3件将在法定期限内办结
  if (isRest && first.tag === 'should' && has(right, 'conclude', 'handle') && context.topic === 'ask') return true
  const isWithinTime = isRest && !has(right, 'conclude', 'outcome', 'publish') && WITHIN_TIME.test(said)
  const isUnderWay = first.tag === 'under' && context.topic === 'ask' && nounIn(right) !== 'other'
  return isWithinTime || isUnderWay || NOT_DUE.test(said) || IN_TIME_STILL.test(said)
}

const NOT_DUE_YET = /[未没]到.{0,4}期限?的?$/

/** 未到期1件 */
export const isNotDue = ({ left, context }: Spot): boolean =>
  context.topic === 'ask' && !binds(left) && NOT_DUE_YET.test(saidIn(left, context))

/** 2件将于2025年办结, 2件于2025年1月答复: still open at the end of the year. */
export function isDueNextYear(right: readonly Token[], { year }: Context): boolean {
  const isNext = right.some(({ tag, value }) => tag === 'next' || (tag === 'year' && year !== null && value > year))
  return isNext && has(right, 'conclude', 'handle') && !has(right, 'none')
}

/** 批准延期答复4件, 1件经申请人同意延期答复: the term is longer, nothing is concluded yet. */
export function isProlonged(words: readonly Token[], context: Context): boolean {
  const at = words.findIndex((token) => wordOf(context, token) === '延期')
  const before = words[at - 1]
  return before !== undefined && /(?:批准|同意|审批)$/.test(wordOf(context, before)) && !has(words.slice(at), 'all')
}
