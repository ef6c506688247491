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

const EVENLY = /连续|良好|平稳|有序/

/** 申请量最大的5家单位收到, 集中收到同类申请 */
const CHOSEN = /最[多大高]|较多的|居前|靠前|集中|同类|类似/

const RANKED = /最[多大高]的|较为集中|排名|居前|靠前|前[三五十]/

/** Whether words pick some of those who counted. */
export function isOfChosen(words: readonly Token[], { text }: Context): boolean {
  const [first] = words
  return first !== undefined && RANKED.test(text.slice(first.start, words[words.length - 1]?.end))
}

/** Whether words narrow applications down to some of them: 涉及征地的申请, 疑难复杂申请, 办结时长在10日内的申请. */
export function isNarrowed(around: Surroundings, context: Context): boolean {
  const words = describing(around)
  const { text } = context
  const [first] = around.left
  if (first && CHOSEN.test(text.slice(first.start, around.left[around.left.length - 1]?.end))) return true
  // 申请受理后由科室分办17件
  const after = around.left.slice(lastAt(around.left, [...VERBS, ...HEADS]) + 1)
  if (after.some((token) => isUnknown(token) && !EVENLY.test(wordOf(context, token)))) return true
  const says = (pattern: RegExp) => words.some((token) => pattern.test(wordOf(context, token)))
  const cause = words.findIndex(({ tag }) => tag === 'because')
  if (cause >= 0) return !(words[cause + 1]?.tag === 'open' && !words.some(isUnknown))
  // 办理时限超过15个工作日的申请
  if (words.some((token) => token.tag === 'odd' && /^个?(?:工作)?[日天]/.test(text.slice(token.end, token.end + 4))))
    return true
  if (says(HANDED_IN) || has(words, 'carry', 'assist')) return false
  if (lastAt(around.left, HEADS) < 0 && has(words, 'other')) return true
  return words.some(
    (token) => isUnknown(token) && !HOW.test(wordOf(context, token)) && !OFFICE.test(wordOf(context, token)),
  )
}
