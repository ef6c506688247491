import { carryIn } from './carries'
import type { ClaimKind } from './claim'
import { has, itemsOf, type Clause } from './clauses'
import { deniedKinds, saysAllDone, saysCarriedOn, saysOutcome } from './denials'
import { note, noteZero } from './notes'
import { isDueNextYear } from './open-requests'
import { isTime, isUnknown, NOUNS, wordOf, type Topic } from './phrases'
import { CARRIED_OUT } from './spot'
import type { Token } from './tokens'
import type { Count, Walk } from './walk'

const OWN_DENIAL = /^[零无]$/

const TOPICS: Readonly<Partial<Record<ClaimKind, Topic>>> = {
  feeCharged: 'fee',
  reviewCases: 'court',
  litigationCases: 'court',
}

const isPassive = (walk: Walk) => (token: Token) => wordOf(walk, token).endsWith('被')

/** Notes zeros for what a denial (未收到, 没有发生, 无) denies. False where it denies nothing that is counted. */
function takeDenial(walk: Walk, before: readonly Token[], said: readonly Token[]): boolean {
  const [first] = said
  const last = said[said.length - 1]
  const isOfOthers = has(said, 'branch') || before.find((token) => !isTime(token))?.tag === 'branch'
  if (!first || !last || !walk.isOwnTime || isOfOthers) return false
  const words = [...before, ...said]
  // 作出行政处罚31件，未被提起行政复议
  const isOfOther = walk.counted === 'other' && !has(words, 'open', 'ask', 'info') && words.some(isPassive(walk))
  const kinds = isOfOther ? [] : deniedKinds(before, said, walk)
  walk.denials.push({ start: first.start, end: last.end, sentence: walk.sentence })
  for (const kind of kinds) noteZero(walk, kind, (before[0] ?? first).start, last.end, has(words, 'open', 'ask'))
  if (kinds[0]) walk.topic = TOPICS[kinds[0]] ?? 'ask'
  return kinds.length > 0
}

/** Whether what is said of all is about applications, also after 涉及征收的6件 and other parts of them. */
const isOnRequests = ({ topic, undivided }: Walk): boolean => topic === 'ask' || undivided === 0

/** 零受理、零收费: each 零 or 无 after a pause denies something of its own. */
function denialsIn(walk: Walk, said: readonly Token[]): Token[][] {
  const starts = said.flatMap(({ tag }, at) => {
    const isNext = tag === 'none' && said[at - 1]?.tag === 'pause' && OWN_DENIAL.test(wordOf(walk, said[at] as Token))
    return at === 0 || isNext ? [at] : []
  })
  return starts.map((start, index) =>
    said.slice(start, starts[index + 1]).filter(({ tag }, at, all) => tag !== 'pause' || at < all.length - 1),
  )
}

/** 申请零受理、行政复议零发生: the items of a list of which each denies its own subject; empty for other words. */
function ownDenials(words: readonly Token[]): { before: Token[]; said: Token[] }[] {
  const denials = itemsOf(words).map((item) => {
    const at = item.findIndex(({ tag }) => tag === 'none')
    return { before: item.slice(0, Math.max(0, at)), said: at < 0 ? [] : item.slice(at) }
  })
  return denials.length > 1 && denials.every(({ before }) => has(before, ...NOUNS)) ? denials : []
}

/** Notes what each of the denials in some words denies. */
export function takeDenials(walk: Walk, before: readonly Token[], said: readonly Token[]): boolean {
  const own = ownDenials([...before, ...said])
  const denials = own.length > 0 ? own : denialsIn(walk, said).map((one) => ({ before, said: one }))
  return denials.map((one) => takeDenial(walk, one.before, one.said)).includes(true)
}

function isCarriedIn({ counts, sentence }: Walk): boolean {
  const last = counts[counts.length - 1]
  return last?.kind === 'carriedIn' && last.sentence === sentence
}

export function takeAllDone(walk: Walk, said: readonly Token[]): void {
  const [first] = said
  const last = said[said.length - 1]
  if (!first || !last || !walk.isOwnTime || !isOnRequests(walk)) return
  const isCarried = saysCarriedOn(said, walk)
  const isOutcome = !isCarried && !has(said, 'conclude') && saysOutcome(said, walk)
  if (!isCarried && !isOutcome && !saysAllDone(said, walk)) return
  const { sentence } = walk
  const isAfterException = walk.exceptions.some((one) => one.sentence === sentence)
  walk.allDone.push({
    start: first.start,
    end: last.end,
    sentence,
    isRest: has(said, 'rest') || isAfterException,
    isOutcome,
    isEvery: has(said, 'all', 'rest') || (isCarried && has(said, 'done')),
    isCarried,
    isOfCarried: isCarriedIn(walk),
  })
}

const UNRELATED =
  /^(?:政府)?信息公开.{0,4}占.{1,6}%|(?:[均皆都全].{0,4}(?:不涉及|不属于)|^不涉及|^不属于)(?:政府)?信息公开|^[均皆都]?与.{0,6}信息公开.{0,4}无关/

/** 行政复议9件，均为交通事故处罚引发 */
const isOtherCause = (said: readonly Token[]): boolean =>
  said.some((token) => token.tag === 'other' || isUnknown(token)) &&
  !has(said, 'open', 'ask', 'apply', 'info', 'result', 'conclude', 'handle', 'review', 'lawsuit')

/** 行政诉讼12件，均不涉及政府信息公开: the cases just counted are about something else. */
export function takeUnrelated(walk: Walk, said: readonly Token[]): void {
  const [first] = said
  const last = said[said.length - 1]
  if (!first || !last) return
  const isOther = first.tag === 'all' && isOtherCause(said)
  if (!isOther && !UNRELATED.test(walk.text.slice(first.start, last.end))) return
  const isCase = ({ kind, isNamed }: Count) =>
    (kind === 'reviewCases' || kind === 'litigationCases') && !(isOther && isNamed)
  for (let one = walk.counts.pop(); one; one = walk.counts.pop()) {
    if (isCase(one) && one.sentence === walk.sentence) continue
    walk.counts.push(one)
    return
  }
}

const UNCOUNTED = /不在.{0,8}统计|[不未](?:予|再)?(?:计入|列入|纳入|包括在|包含在).{0,8}(?:统计|报告|口径|范围|数据)/
/** The clause says so of the numbers before it, and names nothing of its own. */
const OF_BEFORE = /^[均都也故]?[不未]/

/** 其他部门收到的12件申请不在统计之列: numbers that the office itself leaves out. */
export function takeUncounted(walk: Walk, { tokens, inBracket }: Clause): void {
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  if (!first || !last || inBracket) return
  const said = walk.text.slice(first.start, last.end)
  const isTheirs = walk.isOfUncounted && said.startsWith('其') && !said.startsWith('其中')
  const isSaid = UNCOUNTED.test(said)
  if (!isSaid && !isTheirs) return
  const isOfBefore = OF_BEFORE.test(said)
  const isIn = (count: Count) => count.sentence === walk.sentence && (isOfBefore || count.start >= first.start)
  walk.counts = walk.counts.filter((count) => !isIn(count))
  walk.isOfUncounted = !isOfBefore
}

/** So many characters may stand between a number and its share. */
const NEAR = 12
const SHARE = /^(?:约?占|占比)(?!.*全[市县区省国镇州系])/

const isCarry = ({ kind }: Count): boolean => kind === 'carriedIn' || kind === 'carriedOut'

/** 受理网络申请18件，占60%: what was just counted is a part. */
export function takeShare(walk: Walk, said: readonly Token[]): void {
  const [first] = said
  const last = said[said.length - 1]
  if (!first || !last || !has(said, 'percent') || !SHARE.test(walk.text.slice(first.start, last.end))) return
  const at = walk.counts.length - 1
  const count = walk.counts[at]
  if (count?.sentence === walk.sentence && !isCarry(count) && first.start - count.end < NEAR)
    walk.counts[at] = { ...count, isPart: true, isShare: true }
}

/** 2件申请因未到期，转至下年办理: the clause tells what became of the number before it. */
export function takePending(walk: Walk, said: readonly Token[]): boolean {
  const { pending } = walk
  const last = said[said.length - 1]
  if (!pending || !last || has(said, 'none', 'all', 'review', 'lawsuit')) return false
  const should = said.findIndex(({ tag }) => tag === 'should')
  const isToCome = should >= 0 && said[should + 1]?.tag !== 'carry'
  const isCarried = !isToCome && carryIn(said, walk)?.kind === 'carriedOut'
  // 2件延期，将于2025年初答复
  if (!isCarried && !isDueNextYear(said, walk)) return false
  // The year in 将于2025年答复 is that of the answer.
  const { isOwnTime } = walk
  walk.isOwnTime = true
  note(walk, 'carriedOut', { ...pending, end: last.end }, CARRIED_OUT, said)
  walk.isOwnTime = isOwnTime
  walk.pending = null
  return true
}
