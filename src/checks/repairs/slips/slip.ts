import type { LineSlipId } from '../../../words/repairs'
import type { Line } from '../lines'

/** A slip taken back: what the figures were before it. */
export interface Undone {
  /** What happened; its words are in the catalogue. */
  slip: LineSlipId
  /** The line's figures before the slip. */
  values: readonly number[]
  /** Less the likelier: about the logarithm of how rare the slip is. */
  cost: number
  /**
   * Indexes in the line, for the words: the two exchanged; where a moved figure belongs and where it stands; where a
   * cell is too many and where one was lost; the first half of a split number, the end of what moved, zeros dropped.
   */
  at: readonly number[]
  /** A figure was lost, and only a sum within the line tells which. */
  isDeduced?: boolean
}

/** A line as found, and what the identities across it ask for. */
export interface Found {
  line: Line
  /** NaN where there is no number. */
  values: readonly number[]
  /** NaN where nothing across the line tells. */
  required: readonly number[]
  isBlank: readonly boolean[]
  /** Indexes of the first and the last figure that is not what is asked for; Infinity and -1 where all are. */
  first: number
  last: number
}

/** Whether a change of nothing but what stands from one index to another can leave what is asked for. */
export const reaches = ({ first, last }: Found, from: number, to: number): boolean => first >= from && last <= to

/** A slip of the hand along a row or a column. */
export interface LineSlip {
  /** The kinds of line in which it happens. */
  lines: readonly Line['kind'][]
  /** Every way in which the figures can have come about by this slip. */
  undo(found: Found): Undone[]
}
