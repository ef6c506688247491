import type { ClaimKind } from './claim'
import { has, type Clause } from './clauses'
import { leftFrame, moneyFrame, rightFrame, type Frame } from './frames'
import { binds, isOnMediaAlone, isOnSite } from './phrases'
import type { Token } from './tokens'
import { note, type Count, type Walk } from './walk'

/** A number in its clause, with the words before and after it. */
export interface Spot {
  clause: Clause
  left: Token[]
  right: Token[]
  token: Token
}

interface Framed {
  frame: Frame
  /** The words after the number said it. */
  isAfter: boolean
}

const AFTER_PLAIN = /[为是数量均各计零]/
const CASES = /[件宗起例]/
const OTHERS = /^其[他它]/

/** Whether a token is a number that can count; one without a unit counts only where a word says so: 均为0. */
export function isNumber(token: Token | undefined, text: string): boolean {
  if (!token) return false
  const { tag, value, start } = token
  if (tag === 'plain') return Number.isInteger(value) && AFTER_PLAIN.test(text.charAt(start - 1))
  return tag === 'count' || tag === 'money'
}

/** Which of several kinds a number is for: 均 and 各 for all, 分别 one after the other. */
function kindsFor(walk: Walk, frame: Frame, left: readonly Token[], value: number): Frame['kinds'] {
  if (frame.kinds.length < 2) return frame.kinds
  if (has(left, 'respectively')) {
    const [first, ...others] = frame.kinds
    walk.waiting = others.filter((kind): kind is ClaimKind => kind !== 'outcome')
    return first ? [first] : []
  }
  return value === 0 || frame.kinds[0] === 'received' || has(left, 'all', 'each') ? frame.kinds : []
}

/** Brackets repeat and divide what stands before them: only what names itself counts there. */
const countsInBracket = (kind: Count['kind'], frame: Frame) =>
  kind === 'carriedIn' || kind === 'carriedOut' || (kind === 'concluded' && !frame.isHandled) || frame.isFresh === true

const asLeft = (frame: Frame | null): Framed | null => frame && { frame, isAfter: false }

function moneyOf(walk: Walk, left: readonly Token[]): Framed | null {
  return asLeft(moneyFrame(left, walk) ?? (binds(left) ? null : moneyFrame([...walk.before, ...left], walk)))
}

/** 予以公开2件，…，其他1件 */
function otherOutcome(walk: Walk, left: readonly Token[]): Framed | null {
  const last = walk.counts[walk.counts.length - 1]
  const isListed = last?.kind === 'outcome' && last.sentence === walk.sentence
  const isOther = left.some(({ start, end }) => OTHERS.test(walk.text.slice(start, end)))
  return isListed && isOther ? { frame: { kinds: ['outcome'], topic: 'ask' }, isAfter: false } : null
}

/** 收到信函申请5件、快递3件，合计8件: what the numbers before it are, where they add up to it. */
function sumOf({ run, topic }: Walk, left: readonly Token[], value: number): Framed | null {
  const isSum = run !== null && run.parts > 1 && run.sum === value && has(left, 'total')
  return isSum ? { frame: { kinds: [run.kind], topic }, isAfter: false } : null
}

/** Numbers that nothing names may be parts of a sum that the first one began. */
function addToRun(walk: Walk, kind: Frame['kinds'][number] | undefined, value: number): void {
  const { run } = walk
  if (run && (kind === undefined || kind === run.kind))
    walk.run = { ...run, sum: run.sum + value, parts: run.parts + 1 }
  else walk.run = kind === undefined || kind === 'outcome' ? null : { kind, sum: value, parts: 1 }
}

/** 通过微信公众号…，发布信息12条，转发信息5条: posts, as the words before say. */
function isPost(walk: Walk, { kinds: [kind], isFresh }: Frame, left: readonly Token[]): boolean {
  walk.isPosting = !isOnSite(left, walk) && (walk.isPosting || isOnMediaAlone([...walk.before, ...left], walk))
  return kind === 'activelyDisclosed' && isFresh !== true && walk.isPosting
}

/** What the words next to the number say: those before it, else those after it. */
function ownFrame(walk: Walk, { left, right, token }: Spot): Framed | null {
  const isCounted = CASES.test(walk.text.charAt(token.end - 1))
  const isAmongInfo = walk.topic === 'info' || walk.run?.kind === 'activelyDisclosed'
  const isCase = isAmongInfo ? token.value === 0 && isCounted : token.value === 0 || isCounted
  const around = { left, right, isCase, isPiece: isAmongInfo && !isCounted }
  const own = leftFrame(around, walk)
  if (own) return asLeft(isPost(walk, own, left) ? { kinds: [], topic: 'other' } : own)
  const after = rightFrame(around, walk)
  if (after) return { frame: after, isAfter: true }
  if (binds(left)) return null
  const sum = sumOf(walk, left, token.value) ?? otherOutcome(walk, left)
  if (sum || has(right, 'charge', 'fee')) return sum
  return asLeft(leftFrame({ ...around, left: [...walk.before, ...left] }, walk))
}

/** What the words around the number say, else those of the clauses before. */
function frameOf(walk: Walk, spot: Spot): Framed | null {
  const { left, token } = spot
  const isMoney = token.tag === 'money' || (token.value === 0 && has(left, 'fee') && !has(left, 'ask'))
  return isMoney ? moneyOf(walk, left) : ownFrame(walk, spot)
}

/** The kind that 分别 gave this place to, else what the words around it say. */
function framed(walk: Walk, spot: Spot): Framed | null {
  const next = walk.waiting.shift()
  if (next !== undefined && !binds(spot.left)) return asLeft({ kinds: [next], topic: walk.topic })
  walk.waiting = []
  return frameOf(walk, spot)
}

/** What the number leaves to those after it. */
function goOn(walk: Walk, { topic, kinds: [first] }: Frame, inBracket: boolean): void {
  // 收到申请13件，其中局长信箱收到2件: a part of them changes no topic.
  const isPartOfAsked = walk.isSubset && walk.topic === 'ask' && topic === 'other'
  if (topic !== null && !inBracket && !isPartOfAsked) walk.topic = topic
  if (first === 'reviewCases' || first === 'litigationCases') walk.court = first
  if (first && first !== 'outcome' && walk.years.length > 0) walk.waiting = walk.years.map(() => first)
}

function noteAll(walk: Walk, { clause, left, right, token }: Spot, { frame, isAfter }: Framed): void {
  const { start } = left.find(({ tag }) => tag !== 'pause') ?? token
  const end = isAfter ? (right[right.length - 1]?.end ?? token.end) : token.end
  const { value, approximate } = token
  for (const kind of kindsFor(walk, frame, left, value)) {
    const isNoted = !clause.inBracket || countsInBracket(kind, frame)
    if (isNoted) note(walk, kind, { value, approximate, start, end }, frame, isAfter ? [...left, ...right] : left)
  }
}

/** Takes one number in; the answer says whether the words after it were needed. */
export function takeNumber(walk: Walk, spot: Spot): boolean {
  const { clause, left, right, token } = spot
  const found = framed(walk, spot)
  const isListed = walk.isSubset && token.tag === 'count' && !clause.inBracket
  if (isListed) walk.parts.push({ value: token.value, start: token.start, end: token.end, sentence: walk.sentence })
  if (token.tag === 'count') addToRun(walk, found?.frame.kinds[0], token.value)
  if (!found || (token.value > 0 && has(left, 'none'))) {
    if (has(right, 'charge', 'fee')) walk.topic = 'fee'
    return false
  }
  goOn(walk, found.frame, clause.inBracket)
  if (!has(clause.tokens, 'assist')) noteAll(walk, spot, found)
  return found.isAfter
}
