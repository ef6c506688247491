import type { ClaimKind } from './claim'
import { has, lastOf } from './clauses'
import { isTime, wordOf, type Context } from './phrases'
import type { Token } from './tokens'

/** A number carried over, with the words for its year. */
export interface Carry {
  kind: ClaimKind
  times: Token[]
}

/** Words for carrying over that need a year beside them; otherwise they mean passing on (转市局办理) or prolonging. */
const NEEDS_TIME = /^转[至到入]?$|^留[下到]$|^拖到$|至$|延期|^继续/
/** 年初结转, 年末结转 */
const OF_YEAR_END = /([初末底])(?:结转|留转)$/
/** Words for passing on. 上年转办 came over from last year. */
const PASSED_ON = /^(?:转|移)/
/** So many tokens may stand between the word for carrying over and its year. */
const NEAR = 3

function timeOf(token: Token | undefined, year: number | null): 'past' | 'now' | 'next' | null {
  if (token?.tag === 'year') {
    if (year === null) return null
    return token.value < year ? 'past' : token.value > year ? 'next' : 'now'
  }
  return token?.tag === 'past' || token?.tag === 'now' || token?.tag === 'next' ? token.tag : null
}

/** The words right after a carry-over, up to the next one. */
function wordsAfter(tokens: readonly Token[], at: number): readonly Token[] {
  const after = tokens.slice(at + 1, at + 1 + NEAR)
  const next = after.findIndex(({ tag }) => tag === 'carry')
  return next < 0 ? after : after.slice(0, next)
}

/** The direction of the carry-over at a token, and the words for its year. */
function carryAt(tokens: readonly Token[], at: number, context: Context): Carry | null {
  const carry = tokens[at]
  const word = carry ? wordOf(context, carry) : ''
  const after = wordsAfter(tokens, at).find(isTime)
  const before = lastOf(tokens.slice(Math.max(0, at - NEAR), at), 'now', 'past', 'next', 'year')
  const to = timeOf(after, context.year)
  const from = timeOf(before, context.year)
  const times = [after, before].filter((token): token is Token => token !== undefined)
  if (to === 'next') return { kind: 'carriedOut', times: after && from !== 'past' ? [after] : times }
  if (to === 'now' && (from === 'past' || /^结?转/.test(word))) return { kind: 'carriedIn', times }
  if (to === 'past' && after) return { kind: 'carriedIn', times: [after] }
  if (from === 'past') return { kind: 'carriedIn', times: before ? [before] : [] }
  // 下年度结转
  if (from === 'next') return { kind: 'carriedOut', times: before ? [before] : [] }
  return undatedAt(tokens, at, context)
}

function undatedAt(tokens: readonly Token[], at: number, context: Context): Carry | null {
  const carry = tokens[at]
  const word = carry ? wordOf(context, carry) : ''
  // 期限内未答复的申请
  const isLate = word.startsWith('未答复') && tokens.slice(0, at).some((token) => /期限/.test(wordOf(context, token)))
  return isLate || NEEDS_TIME.test(word) ? null : { kind: 'carriedOut', times: [] }
}

/** 上年转办, where the year stands right before. */
function passedOnAt(tokens: readonly Token[], at: number, context: Context): Carry | null {
  const [token, before] = [tokens[at], tokens[at - 1]?.tag === 'skip' ? tokens[at - 2] : tokens[at - 1]]
  if (!token || !before || !PASSED_ON.test(wordOf(context, token))) return null
  return timeOf(before, context.year) === 'past' ? { kind: 'carriedIn', times: [before] } : null
}

/** 正在按程序办理 */
function underWayAt(tokens: readonly Token[], at: number): Carry | null {
  const after = tokens.slice(at + 1, at + 1 + NEAR)
  const isHandled = after[0]?.tag !== 'pause' && has(after, 'handle', 'conclude')
  return isHandled ? { kind: 'carriedOut', times: [] } : null
}

function yearEndAt(carry: Token, context: Context): Carry | null {
  const end = OF_YEAR_END.exec(wordOf(context, carry))?.[1]
  return end === undefined ? null : { kind: end === '初' ? 'carriedIn' : 'carriedOut', times: [] }
}

function carryOver(tokens: readonly Token[], at: number, context: Context): Carry | null {
  const tag = tokens[at]?.tag
  if (tag === 'assist') return passedOnAt(tokens, at, context)
  if (tag === 'under') return underWayAt(tokens, at)
  return tag === 'carry' ? (yearEndAt(tokens[at] as Token, context) ?? carryAt(tokens, at, context)) : null
}

/** The last carry-over in some words; null where there is none. */
export function carryIn(tokens: readonly Token[], context: Context): Carry | null {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const carry = carryOver(tokens, i, context)
    if (carry) return carry
  }
  return null
}

/** 上年和下年结转: both years of one carry-over. */
function bothYears(tokens: readonly Token[], at: number, context: Context): Carry[] {
  const near = tokens.slice(Math.max(0, at - NEAR - 1), at)
  const past = near.find((token) => timeOf(token, context.year) === 'past')
  const next = near.find((token) => timeOf(token, context.year) === 'next')
  if (!past || !next) return []
  return [
    { kind: 'carriedIn', times: [past] },
    { kind: 'carriedOut', times: [next] },
  ]
}

/** All carry-overs in some words: 上年结转和结转下年, 上年和下年结转. */
function allCarries(tokens: readonly Token[], context: Context): Carry[] {
  return tokens.flatMap((_, at) => {
    const carry = carryOver(tokens, at, context)
    return carry ? [...bothYears(tokens, at, context), carry] : []
  })
}

/** The kinds of all carry-overs in some words. */
export const carriesIn = (tokens: readonly Token[], context: Context): ClaimKind[] => [
  ...new Set(allCarries(tokens, context).map(({ kind }) => kind)),
]

/** The words for the years of carry-overs, which do not date the statement. */
export const carryTimes = (tokens: readonly Token[], context: Context): Token[] =>
  allCarries(tokens, context).flatMap(({ times }) => times)

/** Whether a word for passing on tells where applications came from: 县政府转办的申请, 收到市局转来. */
function isSource(tokens: readonly Token[], at: number, context: Context): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (!token || !PASSED_ON.test(wordOf(context, token))) return false
  if (after && wordOf(context, after) === '的') return true
  const said = tokens.slice(0, at)
  const isJoined = before !== undefined && /^[并和及与]$/.test(wordOf(context, before))
  return !isJoined && has(said, 'receive', 'fresh') && !has(said, 'ask', 'apply')
}

/** Whether words tell that the office helps another or passes something on to it. */
export const assists = (tokens: readonly Token[], context: Context): boolean =>
  tokens.some(
    ({ tag }, at) => tag === 'assist' && passedOnAt(tokens, at, context) === null && !isSource(tokens, at, context),
  )
