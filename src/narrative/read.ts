import { carriesIn, carryIn } from './carries'
import { changeFrom } from './changes'
import { plainCharacters } from './characters'
import type { ClaimKind } from './claim'
import { has, lastOf, sentencesOf, type Clause, type Sentence } from './clauses'
import { deniedKinds, saysAllDone, saysCarriedOn, saysOutcome } from './denials'
import { isExcepted, isOutside } from './exceptions'
import { isNumber, takeNumber } from './numbers'
import { isTime, wordOf, type Topic } from './phrases'
import { tokensOf, type Token } from './tokens'
import { note, noteZero } from './notes'
import { CARRIED_OUT } from './spot'
import { readTime, readYears } from './times'
import { beginSentence, newWalk, type Gathered, type Walk } from './walk'

/** Most tokens that the reader carries over from the clauses before. */
const MOST_WORDS = 40

/** Longest heading, in characters. */
const HEADING_LENGTH = 25

const JOINS = /^(?:[和及与]|以及)$/

const OPENS = /^方面$/

const OWN_DENIAL = /^[零无]$/

const denialIn = (tokens: readonly Token[]) => tokens.findIndex(({ tag }) => tag === 'none')

const TOPICS: Readonly<Partial<Record<ClaimKind, Topic>>> = {
  feeCharged: 'fee',
  reviewCases: 'court',
  litigationCases: 'court',
}

/** Notes zeros for what a denial (未收到, 没有发生, 无) denies. False where it denies nothing that is counted. */
function takeDenial(walk: Walk, before: readonly Token[], said: readonly Token[]): boolean {
  const [first] = said
  const last = said[said.length - 1]
  const isOfOthers = has(said, 'branch') || before.find((token) => !isTime(token))?.tag === 'branch'
  if (!first || !last || !walk.isOwnTime || isOfOthers) return false
  const kinds = deniedKinds(before, said, walk)
  walk.denials.push({ start: first.start, end: last.end, sentence: walk.sentence })
  for (const kind of kinds)
    noteZero(walk, kind, (before[0] ?? first).start, last.end, has([...before, ...said], 'open', 'ask'))
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

/** Notes what each of the denials in some words denies. */
const takeDenials = (walk: Walk, before: readonly Token[], said: readonly Token[]): boolean =>
  denialsIn(walk, said)
    .map((one) => takeDenial(walk, before, one))
    .includes(true)

function takeAllDone(walk: Walk, said: readonly Token[]): void {
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
  })
}

/** 其中 begins a list of parts; 共 with a verb ends it. */
function readScope(walk: Walk, { tokens, inBracket }: Clause): void {
  const isTotal = has(tokens, 'total') && has(tokens, 'receive', 'conclude', 'handle', 'publish')
  const among = lastOf(tokens, 'among')
  // 办理69件，含上年结转3件，办结68件: 含 applies to its own clause only.
  if (walk.isWithin) walk.isSubset = false
  walk.isWithin = among !== undefined && !walk.isSubset && wordOf(walk, among) === '含'
  if (among && !walk.isSubset) walk.whole = walk.counted ?? walk.topic
  // 应办18件，其中新收15件，实际办结17件
  const isActual = has(tokens, 'conclude') && tokens.some((token) => /^实[际办]/.test(wordOf(walk, token)))
  if (among) walk.isSubset = true
  else if ((isTotal || isActual) && !inBracket) walk.isSubset = false
}

/** How far a clause has been read: positions of tokens. */
interface Progress {
  from: number
  timed: number
  hasNumber: boolean
  isCompared: boolean
  /** What the number of a change counts: 申请由31件增加到. */
  subject: Token[] | null
}

/** 9件申请和上年结转的2件申请: where the words of the second number begin. */
function joinBefore(tokens: readonly Token[], at: number, stop: number, walk: Walk): number {
  const join = tokens.findIndex((token, index) => index > at && index < stop && JOINS.test(wordOf(walk, token)))
  return has(tokens.slice(join + 1, stop), 'carry', 'fresh', 'receive') ? join : -1
}

/** The words after a token, up to the next number, pause, or the 外 of 除…外. */
function wordsBehind(
  tokens: readonly Token[],
  at: number,
  walk: Walk,
  isException: boolean,
): { right: Token[]; isListed: boolean } {
  const ends = (token: Token | undefined) =>
    token?.tag === 'pause' || isNumber(token, walk.text) || (isException && isOutside(token, walk))
  let stop = at + 1
  while (stop < tokens.length && !ends(tokens[stop])) stop += 1
  const next = isNumber(tokens[stop], walk.text) ? joinBefore(tokens, at, stop, walk) : -1
  if (next > at) return { right: tokens.slice(at + 1, next), isListed: false }
  return { right: tokens.slice(at + 1, stop), isListed: tokens[stop]?.tag === 'pause' }
}

function readNumber(walk: Walk, clause: Clause, at: number, token: Token, progress: Progress): void {
  const { tokens } = clause
  const change = changeFrom(tokens, progress.from, at, walk)
  if (change) {
    Object.assign(progress, { subject: change.subject, from: change.at, timed: change.at })
    return
  }
  const left = progress.subject ?? tokens.slice(progress.from, at)
  if (token.isOne && denialIn(left) >= 0) return
  const sinceTime = tokens.slice(progress.timed, at)
  readTime(walk, sinceTime)
  readYears(walk, sinceTime)
  progress.timed = at
  progress.isCompared ||= has(sinceTime, 'compare')
  const { right, isListed } = wordsBehind(tokens, at, walk, isExcepted(left, walk))
  const isAverage = left[0] !== undefined && AVERAGE.test(walk.text.slice(left[0].start, token.start))
  const isChange = isAverage || (progress.subject === null && (has(left, 'change') || progress.isCompared))
  progress.subject = null
  progress.hasNumber ||= !isChange
  const isRightRead = !isChange && takeNumber(walk, { clause, left, right, token })
  progress.from = at + 1 + (isRightRead || isListed ? right.length : 0)
}

function readClause(walk: Walk, clause: Clause): void {
  const { tokens } = clause
  readScope(walk, clause)
  walk.isAuthority ||= tokens.some(({ start }) => AUTHORITY.test(walk.text.slice(Math.max(0, start - 6), start + 4)))
  const progress: Progress = { from: 0, timed: 0, hasNumber: false, isCompared: false, subject: null }
  tokens.forEach((token, at) => {
    if (at >= progress.from && isNumber(token, walk.text)) readNumber(walk, clause, at, token, progress)
  })
  readTime(walk, tokens.slice(progress.timed))
  readRest(walk, clause, tokens.slice(progress.from), progress.hasNumber)
  for (const bracket of clause.brackets) readBracket(walk, bracket)
}

/** The denial in some words, or the one of the clause before that they continue: 未发生行政复议，行政诉讼. */
function denialOf(walk: Walk, rest: Token[], hasNumber: boolean): Token[] {
  const at = denialIn(rest)
  if (at >= 0) return rest.slice(at)
  const first = rest[0]
  const isNew =
    first !== undefined &&
    (walk.text.charAt(first.start - 1) === ';' || rest.some((token) => OPENS.test(wordOf(walk, token))))
  const isList = !hasNumber && !isNew && walk.denied.length > 0 && has(rest, 'review', 'lawsuit')
  return isList ? [...walk.denied, ...rest].slice(0, MOST_WORDS) : []
}

function topicOf({ text }: Walk, words: readonly Token[]): Topic {
  if (has(words, 'ask')) return 'ask'
  const isOpen = words.some(({ tag, start }) => tag === 'publish' && text.startsWith('主动公开', start))
  return isOpen ? 'info' : has(words, 'review', 'lawsuit') ? 'court' : null
}

const ITEM = /^[一二三四五六七八九十]是/

/** 主动公开：全年公开690条: a label before a colon sets the topic. */
function readLabel(walk: Walk, tokens: readonly Token[]): void {
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  if (!first || !last || last.end - first.start > HEADING_LENGTH) return
  const isItem = ITEM.test(walk.text.slice(first.start, first.start + 2))
  const isLabel = isItem || walk.text.charAt(last.end) === ':'
  if (isLabel) walk.topic = topicOf(walk, tokens) ?? walk.topic
}

/** 2件申请因未到期，转至下年办理: the clause tells what became of the number before it. */
function takePending(walk: Walk, said: readonly Token[]): boolean {
  const { pending } = walk
  const last = said[said.length - 1]
  if (!pending || !last || has(said, 'none', 'should', 'all', 'review', 'lawsuit')) return false
  if (carryIn(said, walk)?.kind !== 'carriedOut') return false
  note(walk, 'carriedOut', { ...pending, end: last.end }, CARRIED_OUT, said)
  walk.pending = null
  return true
}

/** Reads the words of a clause after its last number, or all words if it has none. */
function readRest(walk: Walk, clause: Clause, rest: Token[], hasNumber: boolean): void {
  const isCompared = has(clause.tokens, 'compare')
  const said = isCompared ? [] : denialOf(walk, rest, hasNumber)
  const at = denialIn(rest)
  const before = rest.slice(0, Math.max(0, at))
  // 行政复议方面，2024年未发生
  const isBare = at >= 0 && before.every((token) => isTime(token) || token.tag === 'skip')
  const isDenial = takeDenials(walk, isBare ? [...walk.before, ...before] : before, said)
  walk.denied = isDenial ? said : []
  if (!hasNumber && !isDenial && takePending(walk, rest)) return
  if (!isDenial && !isCompared) takeAllDone(walk, rest)
  if (clause.inBracket) return
  if (!hasNumber && !isDenial) readLabel(walk, clause.tokens)
  const words = clause.tokens.filter((token) => !isNumber(token, walk.text) && token.tag !== 'change')
  walk.before = hasNumber || isDenial ? [] : [...walk.before, ...words].slice(-MOST_WORDS)
}

/** Reads a bracket on its own. The words after it continue those before it. */
function readBracket(walk: Walk, bracket: Clause): void {
  const { isOwnTime, isSubset, isWithin, isSeason, before, denied, topic } = walk
  walk.before = []
  readClause(walk, bracket)
  Object.assign(walk, { isOwnTime, isSubset, isWithin, isSeason, before, denied, topic })
}

/** A heading sets the topic of what follows: （二）依申请公开情况。 */
function readHeading(walk: Walk, sentence: Sentence): void {
  const words = sentence.flatMap(({ tokens }) => tokens)
  const [first] = words
  if (!first || denialIn(words) >= 0 || words.some(({ tag }) => tag === 'count' || tag === 'money')) return
  const length = (words[words.length - 1]?.end ?? 0) - first.start
  const topic = topicOf(walk, words)
  if (length <= HEADING_LENGTH) walk.topic = topic ?? (has(words, 'other') ? 'other' : null)
  else walk.topic = topic ?? walk.topic
}

/** 作为行政复议机关 */
const AUTHORITY = /作为(?:行政)?复议机[关构]/

/** 月均受理27件, 单日最高12件 */
const AVERAGE = /(?<![请全本今])[人月日周年]均|平均|单[日月]|每[日月天周年]|最[高多]/

const yearIn = (tokens: readonly Token[]): number | null => tokens.find(({ tag }) => tag === 'year')?.value ?? null

/** 上年结转3件，本年受理27件: only applications are carried over, whatever the sentence before was about. */
function isOnCarried(walk: Walk, sentence: Sentence): boolean {
  const words = sentence.flatMap(({ tokens }) => tokens)
  const isCarried = carriesIn(words, walk).length > 0 && has(words, 'receive', 'fresh', 'conclude', 'handle')
  return isCarried && walk.topic !== 'ask' && !has(words, 'info', 'other', 'review', 'lawsuit', 'letter', 'publish')
}

/** All that a text states about numbers. `year` null: the first year in the text is reported on. Never throws. */
export function gather(written: string, year: number | null): Gathered {
  const characters = plainCharacters(written)
  const tokens = tokensOf(characters)
  const walk = newWalk(characters, sentencesOf(tokens, characters.text), year ?? yearIn(tokens))
  walk.sentences.forEach((sentence, index) => {
    beginSentence(walk, index)
    if (isOnCarried(walk, sentence)) walk.topic = 'ask'
    for (const clause of sentence) readClause(walk, clause)
    readHeading(walk, sentence)
  })
  return walk
}
