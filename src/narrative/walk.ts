import type { Characters } from './characters'
import type { ClaimKind, Manner } from './claim'
import { has, type Sentence } from './clauses'
import type { Frame } from './frames'
import { carryIn, isOnMediaAlone, type Context } from './phrases'
import type { Token } from './tokens'

/** Places are those of the plain characters. */
export interface Place {
  start: number
  end: number
  sentence: number
}

/** What one number or phrase says, before sums, 均 and repetitions are settled. */
export interface Count extends Place {
  kind: ClaimKind | 'outcome'
  value: number
  approximate: boolean
  manner: Manner
  /** One of several that make up the whole: after 其中, by a channel, by other offices. */
  isPart: boolean
  isTotal: boolean
  isFresh: boolean
  isHandled: boolean
  isNounOnly: boolean
  /** Said with 本年度 or the like. */
  isOfYear: boolean
  /** After 其中. */
  isAmong: boolean
}

/** 均已答复 and the like: `rest` after some were named (其余均已答复). */
export interface AllDone extends Place {
  isRest: boolean
  /** 不再处理该申请: an outcome without a number, which is that of one application. */
  isOutcome: boolean
}

/** All that a text says about numbers, in the order of the text. */
export interface Gathered {
  text: string
  at: Uint32Array
  year: number | null
  sentences: Sentence[]
  counts: Count[]
  /** Counts of other years. */
  ofOtherYears: Count[]
  allDone: AllDone[]
  /** Numbers after 其中. */
  parts: (Place & { value: number })[]
  /** What is said not to have happened. */
  denials: Place[]
}

/** Where the reader stands: what holds until the sentence, or the list, ends. */
export interface Walk extends Gathered, Context {
  sentence: number
  isOwnTime: boolean
  isSubset: boolean
  /** Only until the clause ends. */
  isWithin: boolean
  isSeason: boolean
  /** Words of clauses before that had no number: 政府信息公开申请，共5件. */
  before: Token[]
  /** The denial that a list of nouns goes on with. */
  denied: Token[]
  /** Kinds, or years, that 分别 leaves waiting for their numbers. */
  waiting: ClaimKind[]
  years: boolean[]
  /** On 微信 and the like, until a website is named. */
  isPosting: boolean
  /** Numbers of one kind, and what follows them unnamed, in this sentence. */
  run: { kind: ClaimKind; sum: number; parts: number } | null
}

const atSentence = (sentence: number) => ({
  sentence,
  isOwnTime: true,
  isSubset: false,
  isWithin: false,
  isSeason: false,
  before: [],
  denied: [],
  waiting: [],
  years: [],
  court: null,
  isPosting: false,
  run: null,
})

export function beginSentence(walk: Walk, sentence: number): void {
  Object.assign(walk, atSentence(sentence))
}

export const newWalk = ({ text, at }: Characters, sentences: Sentence[], year: number | null): Walk => ({
  text,
  at,
  year,
  sentences,
  topic: null,
  counts: [],
  ofOtherYears: [],
  allDone: [],
  parts: [],
  denials: [],
  ...atSentence(0),
})

/** 2023年、2024年分别收到5件、8件: each number has its own year. */
export function readYears(walk: Walk, tokens: readonly Token[]): void {
  const years = tokens.filter(({ tag }) => tag === 'year')
  if (years.length > 1 && has(tokens, 'respectively')) walk.years = years.map(({ value }) => value === walk.year)
  walk.isOwnTime = walk.years.shift() ?? walk.isOwnTime
}

function readTimeWord(walk: Walk, { tag, value }: Token, isOfThisYear: boolean): void {
  if (tag === 'now') walk.isOwnTime = true
  else if (tag === 'year') walk.isOwnTime = walk.year === null || value === walk.year
  else if (tag === 'past' || tag === 'next') walk.isOwnTime = false
  else if (tag === 'since') walk.isOwnTime = walk.isOwnTime && isOfThisYear
}

/** The year that the words are about. Those of a comparison, and 上年 of 上年结转, say nothing about it. */
export function readTime(walk: Walk, tokens: readonly Token[]): void {
  if (has(tokens, 'season')) walk.isSeason = true
  if (has(tokens, 'compare')) return
  const carried = carryIn(tokens, walk)?.times ?? []
  const isOfThisYear = tokens.some(({ tag, value }) => tag === 'now' || (tag === 'year' && value === walk.year))
  for (const token of tokens) if (!carried.includes(token)) readTimeWord(walk, token, isOfThisYear)
}

const NEVER_PART: readonly Count['kind'][] = ['carriedIn', 'carriedOut', 'reviewCases', 'litigationCases']

function isPart(walk: Walk, frame: Frame, kind: Count['kind'], scope: readonly Token[]): boolean {
  if (NEVER_PART.includes(kind)) return false
  const isElsewhere = has(scope, 'branch') && !has(scope, 'whole', 'own')
  // 公民、法人和其他组织 are all applicants.
  const isChannel =
    kind === 'activelyDisclosed'
      ? isOnMediaAlone(scope, walk)
      : scope.filter(({ tag }) => tag === 'channel').length === 1
  return (walk.isSubset && frame.isFresh !== true) || isChannel || isElsewhere || walk.isSeason
}

type Noted = Pick<Count, 'value' | 'approximate' | 'start' | 'end'>

/** Notes a number; `scope` are the words that say what it counts. */
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
    manner: 'printed',
    isPart: isPart(walk, frame, kind, scope),
    isTotal: has(scope, 'total'),
    isFresh: frame.isFresh === true,
    isHandled: frame.isHandled === true,
    isNounOnly: frame.isNounOnly === true,
    isOfYear: has(scope, 'now'),
    isAmong: walk.isSubset,
  })
}

export function noteZero(walk: Walk, kind: ClaimKind, start: number, end: number): void {
  const flags = {
    isPart: false,
    isTotal: false,
    isFresh: false,
    isHandled: false,
    isNounOnly: false,
    isOfYear: false,
    isAmong: false,
  }
  const { sentence } = walk
  walk.counts.push({ kind, value: 0, approximate: false, start, end, sentence, manner: 'zero', ...flags })
}
