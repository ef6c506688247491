import { plainCharacters } from './characters'
import type { ClaimKind, Manner } from './claim'
import { has, sentencesOf, type Clause, type Sentence } from './clauses'
import { deniedKinds } from './denials'
import { binds, carryIn, leftFrame, moneyFrame, rightFrame, type Context, type Frame, type Topic } from './frames'
import { tokensOf, type Token } from './tokens'

/** What one number or phrase says, before sums, 均 and repetitions are settled. Places are those of plain characters. */
export interface Count {
  kind: ClaimKind | 'outcome'
  value: number
  approximate: boolean
  start: number
  end: number
  sentence: number
  manner: Manner
  /** One of several that make up the whole: after 其中, by a channel, by other offices. */
  isPart: boolean
  isTotal: boolean
  isFresh: boolean
  isHandled: boolean
  isNounOnly: boolean
}

/** 均已答复 and the like: `rest` after some were named (其余均已答复). */
export interface AllDone extends Place {
  isRest: boolean
}

export interface Place {
  start: number
  end: number
  sentence: number
}

/** A part listed after a total (其中…), for the sum of all. */
export interface Part extends Place {
  value: number
}

export interface Gathered {
  text: string
  at: Uint32Array
  year: number | null
  sentences: Sentence[]
  counts: Count[]
  /** Counts of other years. */
  ofOtherYears: Count[]
  allDone: AllDone[]
  parts: Part[]
  /** What is said not to have happened. */
  denials: Place[]
}

interface Walk extends Gathered, Context {
  sentence: number
  isOwnTime: boolean
  isSubset: boolean
  isSeason: boolean
  /** Words of clauses before that had no number: 政府信息公开申请，共5件. */
  before: Token[]
  denied: Token[] | null
  /** Kinds, or years, that 分别 leaves waiting for their numbers. */
  waiting: ClaimKind[]
  years: boolean[]
}

const isNumber = ({ tag }: Token) => tag === 'count' || tag === 'money' || tag === 'plain'
const AFTER_PLAIN = /[为是数量均各计零]/

/** A number without a unit counts only where a word says so: 均为0. */
function counts(token: Token, text: string): boolean {
  return (
    token.tag !== 'plain' || (token.value === Math.floor(token.value) && AFTER_PLAIN.test(text.charAt(token.start - 1)))
  )
}

/** 2023年、2024年分别收到5件、8件: each number has its own year. */
function readYears(walk: Walk, tokens: readonly Token[]): void {
  const years = tokens.filter(({ tag }) => tag === 'year')
  if (years.length > 1 && has(tokens, 'respectively')) walk.years = years.map(({ value }) => value === walk.year)
  walk.isOwnTime = walk.years.shift() ?? walk.isOwnTime
}

function readTime(walk: Walk, tokens: readonly Token[]): void {
  const carried = carryIn(tokens, walk)?.times ?? []
  const isCompared = has(tokens, 'compare')
  for (const token of tokens) {
    if (token.tag === 'season') walk.isSeason = true
    if (isCompared || carried.includes(token)) continue
    if (token.tag === 'now') walk.isOwnTime = true
    else if (token.tag === 'year') walk.isOwnTime = walk.year === null || token.value === walk.year
    else if (token.tag === 'past' || token.tag === 'next') walk.isOwnTime = false
    else if (token.tag === 'since') walk.isOwnTime = walk.isOwnTime && has(tokens, 'now')
  }
}

function note(walk: Walk, token: Token, start: number, frame: Frame, kind: Count['kind'], scope: Token[]): void {
  const isElsewhere = has(scope, 'branch') && !has(scope, 'whole', 'own')
  const isChannel = kind === 'activelyDisclosed' ? has(scope, 'media') : has(scope, 'channel')
  const isNamed = kind === 'carriedIn' || kind === 'carriedOut' || kind === 'reviewCases' || kind === 'litigationCases'
  const counts = walk.isOwnTime ? walk.counts : walk.ofOtherYears
  counts.push({
    kind,
    value: token.value,
    approximate: token.approximate,
    start,
    end: token.end,
    sentence: walk.sentence,
    manner: 'printed',
    isPart: !isNamed && ((walk.isSubset && !frame.isFresh) || isChannel || isElsewhere || walk.isSeason),
    isTotal: has(scope, 'total'),
    isFresh: frame.isFresh === true,
    isHandled: frame.isHandled === true,
    isNounOnly: frame.isNounOnly === true,
  })
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

interface Spot {
  clause: Clause
  left: Token[]
  right: Token[]
  token: Token
}

/** Brackets repeat and divide what stands before them: only what names itself counts there. */
const countsInBracket = (kind: Count['kind'], frame: Frame) =>
  kind === 'carriedIn' || kind === 'carriedOut' || (kind === 'concluded' && !frame.isHandled) || frame.isFresh === true

interface Framed {
  frame: Frame
  /** The words after the number said it. */
  isAfter: boolean
}

function frameOf(walk: Walk, { left, right, token }: Spot): Framed | null {
  const before = (frame: Frame | null): Framed | null => frame && { frame, isAfter: false }
  const withBefore = [...walk.before, ...left]
  if (token.tag === 'money' || (token.value === 0 && has(left, 'fee') && !has(left, 'ask')))
    return before(moneyFrame(left, walk) ?? (binds(left) ? null : moneyFrame(withBefore, walk)))
  const isCase = token.value === 0 || (walk.topic !== 'info' && /[件宗起例]/.test(walk.text.charAt(token.end - 1)))
  const own = leftFrame(left, right, isCase, walk)
  if (own) return before(own)
  const after = rightFrame(left, right, walk)
  if (after) return { frame: after, isAfter: true }
  return binds(left) || has(right, 'charge', 'fee') ? null : before(leftFrame(withBefore, right, isCase, walk))
}

/** The number 分别 gave this place to, else what the words around it say. */
function framed(walk: Walk, place: Spot): Framed | null {
  const next = walk.waiting.shift()
  if (next !== undefined && !binds(place.left)) return { frame: { kinds: [next], topic: walk.topic }, isAfter: false }
  walk.waiting = []
  return frameOf(walk, place)
}

/** Takes one number in; the answer says whether the words after it were needed. */
function takeNumber(walk: Walk, place: Spot): boolean {
  const { clause, left, right, token } = place
  const found = framed(walk, place)
  if (walk.isSubset && token.tag === 'count' && !clause.inBracket)
    walk.parts.push({ ...token, sentence: walk.sentence })
  if (!found || (token.value > 0 && has(left, 'none'))) {
    if (has(right, 'charge', 'fee')) walk.topic = 'fee'
    return false
  }
  const { frame, isAfter } = found
  if (frame.topic !== null && !clause.inBracket) walk.topic = frame.topic
  const [first] = frame.kinds
  if (first === 'reviewCases' || first === 'litigationCases') walk.court = first
  if (first && first !== 'outcome' && walk.years.length > 0) walk.waiting = walk.years.map(() => first)
  if (has(clause.tokens, 'assist')) return isAfter
  const end = isAfter ? (right[right.length - 1]?.end ?? token.end) : token.end
  for (const kind of kindsFor(walk, frame, left, token.value)) {
    if (clause.inBracket && !countsInBracket(kind, frame)) continue
    note(
      walk,
      { ...token, end },
      (left.find(({ tag }) => tag !== 'pause') ?? token).start,
      frame,
      kind,
      isAfter ? [...left, ...right] : left,
    )
  }
  return isAfter
}

/** Whether words say that all was answered; `said` are those after the last number. */
function saysAllDone(said: readonly Token[]): boolean {
  const at = said.reduce((found, { tag }, i) => (tag === 'conclude' ? i : found), -1)
  if (at < 0 || has(said, 'none', 'should', 'bad', 'result', 'assist', 'other')) return false
  const after = said.slice(at + 1)
  if (after[0]?.tag === 'rate') return after.some(({ tag, value }) => tag === 'percent' && value === 100)
  if (has(said, 'rate', 'percent')) return false
  const isWork = after.some(({ tag, start, end }) => tag === 'work' || (tag === 'text' && end - start >= 2))
  const isAll = has(said, 'all', 'rest')
  return isAll ? !after.some(({ tag, start, end }) => tag === 'text' && end - start >= 2) : has(said, 'done') && !isWork
}

function takeAllDone(walk: Walk, said: readonly Token[]): void {
  const [first] = said
  const last = said[said.length - 1]
  if (!first || !last || !walk.isOwnTime || walk.topic !== 'ask' || !saysAllDone(said)) return
  const { sentence } = walk
  walk.allDone.push({ start: first.start, end: last.end, sentence, isRest: has(said, 'rest') })
}

function takeDenial(walk: Walk, before: readonly Token[], said: readonly Token[]): boolean {
  const last = said[said.length - 1]
  if (!last || !walk.isOwnTime || has(said, 'branch')) return false
  const kinds = deniedKinds(before, said, walk)
  walk.denials.push({ start: (said[0] ?? last).start, end: last.end, sentence: walk.sentence })
  const start = (before[0] ?? said[0] ?? last).start
  for (const kind of kinds) {
    const zero = { ...last, value: 0, approximate: false }
    note(walk, zero, start, { kinds: [kind], topic: null }, kind, [])
    const noted = walk.counts[walk.counts.length - 1]
    if (noted) Object.assign(noted, { manner: 'zero', isPart: false })
  }
  const [first] = kinds
  if (first)
    walk.topic =
      first === 'feeCharged' ? 'fee' : first === 'reviewCases' || first === 'litigationCases' ? 'court' : 'ask'
  return kinds.length > 0
}

/** The denying word of a run, if any; the words before it belong to the subject. */
const denialIn = (tokens: readonly Token[]) => tokens.findIndex(({ tag }) => tag === 'none')

function readClause(walk: Walk, clause: Clause): void {
  const { tokens } = clause
  if (has(tokens, 'among')) walk.isSubset = true
  else if (has(tokens, 'total') && has(tokens, 'receive', 'conclude', 'handle', 'publish') && !clause.inBracket) {
    walk.isSubset = false
  }
  let from = 0
  let hasNumber = false
  let timed = 0
  tokens.forEach((token, at) => {
    if (at < from || !isNumber(token) || !counts(token, walk.text)) return
    const isDenied = token.isOne && denialIn(tokens.slice(from, at)) >= 0
    if (isDenied) return
    readTime(walk, tokens.slice(timed, at))
    readYears(walk, tokens.slice(timed, at))
    timed = at
    const following = tokens.slice(at + 1)
    const stop = following.findIndex((other) => isNumber(other) || other.tag === 'pause')
    const right = stop < 0 ? following : following.slice(0, stop)
    const compared = tokens.slice(0, at).some(({ tag }) => tag === 'compare')
    const place = { clause, left: tokens.slice(from, at), right, token }
    const isChange = compared || has(place.left, 'change')
    hasNumber = hasNumber || !isChange
    const usedRight = isChange ? false : takeNumber(walk, place)
    const pause = following.findIndex(({ tag }) => tag === 'pause')
    const isListed = pause >= 0 && pause === right.length
    from = at + 1 + (usedRight || isListed ? right.length : 0)
  })
  readTime(walk, tokens.slice(timed))
  readRest(walk, clause, tokens.slice(from), hasNumber)
  for (const bracket of clause.brackets) readBracket(walk, bracket)
}

/** What a clause says after its last number, or without any. */
function readRest(walk: Walk, clause: Clause, rest: Token[], hasNumber: boolean): void {
  const at = denialIn(rest)
  const isNounList = walk.denied !== null && !hasNumber && at < 0 && has(rest, 'review', 'lawsuit')
  const said = at >= 0 ? rest.slice(at) : isNounList && walk.denied ? [...walk.denied, ...rest] : []
  const isDenial =
    !has(clause.tokens, 'compare') &&
    said.length > 0 &&
    takeDenial(walk, at > 0 ? rest.slice(0, at) : at === 0 ? walk.before : [], said)
  walk.denied = isDenial ? said : null
  if (!isDenial && !has(clause.tokens, 'compare')) takeAllDone(walk, rest)
  if (clause.inBracket) return
  const words = clause.tokens.filter((token) => !isNumber(token) && token.tag !== 'change')
  walk.before = hasNumber || isDenial ? [] : [...walk.before, ...words].slice(-MOST_WORDS)
}

/** No clause goes on with more words than these. */
const MOST_WORDS = 40

function readBracket(walk: Walk, bracket: Clause): void {
  const { isOwnTime, isSubset, isSeason, before, denied, topic } = walk
  walk.before = []
  readClause(walk, bracket)
  Object.assign(walk, { isOwnTime, isSubset, isSeason, before, denied, topic })
}

/** A heading names what follows: （二）依申请公开情况。 */
function readHeading(walk: Walk, sentence: Sentence): void {
  const words = sentence.flatMap(({ tokens }) => tokens)
  if (words.some((token) => isNumber(token) || token.tag === 'none') || words.length === 0) return
  const length = (words[words.length - 1]?.end ?? 0) - (words[0]?.start ?? 0)
  const isOpen = words.some((token) => walk.text.slice(token.start, token.end).startsWith('主动公开'))
  const topic: Topic = has(words, 'ask') ? 'ask' : isOpen ? 'info' : has(words, 'review', 'lawsuit') ? 'court' : null
  if (length <= 25) walk.topic = topic ?? (has(words, 'other') ? 'other' : null)
  else if (topic !== null) walk.topic = topic
}

function firstYear(tokens: readonly Token[]): number | null {
  return tokens.find(({ tag }) => tag === 'year')?.value ?? null
}

/** All that a text says about numbers, in the order of the text. Never throws. */
export function gather(written: string, year: number | null): Gathered {
  const characters = plainCharacters(written)
  const tokens = tokensOf(characters)
  const walk: Walk = {
    ...characters,
    year: year ?? firstYear(tokens),
    sentences: sentencesOf(tokens),
    ...{
      counts: [],
      ofOtherYears: [],
      allDone: [],
      parts: [],
      denials: [],
      waiting: [],
      years: [],
      before: [],
      denied: null,
      topic: null,
      court: null,
    },
    ...{ sentence: 0, isOwnTime: true, isSubset: false, isSeason: false },
  }
  walk.sentences.forEach((sentence, index) => {
    Object.assign(walk, {
      sentence: index,
      isOwnTime: true,
      isSubset: false,
      isSeason: false,
      waiting: [],
      years: [],
      before: [],
      denied: null,
      court: null,
    })
    for (const clause of sentence) readClause(walk, clause)
    readHeading(walk, sentence)
  })
  return walk
}
