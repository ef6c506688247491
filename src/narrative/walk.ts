import type { Characters } from './characters'
import type { ClaimKind, Manner } from './claim'
import { has, type Sentence } from './clauses'
import type { Frame } from './frames'
import { carryIn, isOnMediaAlone, type Context } from './phrases'
import type { Token } from './tokens'

/** `start` and `end` are positions in the plain characters. */
export interface Passage {
  start: number
  end: number
  sentence: number
}

/** One number or phrase as read. `decideClaims` decides later which counts are claims. */
export interface Count extends Passage {
  kind: ClaimKind | 'outcome'
  value: number
  approximate: boolean
  manner: Manner
  /** A part of the whole: after 其中, of one channel, of other offices. */
  isPart: boolean
  isTotal: boolean
  isFresh: boolean
  isHandled: boolean
  isNounOnly: boolean
  /** Stated with 本年度 or the like. */
  isOfYear: boolean
  /** After 其中. */
  isAmong: boolean
}

/** 均已答复 and the like; `isRest`: all the others (其余均已答复). */
export interface AllDone extends Passage {
  isRest: boolean
  /** 不再处理该申请: an outcome without a number, so it is about one application. */
  isOutcome: boolean
}

/** All that a text states about numbers, in the order of the text. */
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
  parts: (Passage & { value: number })[]
  /** Words that deny something. */
  denials: Passage[]
}

/** The state of the reader, which lasts until the sentence or the list ends. */
export interface Walk extends Gathered, Context {
  sentence: number
  isOwnTime: boolean
  isSubset: boolean
  /** `isSubset` ends with the clause. */
  isWithin: boolean
  isSeason: boolean
  /** Words of earlier clauses without a number: 政府信息公开申请，共5件. */
  before: Token[]
  /** The denial that a list of nouns may continue. */
  denied: Token[]
  /** After 分别: the kinds, or years, whose numbers are still to come. */
  waiting: ClaimKind[]
  years: boolean[]
  /** True after 微信 or the like, until a website is named. */
  isPosting: boolean
  /** Numbers of one kind in this sentence, with those after them of which no kind is named. */
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

/** 2023年、2024年分别收到5件、8件: each number belongs to its own year. */
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

/** Reads which year the words are about. Words of a comparison, and 上年 of 上年结转, do not count. */
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
