import type { ClaimKind } from './claim'
import { has } from './clauses'
import { isOnMediaAlone, isOnSite, wordOf } from './phrases'
import type { Frame } from './spot'
import type { Token } from './tokens'
import type { Count, Walk } from './walk'

const NEVER_PART: readonly Count['kind'][] = ['carriedIn', 'carriedOut', 'reviewCases', 'litigationCases']

/** 累计公开4860条，其中2024年公开312条: the part is this year's whole. */
function isYearOfStock(walk: Walk, kind: Count['kind'], scope: readonly Token[]): boolean {
  const last = walk.counts[walk.counts.length - 1]
  const isOfYear = scope.some(({ tag, value }) => tag === 'now' || (tag === 'year' && value === walk.year))
  return isOfYear && last?.kind === kind && last.isStock && last.sentence === walk.sentence
}

/** How many channels or groups of applicants some words name; a website is one: 通过网站收到14件，通过信函收到5件. */
function channelsIn(scope: readonly Token[], walk: Walk): number {
  const named = scope.filter(({ tag }) => tag === 'channel').length
  return named === 0 && isOnSite(scope, walk) ? 1 : named
}

function isPart(walk: Walk, frame: Frame, kind: Count['kind'], scope: readonly Token[]): boolean {
  if (NEVER_PART.includes(kind) || isYearOfStock(walk, kind, scope)) return false
  const isElsewhere = has(scope, 'branch') && !has(scope, 'whole', 'own')
  // 公民、法人和其他组织 are all applicants.
  const isChannel = kind === 'activelyDisclosed' ? isOnMediaAlone(scope, walk) : channelsIn(scope, walk) === 1
  return (walk.isSubset && frame.isFresh !== true) || isChannel || isElsewhere || walk.isSeason
}

function isStock(walk: Walk, kind: Count['kind'], scope: readonly Token[]): boolean {
  if (walk.isDated || NEVER_PART.includes(kind)) return false
  return (
    (walk.isAsOf && kind === 'activelyDisclosed') ||
    scope.some((token) => /^(?:累计|总[量数])$/.test(wordOf(walk, token)))
  )
}

/** So far back a whole is looked for. */
const MOST_PARTS = 20

/** 办结51件，其中本年新收48件: 48 of those concluded, maybe not all that were received. */
function isPartOfConcluded({ isSubset, counts, sentence, divided }: Walk): boolean {
  const whole = counts.slice(-MOST_PARTS).find((count) => count.sentence === sentence && count.value === divided)
  return isSubset && whole?.kind === 'concluded' && !whole.isHandled
}

const GRAND = /^(?:总计|合计|总共|共计)$/

type Noted = Pick<Count, 'value' | 'approximate' | 'start' | 'end'>

/** Notes a number. `scope`: the words that tell what it counts. */
export function note(walk: Walk, kind: Count['kind'], noted: Noted, frame: Frame, scope: readonly Token[]): void {
  const { sentence } = walk
  const counts = walk.isOwnTime ? walk.counts : walk.ofOtherYears
  counts.push({
    kind,
    value: noted.value,
    approximate: noted.approximate,
    start: noted.start,
    end: noted.end,
    sentence,
    manner: kind === 'received' && isPartOfConcluded(walk) ? 'sum' : 'printed',
    isPart: frame.column !== undefined || isPart(walk, frame, kind, scope),
    isTotal: has(scope, 'total'),
    isGrand: scope.some((token) => GRAND.test(wordOf(walk, token))),
    isFresh: frame.isFresh === true,
    isHandled: frame.isHandled === true,
    isNounOnly: frame.isNounOnly === true,
    isOfYear: walk.isDated,
    isStock: isStock(walk, kind, scope),
    isAmong: walk.isSubset,
    // A sentence that begins with 其中 divides a whole that it does not name.
    isShare: frame.column !== undefined || (walk.isSubset && Number.isNaN(walk.divided) && !NEVER_PART.includes(kind)),
    isSeason: walk.isSeason,
    isOfAllYears: walk.isUntilNow && !walk.isDated,
    isNamed: has(scope, 'open', 'ask'),
  })
}

export function noteZero(walk: Walk, kind: ClaimKind, start: number, end: number, isNamed: boolean): void {
  const flags = {
    isPart: false,
    isTotal: false,
    isGrand: false,
    isFresh: false,
    isHandled: false,
    isNounOnly: false,
    isOfYear: false,
    isStock: false,
    isAmong: false,
    isShare: false,
    isSeason: false,
    isOfAllYears: false,
    isNamed,
  }
  const { sentence } = walk
  walk.counts.push({ kind, value: 0, approximate: false, start, end, sentence, manner: 'zero', ...flags })
}
