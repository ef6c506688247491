import type { ClaimKind } from './claim'
import { columnOf } from './court-columns'
import { has, lastOf, type Clause } from './clauses'
import { assists } from './carries'
import { isExcepted } from './exceptions'
import { moneyFrame } from './frames'
import { note } from './notes'
import { asLeft, isBesides, ownFrame, type Framed, type Placed } from './own-frame'
import { binds, hasGap, isOnMediaAlone, isTime, nounOf, wordOf, type Topic } from './phrases'
import { addToRun, divide } from './sums'
import { CARRIED_OUT, OTHER, OUTCOME, type Frame } from './spot'
import type { Tag, Token } from './tokens'
import { isUnderstood } from './understood'
import type { Count, Walk } from './walk'

/** A number in its clause, with the words before and after it. */
interface Numbered extends Placed {
  clause: Clause
}

const AFTER_PLAIN = /[为是数量均各计零]$|[数量计况]:$/

/** 行政复议0，行政诉讼0 */
const NAMED = /复议|诉讼|申请|收费/

/** Whether a token is a number that counts something. Without a unit it needs a word before it: 均为0. */
export function isNumber(token: Token | undefined, text: string): boolean {
  if (!token) return false
  const { tag, value, start } = token
  const before = text.slice(Math.max(0, start - 2), start)
  if (tag === 'plain')
    return Number.isInteger(value) && (AFTER_PLAIN.test(before) || (value === 0 && NAMED.test(before)))
  return tag === 'count' || tag === 'money'
}

/** 新收、办结分别为5件、4件: the kinds are named, not those who counted. */
const isEven = (left: readonly Token[]): boolean => left[left.length - 1]?.tag === 'skip' && !has(left, 'pause')

/** The kinds that a number counts, out of several: all after 均 or 各, one after the other after 分别. */
function kindsFor(walk: Walk, frame: Frame, left: readonly Token[], value: number): Frame['kinds'] {
  // 财政局、住建局分别收到5件、9件: numbers of others.
  if (has(left, 'respectively') && frame.kinds.length === 1 && value > 0 && walk.years.length === 0 && !isEven(left))
    return []
  // 两人提出申请各1件: the number of each is not that of all.
  if (frame.kinds.length < 2) return value > 0 && left[left.length - 1]?.tag === 'each' ? [] : frame.kinds
  if (has(left, 'respectively')) {
    const [first, ...others] = frame.kinds
    walk.waiting = others.filter((kind): kind is ClaimKind => kind !== 'outcome')
    return first ? [first] : []
  }
  return value === 0 || frame.kinds[0] === 'received' || has(left, 'all', 'each') ? frame.kinds : []
}

/** Brackets repeat or divide the number before them, so only kinds that the words there name count. */
const countsInBracket = (kind: Count['kind'], frame: Frame) =>
  kind === 'carriedIn' || kind === 'carriedOut' || (kind === 'concluded' && !frame.isHandled) || frame.isFresh === true

function moneyOf(walk: Walk, { clause, left, token }: Numbered): Framed | null {
  // 金额分别为120元、80元: neither is the whole.
  if (token.value > 0 && has(clause.tokens, 'respectively')) return asLeft({ kinds: [], topic: 'fee' })
  // 登记费仍按规定收取，共计218万元
  if (!binds(left) && has(walk.before, 'other') && !has(walk.before, 'fee', 'info', 'open')) return asLeft(OTHER)
  // 收取信息处理费的情况：收取0元
  const isBound = binds(left.filter(({ tag }) => tag !== 'charge'))
  const fee = lastOf(left, 'fee')
  // 行政事业性收费项目3项，收费金额126.5万元
  if (walk.counted === 'other' && fee && /^(?:收费|费用)$/.test(wordOf(walk, fee)) && !has(left, 'info', 'open'))
    return null
  return asLeft(moneyFrame(left, walk) ?? (isBound ? null : moneyFrame([...walk.before, ...left], walk)))
}

/** What the number counts, from the words around it, else from the clauses before. */
function frameOf(walk: Walk, spot: Numbered): Framed | null {
  const { left, token } = spot
  const fee = left.length === 0 ? walk.before : left
  const isMoney = token.tag === 'money' || (token.value === 0 && has(fee, 'fee') && !has(left, 'ask'))
  return isMoney ? moneyOf(walk, spot) : ownFrame(walk, spot)
}

/** The kind that 分别 assigns to this number, else what the words around it tell. */
function framed(walk: Walk, spot: Numbered): Framed | null {
  const next = walk.waiting.shift()
  if (next !== undefined && !binds(spot.left)) return asLeft({ kinds: [next], topic: walk.topic })
  walk.waiting = []
  return frameOf(walk, spot)
}

/** 收到申请32件：来信20件，网上11件: a letter without a verb is a channel. */
const isByLetter = (left: readonly Token[]): boolean =>
  has(left, 'letter') && left.every(({ tag }) => tag === 'letter' || tag === 'pause' || tag === 'skip')

/** Remembers what the numbers after this one may need. */
function goOn(walk: Walk, { topic, kinds, court, isOfYear }: Frame, { clause, left }: Numbered): void {
  const [first] = kinds
  // 收到申请13件，其中局长信箱收到2件: a part does not change the topic.
  const isPartOfAsked = walk.topic === 'ask' && topic === 'other' && (walk.isSubset || isByLetter(left))
  if (topic !== null && !clause.inBracket && !isPartOfAsked) walk.topic = topic
  if (isOfYear) walk.isOwnTime = true
  const isOne = kinds.length === 1
  if (isOne && (first === 'reviewCases' || first === 'litigationCases')) walk.court = first
  if (court) walk.court = court
  if (first && first !== 'outcome' && walk.years.length > 0) walk.waiting = walk.years.map(() => first)
}

const INCLUDED: Tag[] = ['among', 'carry', 'skip', 'apply', 'ask']

/** 办理12件，其中新收11件，结转1件: without a year, what makes up the whole with 新收 was carried in. */
function directed(walk: Walk, kind: Count['kind'], left: readonly Token[], value: number): Count['kind'] {
  const last = walk.counts[walk.counts.length - 1]
  if (kind !== 'carriedOut' || !walk.isSubset || last?.sentence !== walk.sentence || left.some(isTime)) return kind
  // 办结22件（含结转1件）
  const isIncluded = walk.isWithin && left.every(({ tag }) => INCLUDED.includes(tag))
  // 办理19件，其中结转2件
  if (last.kind === 'concluded' && last.value === walk.divided && walk.divisions === value) return 'carriedIn'
  return isIncluded || (last.isFresh && last.value + value === walk.divided) ? 'carriedIn' : kind
}

function noteAll(walk: Walk, { clause, left, right, token }: Numbered, { frame, isAfter }: Framed): void {
  // 三季度受理9件 is no number of the year, and other quarters may be left out.
  if (walk.isPartial && !walk.isSubset) return
  const { start } = left.find(({ tag }) => tag !== 'pause') ?? token
  const end = isAfter ? (right[right.length - 1]?.end ?? token.end) : token.end
  const { value, approximate } = token
  for (const kind of kindsFor(walk, frame, left, value).map((kind) => directed(walk, kind, left, value))) {
    const words = isAfter ? [...left, ...right] : left
    const isNoted =
      (!clause.inBracket || countsInBracket(kind, frame)) && (value === 0 || isUnderstood(kind, words, walk))
    if (isNoted) note(walk, kind, { value, approximate, start, end }, frame, words)
  }
}

/** The kind that a number adds to a sum with. */
const summedKind = (walk: Walk, left: readonly Token[], chosen: Framed | null): Count['kind'] | undefined =>
  columnOf(walk, left) === 'way'
    ? 'litigationCases'
    : (chosen?.frame.kinds[0] ?? chosen?.frame.partOf ?? (walk.run ? undefined : (walk.headed ?? undefined)))

/** What a number counts for the parts named after it: 制发公文340件，其中主动公开118件 are documents. */
function countedBy(walk: Walk, { left }: Numbered, chosen: Framed | null): Topic {
  if (chosen?.frame.topic) return chosen.frame.topic
  if (nounOf(left, walk) === 'info') return 'info'
  return hasGap(left) ? 'other' : walk.topic
}

const REACHES = /^(?:达到?|共计?|总计|为)$/

/** 突破3000条，达到3126条: the exact number takes the place of the rounded one. */
function isExact(walk: Walk, { left, token }: Numbered): boolean {
  const last = walk.counts[walk.counts.length - 1]
  const isReached = left.some((word) => REACHES.test(wordOf(walk, word))) && !binds(left)
  if (
    !isReached ||
    !last?.approximate ||
    last.sentence !== walk.sentence ||
    last.value > token.value ||
    token.value > 2 * last.value
  )
    return false
  const { value, approximate, end } = token
  walk.counts[walk.counts.length - 1] = { ...last, value, approximate, end }
  return true
}

/** 中止的1件，转到下年度: the words before only describe it. */
const isDescribed = ({ text }: Walk, left: readonly Token[], chosen: Framed | null): boolean =>
  chosen?.frame.kinds.length === 0 && has(left, 'result') && text.startsWith('的', left[left.length - 1]?.start)

function isPending(walk: Walk, { left, right, token }: Numbered, chosen: Framed | null): boolean {
  if (!walk.isOwnTime || token.tag !== 'count') return false
  const isOpen = (chosen === null && !binds(left)) || isDescribed(walk, left, chosen)
  return isOpen && (walk.topic === 'ask' || has(right, 'ask', 'apply'))
}

/** 其中政策27条；政务微信发布1036篇: a new statement. */
const isPostBehind = (walk: Walk, left: readonly Token[]): boolean =>
  walk.text.charAt((left[0]?.start ?? 0) - 1) === ';' && has(left, 'publish') && isOnMediaAlone(left, walk)

const isDivision = (walk: Walk, { clause, left }: Numbered): boolean =>
  walk.isSubset && !clause.inBracket && !isPostBehind(walk, left)

/** Keeps a number of cases or pieces for the sums that it may be a part of. */
function addUp(walk: Walk, { clause, left, token }: Numbered, chosen: Framed | null): void {
  const { value } = token
  const column = chosen?.frame.column ?? null
  const isNamed = column === null && chosen?.frame.partOf !== undefined
  addToRun(walk, summedKind(walk, left, chosen), value, { isNamed, column })
  if (!isExcepted(left, walk)) divide(walk, chosen?.frame.kinds[0], value)
  if (walk.isSubset && !clause.inBracket) walk.divisions += value
}

/** Keeps the number for sums, parts and exceptions, whatever it counts. */
function keep(walk: Walk, spot: Numbered, chosen: Framed | null): void {
  const { left, token } = spot
  const { value, start, end, tag } = token
  const passage = { value, start, end, sentence: walk.sentence }
  const isOutcome = chosen?.frame.kinds[0] === 'outcome'
  if (tag === 'count' && isDivision(walk, spot)) walk.parts.push(passage)
  if (isExcepted(left, walk) && !isBesides(left, walk) && !isOutcome) walk.exceptions.push(passage)
  if (tag === 'count') addUp(walk, spot, chosen)
  walk.pending = isPending(walk, spot, chosen) ? { ...passage, approximate: token.approximate } : null
  walk.counted = countedBy(walk, spot, chosen)
  if (!walk.isSubset) Object.assign(walk, { divided: value, divisions: 0 })
}

/** 收到16件，其中信函10件、网上6件；答复16件: what comes after a whole is fully divided is no part of it. */
function leaveFullWhole(walk: Walk, { clause, token }: Numbered): void {
  // 收到25件，其中重复申请4件，答复25件
  const isAsMany = walk.divisions > 0 && token.value === walk.divided
  if (token.value > 0 && !clause.inBracket && (isAsMany || walk.divisions === walk.divided)) walk.isSubset = false
}

/** Notes one number. Returns whether the words after it told what it counts. */
export function takeNumber(walk: Walk, spot: Numbered): boolean {
  const { clause, left, right, token } = spot
  if (isExact(walk, spot)) return false
  leaveFullWhole(walk, spot)
  const chosen = framed(walk, spot)
  keep(walk, spot, chosen)
  const isPassedOn = assists(clause.tokens, walk)
  if (isPassedOn && walk.topic === 'ask')
    walk.passedOn.push({ value: token.value, start: token.start, end: token.end, sentence: walk.sentence })
  // 未按时限答复的申请为0件
  const isDenied = token.value > 0 || chosen?.frame.kinds[0] === 'concluded'
  if (!chosen || (isDenied && has(left, 'none') && ![OUTCOME, CARRIED_OUT].includes(chosen.frame))) {
    if (has([...left, ...right], 'charge', 'fee')) walk.topic = 'fee'
    return false
  }
  goOn(walk, chosen.frame, spot)
  if (!isPassedOn) noteAll(walk, spot, chosen)
  return chosen.isAfter
}
