export type ClaimKind =
  | 'received'
  | 'concluded'
  | 'carriedIn'
  | 'carriedOut'
  | 'reviewCases'
  | 'litigationCases'
  | 'activelyDisclosed'
  | 'feeCharged'

/** A number that the prose gives for something the tables or the form can hold. */
export interface Claim {
  kind: ClaimKind
  /** Cases, pieces of information, or 元 for `feeCharged`. */
  value: number
  /** 70余条, 近百件: the value is not exact. */
  approximate: boolean
  /** The words that say it, as written: `text.slice(start, end)`. */
  quote: string
  start: number
  end: number
}

/** How a number was said: printed, in zero words (未收到), in words of all (均已答复), or as the sum of its parts. */
export type Manner = 'printed' | 'zero' | 'all' | 'sum'

/** Words of the text that say something. */
export interface Said {
  quote: string
  start: number
  end: number
  /** Number of the sentence in the text. */
  sentence: number
}

/** A claim with what the rules need beyond it. */
export interface Statement extends Claim, Said {
  manner: Manner
  /** 新收: 本年新收 alone, without what was carried in. */
  isFresh: boolean
  /** Said by 办理 or 处理, which may mean received or concluded. */
  isHandled: boolean
  /** Said with 共 or the like. */
  isTotal: boolean
  /** The sentence up to the claim: whom it is about. */
  lead: string
}

/** All that a text says about numbers. */
export interface Reading {
  statements: Statement[]
  /** What is said of years other than the one reported on. */
  ofOtherYears: Statement[]
  /** Words of all (均已答复); `isRest` of all the others (其余均已答复). */
  allDone: (Said & { isRest: boolean })[]
  /** What is said not to have happened. */
  denials: Said[]
  /** Numbers after 其中 and the like. */
  parts: (Said & { value: number })[]
}
