import { carryTimes } from './carries'
import { causeIn } from './causes'
import { has, lastOf } from './clauses'
import { isTime, wordOf } from './phrases'
import type { Token } from './tokens'
import type { Walk } from './walk'

/** 2023年、2024年分别收到5件、8件: each number belongs to its own year. */
export function readYears(walk: Walk, tokens: readonly Token[]): void {
  const years = tokens.filter(({ tag }) => tag === 'year')
  if (years.length > 1 && has(tokens, 'respectively')) walk.years = years.map(({ value }) => value === walk.year)
  walk.isOwnTime = walk.years.shift() ?? walk.isOwnTime
}

const AS_OF = /截[至止]/
const UNTIL_NOW = /截[至止](?:目前|当前|现在)|迄今/
/** 1至12月份 */
const isWholeYear = ({ text }: Walk, { start }: Token): boolean =>
  /[-~—至到]1[12]$/.test(text.slice(Math.max(0, start - 4), start))

/** 10月收到的1件; 2024年3月，… */
const OF_MONTH = /(?<![-~—至到\d])\d{1,2}月份?(?:新?收到|受理|新收|接到|接收)|^(?:20\d\d年)?\d{1,2}月(?:份|\d{1,2}日)?$/

/** 2022年至2024年 */
const SOME_YEARS = /(20\d\d)年?[-~—至到](?!\1)20\d\d年(?!\d)/
/** 1月至6月 */
const OF_MONTHS = /\d[月日]?[-~—至到](?:[1-9]|1[01])月/

const TIMES_AS_MANY = /(?:上年|去年|上年度)的[\d.]+倍?$/

/** 截至11月底: a part of the year; 截至2025年1月 is told of the whole. */
const UNTIL_MONTH = /截[至止](?:(20\d\d)年)?(?:[1-9]|1[01])月/

const UNTIL = /截[至止]?$|[至到]$/

function readTimeWord(walk: Walk, token: Token, isOfThisYear: boolean): void {
  const { tag, value } = token
  if (tag === 'now') walk.isOwnTime = true
  else if (tag === 'year') walk.isOwnTime = walk.year === null || value === walk.year
  else if (tag === 'past' || tag === 'next') walk.isOwnTime = false
  else if (tag === 'since') walk.isOwnTime = walk.isOwnTime && isOfThisYear
  const isUntil = UNTIL.test(walk.text.slice(Math.max(0, token.start - 2), token.start))
  if (isTime(token) && walk.isOwnTime && !isUntil) walk.isDated = true
}

/** The words that date a statement. The year of a carry-over (上年结转) or of a cause (因2023年的申请引发) dates only these. */
function datingIn(walk: Walk, tokens: readonly Token[]): Token[] {
  const carried = carryTimes(tokens, walk)
  const cause = causeIn(tokens, walk)
  return tokens.filter((token, at) => !carried.includes(token) && !(cause && at >= cause.from && at < cause.to))
}

/** 上半年, 第三季度; 全年 ends it. */
function readSeason(walk: Walk, season: Token): void {
  walk.isSeason = season.tag === 'season' && !isWholeYear(walk, season)
  walk.isPartial = walk.isSeason && !wordOf(walk, season).endsWith('半年')
}

/** Reads which year the words are about. Words of a comparison do not count. */
export function readTime(walk: Walk, tokens: readonly Token[]): void {
  const season = lastOf(tokens, 'season', 'now')
  if (season) readSeason(walk, season)
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  const said = first && last ? walk.text.slice(first.start, last.end) : ''
  if (OF_MONTH.test(said) || OF_MONTHS.test(said))
    Object.assign(walk, { isSeason: true, isPartial: OF_MONTH.test(said) })
  const month = UNTIL_MONTH.exec(said)
  if (month && (month[1] === undefined || Number(month[1]) === walk.year)) walk.isSeason = true
  if (AS_OF.test(said)) walk.isAsOf = true
  if (UNTIL_NOW.test(said)) walk.isUntilNow = true
  // 是上年的1.2倍
  if (has(tokens, 'compare') || TIMES_AS_MANY.test(said)) return
  const isOfThisYear = tokens.some(({ tag, value }) => tag === 'now' || (tag === 'year' && value === walk.year))
  for (const token of datingIn(walk, tokens)) readTimeWord(walk, token, isOfThisYear)
  if (SOME_YEARS.test(said)) walk.isOwnTime = false
}
