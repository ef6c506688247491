import { changeFrom } from './changes'
import { plainCharacters } from './characters'
import { has, lastAt, lastOf, sentencesOf, type Clause } from './clauses'
import { isExcepted, isOutside } from './exceptions'
import { isNumber, takeNumber } from './numbers'
import { isOnCarried, readHeading, readLabel, readListHead } from './headings'
import { isTime, wordOf } from './phrases'
import { withPersons } from './persons'
import { takeAllDone, takeDenials, takePending, takeShare, takeUncounted, takeUnrelated } from './statements'
import { tokensOf, type Token } from './tokens'
import { isOfChosen } from './qualifiers'
import { readTime, readYears } from './times'
import { beginSentence, newWalk, type Gathered, type Walk } from './walk'

/** Most tokens that the reader carries over from the clauses before. */
const MOST_WORDS = 40

const JOINS = /^(?:[和及与]|以及)$/

const OPENS = /^方面$/

const denialIn = (tokens: readonly Token[]) => tokens.findIndex(({ tag }) => tag === 'none')

/** 公开信息包括科研项目、人事招聘等共计877项: what was published, not parts of a number. */
function isListOfSubjects(tokens: readonly Token[], { text }: Walk): boolean {
  const at = tokens.findIndex(({ tag }) => tag === 'among')
  const before = tokens.slice(0, Math.max(0, at))
  const number = tokens.findIndex((token) => isNumber(token, text))
  return has(before, 'publish') && number > at && has(tokens.slice(at, number), 'total')
}

/** 其中 begins a list of parts; 共 with a verb ends it. */
function readScope(walk: Walk, { tokens, inBracket }: Clause): void {
  const isTotal = has(tokens, 'total') && has(tokens, 'receive', 'conclude', 'handle', 'publish')
  const among = isListOfSubjects(tokens, walk) ? undefined : lastOf(tokens, 'among')
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
  const join = at + 1 + tokens.slice(at + 1, stop).findIndex((token) => JOINS.test(wordOf(walk, token)))
  return join > at && has(tokens.slice(join + 1, stop), 'carry', 'fresh', 'receive') ? join : -1
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

/** Whether a number tells by how much something changed; 减少至3件 tells how much it is now. */
function isOnlyChange({ text }: Walk, left: readonly Token[], isCompared: boolean): boolean {
  const change = lastOf(left, 'change')
  const last = left[left.length - 1]
  const isTotal = change && last && TO_NUMBER.test(text.slice(change.start, last.end))
  return !isTotal && (change !== undefined || isCompared)
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
  // 与去年的8件相比减少2件
  const isRival = RIVAL.test(walk.text.slice(token.end, token.end + LONGEST_RIVAL))
  if (!isRival) {
    readTime(walk, sinceTime)
    readYears(walk, sinceTime)
  }
  progress.timed = at
  progress.isCompared ||= isRival || has(sinceTime, 'compare')
  const { right, isListed } = wordsBehind(tokens, at, walk, isExcepted(left, walk))
  const isChange = progress.subject === null && isOnlyChange(walk, left, progress.isCompared)
  const isNone = isChange || AVERAGE.test(wordsOf(walk, left))
  progress.subject = null
  progress.hasNumber ||= !isNone
  const counted = left.filter(({ tag }) => tag !== 'change')
  const isRightRead = !isNone && takeNumber(walk, { clause, left: counted, right, token })
  progress.from = at + 1 + (isRightRead || isListed ? right.length : 0)
}

function readClause(walk: Walk, clause: Clause): void {
  const { tokens } = clause
  readScope(walk, clause)
  if (walk.namesAuthority) walk.isAuthority ||= AUTHORITY.test(wordsOf(walk, tokens))
  const progress: Progress = { from: 0, timed: 0, hasNumber: false, isCompared: false, subject: null }
  tokens.forEach((token, at) => {
    if (at >= progress.from && isNumber(token, walk.text)) readNumber(walk, clause, at, token, progress)
  })
  readTime(walk, tokens.slice(progress.timed))
  readRest(walk, clause, tokens.slice(progress.from), progress.hasNumber)
  for (const bracket of clause.brackets) readBracket(walk, bracket)
  takeUncounted(walk, clause)
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

/** 行政复议案件较去年下降60%: without what it is compared with. */
function withoutComparison(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ tag }) => tag === 'compare')
  const to = lastAt(tokens, ['change', 'percent'])
  return from < 0 || to < from ? tokens : [...tokens.slice(0, from), ...tokens.slice(to + 1)]
}

/** Takes what a clause without a number tells of the numbers before it. True where that is all it tells. */
function tellsOfBefore(walk: Walk, rest: readonly Token[], isDenial: boolean): boolean {
  takeUnrelated(walk, rest)
  // 受理量排名前三的单位，合计受理87件
  if (isOfChosen(rest, walk)) walk.isPartial = true
  return !isDenial && takePending(walk, rest)
}

/** Reads the words of a clause after its last number, or all words if it has none. */
function readRest(walk: Walk, clause: Clause, rest: Token[], hasNumber: boolean): void {
  const isCompared = has(clause.tokens, 'compare')
  takeShare(walk, rest)
  const said = isCompared ? [] : denialOf(walk, rest, hasNumber)
  const at = denialIn(rest)
  const before = rest.slice(0, Math.max(0, at))
  // 行政复议方面，2024年未发生
  const isBare = at >= 0 && before.every((token) => isTime(token) || token.tag === 'skip')
  const isDenial = takeDenials(walk, isBare ? [...walk.before, ...before] : before, said)
  walk.denied = isDenial ? said : []
  if (!hasNumber && tellsOfBefore(walk, rest, isDenial)) return
  if (!isDenial && !isCompared) takeAllDone(walk, rest)
  if (clause.inBracket) return
  if (!hasNumber && !isDenial) readLabel(walk, clause.tokens)
  if (!hasNumber) readListHead(walk, clause.tokens)
  const words = withoutComparison(clause.tokens).filter(
    (token) => !isNumber(token, walk.text) && token.tag !== 'change',
  )
  walk.before = hasNumber || isDenial ? [] : [...walk.before, ...words].slice(-MOST_WORDS)
}

/** Reads a bracket on its own. The words after it continue those before it. */
function readBracket(walk: Walk, bracket: Clause): void {
  const { isOwnTime, isSubset, isWithin, isSeason, isPartial, before, denied, topic } = walk
  walk.before = []
  readClause(walk, bracket)
  Object.assign(walk, { isOwnTime, isSubset, isWithin, isSeason, isPartial, before, denied, topic })
}

/** 作为行政复议机关 */
const AUTHORITY = /作为.{0,8}复议机[关构]|复议中心|司法局.{0,12}[办受审]理|以(?![我本]).{1,12}为被申请人/

const TO_NUMBER = /^.{1,4}[至到为]$/

/** 月均受理27件, 单日最高12件 */
const AVERAGE = /(?<![请全本今])[人月日周年]均|平均|单[日月]|每[日月天周年]|最[高多]/

const RIVAL = /^[^,。;]{0,4}(?:相比|的[\d.]+倍)/
const LONGEST_RIVAL = 12

/** The text of some tokens, with what stands between them. */
const wordsOf = ({ text }: Walk, tokens: readonly Token[]): string =>
  text.slice(tokens[0]?.start ?? 0, tokens[tokens.length - 1]?.end ?? 0)

const yearIn = (tokens: readonly Token[]): number | null => tokens.find(({ tag }) => tag === 'year')?.value ?? null

/** All that a text states about numbers. `year` null: the first year in the text is reported on. Never throws. */
export function gather(written: string, year: number | null): Gathered {
  const characters = plainCharacters(written)
  const tokens = withPersons(tokensOf(characters), characters.text)
  const walk = newWalk(characters, sentencesOf(tokens, characters.text), year ?? yearIn(tokens))
  walk.namesAuthority = AUTHORITY.test(characters.text)
  walk.sentences.forEach((sentence, index) => {
    beginSentence(walk, index)
    if (isOnCarried(walk, sentence)) walk.topic = 'ask'
    for (const clause of sentence) readClause(walk, clause)
    readHeading(walk, sentence)
  })
  return walk
}
