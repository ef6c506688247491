import { carryIn } from './carries'
import type { ClaimKind } from './claim'
import { has, itemsOf } from './clauses'
import { columnFrame } from './court-columns'
import { courtFrame } from './court-frames'
import { isExcepted } from './exceptions'
import { describedFrame, isBroughtTo, leftFrame, rightFrame } from './frames'
import { binds, NOUNS, isOnMediaAlone, isOnSite, isTime, wordOf } from './phrases'
import { CARRIED_OUT, nounIn, OTHER, OUTCOME, type Frame, type Surroundings } from './spot'
import { sumOf } from './sums'
import type { Token } from './tokens'
import type { Walk } from './walk'

/** A number with the words before and after it. */
export interface Placed {
  left: Token[]
  right: Token[]
  token: Token
}

export interface Framed {
  frame: Frame
  /** Known from the words after the number. */
  isAfter: boolean
}

export const asLeft = (frame: Frame | null): Framed | null => frame && { frame, isAfter: false }
const asRight = (frame: Frame | null): Framed | null => frame && { frame, isAfter: true }

const CASES = /[件宗起例]/
const OTHERS = /^其[他它]|^不存在$|^撤销$/

/** 予以公开2件，…，其他1件 */
function otherOutcome(walk: Walk, left: readonly Token[]): Frame | null {
  const last = walk.counts[walk.counts.length - 1]
  const isListed = last?.kind === 'outcome' && last.sentence === walk.sentence
  const isOther = left.some(({ start, end }) => OTHERS.test(walk.text.slice(start, end)))
  return isListed && isOther ? OUTCOME : null
}

/** 通过微信公众号…，发布信息12条，转发信息5条 are posts: the words before name only 微信. 全年共公开600条 is no post. */
function isPost(walk: Walk, { kinds: [kind], isFresh }: Frame, left: readonly Token[]): boolean {
  const isOnMedia = isOnMediaAlone([...walk.before, ...left], walk)
  const goesOn = walk.isPosting && !has(left, 'total')
  walk.isPosting = !isOnSite(left, walk) && (goesOn || isOnMedia)
  return kind === 'activelyDisclosed' && isFresh !== true && walk.isPosting
}

function surroundingsOf(walk: Walk, { left, right, token }: Placed): Surroundings {
  const isCounted = CASES.test(walk.text.charAt(token.end - 1))
  const isAmongInfo = walk.topic === 'info' || walk.run?.kind === 'activelyDisclosed'
  return {
    left,
    right,
    isCase: isAmongInfo ? token.value === 0 && isCounted : token.value === 0 || isCounted,
    isPiece: isAmongInfo && (!isCounted || walk.isSubset),
    whole: walk.isSubset ? walk.whole : undefined,
  }
}

/** 除因撤回的2件外, 除3件结转下年外: the words before 除 are about the whole. */
function exceptedFrame(around: Surroundings, walk: Walk): Framed | null {
  const after = rightFrame(around, walk)
  if (after) return asRight(after)
  // 除1件因申请人放弃外
  if (has(around.right, 'outcome')) return asRight(OUTCOME)
  // 除结转下年的4件外
  if (carryIn(around.left, walk)?.kind === 'carriedOut') return asLeft(CARRIED_OUT)
  const before = leftFrame(around, walk)
  return before?.kinds[0] === 'outcome' ? asLeft(before) : null
}

/** 申请量2023年为91件，2024年为117件: a number with only a year beside it counts what that of the year before counts. */
function nextYear({ ofOtherYears, run, sentence, topic }: Walk, left: readonly Token[]): Frame | null {
  const last = ofOtherYears[ofOtherYears.length - 1]
  const isYear = has(left, 'year', 'now') && left.every((token) => isTime(token) || token.tag === 'skip')
  return isYear && last && last.sentence === sentence && last.kind === run?.kind ? { kinds: [last.kind], topic } : null
}

/** 收到的申请中，1件因…不予公开: some of those received. */
function isOutOfThem(walk: Walk): boolean {
  const last = walk.before[walk.before.length - 1]
  return last !== undefined && /^件?中$/.test(wordOf(walk, last))
}

/** What the number counts where the words beside it do not tell. */
function looseFrame(walk: Walk, around: Surroundings, value: number): Frame | null {
  const { left, right } = around
  const sum = sumOf(walk, left, value) ?? otherOutcome(walk, left) ?? nextYear(walk, left)
  // 占申请总数的68%，共计25件
  if (
    sum ||
    has(right, 'charge', 'fee') ||
    has(walk.before, 'percent') ||
    (has(right, 'apply') && has(right, 'none')) ||
    (isOutOfThem(walk) && !has(left, 'channel'))
  )
    return sum
  return leftFrame({ ...around, left: [...walk.before, ...left] }, walk)
}

/** 除上年结转2件外，新收31件: not left out, but counted besides. */
export const isBesides = (left: readonly Token[], walk: Walk): boolean =>
  isExcepted(left, walk) && carryIn(left, walk)?.kind === 'carriedIn'

/** 行政复议和行政诉讼，全年分别办理5件和2件 */
const isOfBoth = ({ before }: Walk, left: readonly Token[]): boolean =>
  has(left, 'respectively') && !has(left, ...NOUNS) && has(before, 'review') && has(before, 'lawsuit')

/** 行政复议方面，全年新收4件: the clause before names what was received. */
const isOfCourts = ({ before }: Walk, left: readonly Token[]): boolean =>
  has(left, 'receive', 'fresh') && !has(left, ...NOUNS) && has(before, 'review', 'lawsuit') && !has(before, 'ask')

const JOINS = /^(?:[和及与]|以及)$/

function listedKind(item: readonly Token[], walk: Walk): ClaimKind | null {
  const carry = carryIn(item, walk)
  if (carry) return carry.kind
  if (has(item, 'receive', 'fresh')) return 'received'
  if (has(item, 'conclude')) return 'concluded'
  // 主动公开、依申请公开数量分别为735条和6件
  if (item.some((token) => wordOf(walk, token) === '主动公开')) return 'activelyDisclosed'
  return has(item, 'ask') ? 'received' : null
}

/** 新收、办结、结转数分别为38件、36件、2件 */
function respectiveFrame(walk: Walk, left: readonly Token[]): Frame | null {
  if (!has(left, 'respectively') || (walk.topic !== 'ask' && !has(left, 'ask', 'apply'))) return null
  const items = itemsOf(left, (token) => token.tag === 'pause' || JOINS.test(wordOf(walk, token)))
  const kinds = items.flatMap((item) => listedKind(item, walk) ?? [])
  return kinds.length === items.length && kinds.length > 1 ? { kinds, topic: 'ask' } : null
}

/** 更新信息0条的栏目 */
const isAttribute = ({ right: [first, ...others] }: Surroundings, walk: Walk): boolean =>
  first !== undefined && wordOf(walk, first) === '的' && nounIn(others) === 'other'

const isAmongThem = (left: readonly Token[], walk: Walk): boolean => {
  const last = left[left.length - 1]
  return last !== undefined && /中?有$/.test(wordOf(walk, last))
}

/** What the whole phrase tells; undefined where it has none of these forms. */
function specialFrame(walk: Walk, around: Surroundings): Framed | null | undefined {
  const { left, right } = around
  if (isBesides(left, walk)) return asLeft({ kinds: ['carriedIn'], topic: 'ask' })
  if (isExcepted(left, walk)) return exceptedFrame(around, walk)
  if (isOfBoth(walk, left) || isOfCourts(walk, left)) return asLeft(courtFrame([...walk.before, ...left], walk))
  if (isAttribute(around, walk)) return null
  const column = columnFrame(walk, left)
  if (column) return asLeft(column)
  const respective = respectiveFrame(walk, left)
  if (respective) return asLeft(respective)
  // 受理的申请中有2件被提起行政复议
  if (isAmongThem(left, walk) && isBroughtTo(right, walk)) return asRight(courtFrame(right, walk))
  return asRight(describedFrame(around, walk)) ?? undefined
}

/** What the number counts, from the words before it, else from those after it. */
export function ownFrame(walk: Walk, placed: Placed): Framed | null {
  const { left, token } = placed
  const around = surroundingsOf(walk, placed)
  const special = specialFrame(walk, around)
  if (special !== undefined) return special
  const own = leftFrame(around, walk)
  // 网站公开4.5万条，新媒体公开6.2万条，全市共公开10.7万条
  const sum = own?.kinds.length === 0 ? sumOf(walk, left, token.value) : null
  if (sum) return asLeft(sum)
  if (own) return asLeft(isPost(walk, own, left) ? OTHER : own)
  const after = rightFrame(around, walk)
  if (after) return asRight(after)
  return binds(left) ? null : asLeft(looseFrame(walk, around, token.value))
}
