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

/** How a number is stated: as a number, by words for zero (未收到), by words for all (均已答复), or by its parts. */
export type Manner = 'printed' | 'zero' | 'all' | 'sum'

/** A quotation from the text: `text.slice(start, end)`. */
export interface Said {
  quote: string
  start: number
  end: number
  /** Number of the sentence in the text. */
  sentence: number
}

/** A claim, with what the rules need to know besides. */
export interface Statement extends Claim, Said {
  manner: Manner
  /** 新收: 本年新收 alone, without what was carried in. */
  isFresh: boolean
  /** Stated with 办理 or 处理, which may mean received or concluded. */
  isHandled: boolean
  /** Stated with 共 or the like. */
  isTotal: boolean
  /** The words of the sentence before the claim, which say whom it is about. */
  lead: string
}

/** All that a text states about numbers. */
export interface NarrativeReading {
  statements: Statement[]
  /** Statements about years other than the one reported on. */
  ofOtherYears: Statement[]
  /** Words for all (均已答复); `isRest`: for all the others (其余均已答复). */
  allDone: (Said & { isRest: boolean })[]
  /** Words that deny something (未发生行政复议). */
  denials: Said[]
  /** Numbers after 其中 and the like. */
  parts: (Said & { value: number })[]
}
