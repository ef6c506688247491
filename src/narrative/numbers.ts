import type { ClaimKind } from './claim'
import { has, type Clause } from './clauses'
import { assists } from './carries'
import { isExcepted } from './exceptions'
import { moneyFrame } from './frames'
import { note } from './notes'
import { asLeft, ownFrame, type Framed, type Placed } from './own-frame'
import { binds } from './phrases'
import { addToRun, divide } from './sums'
import type { Frame } from './spot'
import type { Token } from './tokens'
import type { Count, Walk } from './walk'

/** A number in its clause, with the words before and after it. */
interface Numbered extends Placed {
  clause: Clause
}

const AFTER_PLAIN = /[为是数量均各计零]/

/** Whether a token is a number that counts something. Without a unit it needs a word before it: 均为0. */
export function isNumber(token: Token | undefined, text: string): boolean {
  if (!token) return false
  const { tag, value, start } = token
  if (tag === 'plain') return Number.isInteger(value) && AFTER_PLAIN.test(text.charAt(start - 1))
  return tag === 'count' || tag === 'money'
}

/** The kinds that a number counts, out of several: all after 均 or 各, one after the other after 分别. */
function kindsFor(walk: Walk, frame: Frame, left: readonly Token[], value: number): Frame['kinds'] {
  if (frame.kinds.length < 2) return frame.kinds
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

function moneyOf(walk: Walk, left: readonly Token[]): Framed | null {
  // 收取信息处理费的情况：收取0元
  const isBound = binds(left.filter(({ tag }) => tag !== 'charge'))
  return asLeft(moneyFrame(left, walk) ?? (isBound ? null : moneyFrame([...walk.before, ...left], walk)))
}

/** What the number counts, from the words around it, else from the clauses before. */
function frameOf(walk: Walk, spot: Numbered): Framed | null {
  const { left, token } = spot
  const isMoney = token.tag === 'money' || (token.value === 0 && has(left, 'fee') && !has(left, 'ask'))
  return isMoney ? moneyOf(walk, left) : ownFrame(walk, spot)
}

/** The kind that 分别 assigns to this number, else what the words around it tell. */
function framed(walk: Walk, spot: Numbered): Framed | null {
  const next = walk.waiting.shift()
  if (next !== undefined && !binds(spot.left)) return asLeft({ kinds: [next], topic: walk.topic })
  walk.waiting = []
  return frameOf(walk, spot)
}

/** Remembers what the numbers after this one may need. */
function goOn(walk: Walk, { topic, kinds }: Frame, inBracket: boolean): void {
  const [first] = kinds
  // 收到申请13件，其中局长信箱收到2件: a part does not change the topic.
  const isPartOfAsked = walk.isSubset && walk.topic === 'ask' && topic === 'other'
  if (topic !== null && !inBracket && !isPartOfAsked) walk.topic = topic
  const isOne = kinds.length === 1
  if (isOne && (first === 'reviewCases' || first === 'litigationCases')) walk.court = first
  if (first && first !== 'outcome' && walk.years.length > 0) walk.waiting = walk.years.map(() => first)
}

function noteAll(walk: Walk, { clause, left, right, token }: Numbered, { frame, isAfter }: Framed): void {
  const { start } = left.find(({ tag }) => tag !== 'pause') ?? token
  const end = isAfter ? (right[right.length - 1]?.end ?? token.end) : token.end
  const { value, approximate } = token
  for (const kind of kindsFor(walk, frame, left, value)) {
    const isNoted = !clause.inBracket || countsInBracket(kind, frame)
    if (isNoted) note(walk, kind, { value, approximate, start, end }, frame, isAfter ? [...left, ...right] : left)
  }
}

/** Notes one number. Returns whether the words after it told what it counts. */
export function takeNumber(walk: Walk, spot: Numbered): boolean {
  const { clause, left, right, token } = spot
  const chosen = framed(walk, spot)
  const isListed = walk.isSubset && token.tag === 'count' && !clause.inBracket
  if (isListed) walk.parts.push({ value: token.value, start: token.start, end: token.end, sentence: walk.sentence })
  if (isExcepted(left, walk) && chosen?.frame.kinds[0] !== 'outcome')
    walk.exceptions.push({ value: token.value, start: token.start, end: token.end, sentence: walk.sentence })
  if (token.tag === 'count') {
    addToRun(walk, chosen?.frame.kinds[0], token.value)
    divide(walk, chosen?.frame.kinds[0], token.value)
  }
  if (!chosen || (token.value > 0 && has(left, 'none'))) {
    if (has(right, 'charge', 'fee')) walk.topic = 'fee'
    return false
  }
  goOn(walk, chosen.frame, clause.inBracket)
  if (!assists(clause.tokens, walk)) noteAll(walk, spot, chosen)
  return chosen.isAfter
}
