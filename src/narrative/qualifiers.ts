import { has, lastAt } from './clauses'
import { isUnknown, wordOf, type Context } from './phrases'
import type { Surroundings } from './spot'
import type { Tag, Token } from './tokens'

const VERBS: Tag[] = ['receive', 'fresh', 'conclude', 'handle']
const HEADS: Tag[] = ['ask', 'apply']

/** The words that describe the applications a number counts: between the verb and the noun. */
function describing({ left, right }: Surroundings): readonly Token[] {
  const head = lastAt(left, HEADS)
  if (head < 0) return right.slice(0, Math.max(0, lastAt(right, HEADS)))
  const verb = lastAt(left.slice(0, head), VERBS)
  return left.slice(verb + 1, head)
}

/** Who handed them in: 村民张某提出的申请. */
const HANDED_IN = /^(?:提[交出起]|递交)$/
const HOW = /方式$|形式$|途径$|^各类$|名义$|^同一$|^主体$|机关$|^资讯$/
const OFFICE = /[局厅委办会府镇乡道区县市]$/

/** Whether words narrow applications down to some of them: 涉及征地的申请, 疑难复杂申请, 办结时长在10日内的申请. */
export function isNarrowed(around: Surroundings, context: Context): boolean {
  const words = describing(around)
  const says = (pattern: RegExp) => words.some((token) => pattern.test(wordOf(context, token)))
  const cause = words.findIndex(({ tag }) => tag === 'because')
  if (cause >= 0) return !(words[cause + 1]?.tag === 'open' && !words.some(isUnknown))
  if (says(HANDED_IN) || has(words, 'carry', 'assist')) return false
  if (lastAt(around.left, HEADS) < 0 && has(words, 'other')) return true
  return words.some(
    (token) => isUnknown(token) && !HOW.test(wordOf(context, token)) && !OFFICE.test(wordOf(context, token)),
  )
}
