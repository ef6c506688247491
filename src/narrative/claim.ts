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

/** A claim with what the rules need beyond it. */
export interface Statement extends Claim {
  manner: Manner
  isFresh: boolean
  /** Whom the sentence is about, as far as it says so: the words before the claim. */
  lead: string
}
