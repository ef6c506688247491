import type { Characters } from './characters'
import type { ClaimKind, Manner } from './claim'
import type { Sentence } from './clauses'
import type { Context, Topic } from './phrases'
import type { Column } from './spot'
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
  /** 总计, 合计: a total of all that was named before. */
  isGrand: boolean
  isFresh: boolean
  isHandled: boolean
  isNounOnly: boolean
  /** The sentence names the year reported on before it: 本年度, 2024年. */
  isOfYear: boolean
  /** 累计 or 截至 without a year: all that was ever disclosed, maybe. */
  isStock: boolean
  /** After 其中. */
  isAmong: boolean
  /** 占全部申请的60%: told to be a part, and no whole even where nothing else is told. */
  isShare: boolean
  /** Of a half year, a quarter or a month. */
  isSeason: boolean
  /** Words beside it name disclosure: 信息公开行政复议. */
  isNamed: boolean
  /** 截至目前: of all years. */
  isOfAllYears: boolean
}

/** 均已答复 and the like; `isRest`: all the others (其余均已答复). */
export interface AllDone extends Passage {
  isRest: boolean
  /** 不再处理该申请: an outcome without a number. Without 均 or the like it is about one application. */
  isOutcome: boolean
  /** 均, 全部. */
  isEvery: boolean
  /** 均已结转下年度: none of them is concluded. */
  isCarried: boolean
  /** 上年结转2件，全部办结: maybe only those carried in. */
  isOfCarried: boolean
}

/** 除3件外: a number left out of what is said of all. */
interface Exception extends Passage {
  value: number
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
  exceptions: Exception[]
  /** Numbers passed on to others: 转交相关单位办理22件. */
  passedOn: (Passage & { value: number })[]
  /** Numbers after 其中. */
  parts: (Passage & { value: number })[]
  /** Words that deny something. */
  denials: Passage[]
}

/** The state of the reader, which lasts until the sentence or the list ends. */
export interface Walk extends Gathered, Context {
  sentence: number
  isOwnTime: boolean
  /** The sentence has named the year reported on. */
  isDated: boolean
  /** 截至: what follows is a state, not a year's work. */
  isAsOf: boolean
  /** 截至目前: maybe all that was ever done. */
  isUntilNow: boolean
  isSubset: boolean
  /** What the whole is about that is divided after 其中. */
  whole: Topic
  /** What the last number of the sentence counted, also where it is no claim. */
  counted: Topic
  /** A number of applications of which nothing is told yet: 2件申请因未到期，… */
  pending: (Passage & { value: number; approximate: boolean }) | null
  /** The last number before 其中. */
  divided: number
  /** The sum of the parts named so far after 其中. */
  divisions: number
  /** `isSubset` ends with the clause. */
  isWithin: boolean
  isSeason: boolean
  /** The clause before names offices that are left out of the count. */
  isOfUncounted: boolean
  /** Of a quarter or month, or of a few offices: numbers that leave the others out. */
  isPartial: boolean
  /** Words of earlier clauses without a number: 政府信息公开申请，共5件. */
  before: Token[]
  /** The denial that a list of nouns may continue. */
  denied: Token[]
  /** Somewhere the text says 作为复议机关. */
  namesAuthority: boolean
  /** After 分别: the kinds, or years, whose numbers are still to come. */
  waiting: ClaimKind[]
  years: boolean[]
  /** True after 微信 or the like, until a website is named. */
  isPosting: boolean
  /** Numbers of one kind in this sentence, with those after them of which no kind is named. */
  run: { kind: Count['kind']; sum: number; parts: number; isNamed: boolean; column: Column | null } | null
  /** What the list after a colon divides: 全年公开的政府信息为：文件42条、公示71条. */
  headed: ClaimKind | null
  /** What is left of the number received once the parts named after it are taken away; NaN without one. */
  undivided: number
}

const atSentence = (sentence: number) => ({
  sentence,
  isOwnTime: true,
  isDated: false,
  isAsOf: false,
  isUntilNow: false,
  isAuthority: false,
  isSubset: false,
  whole: null,
  counted: null,
  divided: NaN,
  divisions: 0,
  pending: null,
  isWithin: false,
  isSeason: false,
  isPartial: false,
  isOfUncounted: false,
  before: [],
  denied: [],
  waiting: [],
  years: [],
  court: null,
  isPosting: false,
  run: null,
  headed: null,
  undivided: NaN,
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
  exceptions: [],
  passedOn: [],
  namesAuthority: false,
  parts: [],
  denials: [],
  ...atSentence(0),
})
