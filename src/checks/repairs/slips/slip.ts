import type { LineSlipId } from '../../../words/repairs'
import type { TableLine } from '../table-lines'

/** A slip undone: what the figures were before it. */
export interface Undone {
  /** What happened; its words are in the catalogue. */
  slip: LineSlipId
  /** The figures of the row or column before the slip. */
  values: readonly number[]
  /** The lower, the likelier: roughly the logarithm of how rare the slip is. */
  cost: number
  /**
   * Indexes in the row or column, for the repair's label. Swapped: the two. Moved: where the figure belongs, where it
   * stands. Shifted: the extra cell, the lost one. Split: the number's first half, the end of what moved, and how many
   * zeros were dropped.
   */
  at: readonly number[]
  /** A figure was lost, and only a sum within the row or column tells which. */
  isDeduced?: boolean
}

/** A row or column with its present figures, and what the identities across it require. */
export interface LineState {
  line: TableLine
  /** NaN where there is no number. */
  values: readonly number[]
  /** NaN where no identity across the row or column tells. */
  required: readonly number[]
  isBlank: readonly boolean[]
  /** Indexes of the first and the last figure other than required; Infinity and −1 where all are as required. */
  first: number
  last: number
}

/** Whether a change of only the figures `from` … `to` can give every figure the required value. */
export const reaches = ({ first, last }: LineState, from: number, to: number): boolean => first >= from && last <= to

/** A typing slip along a row or a column. */
export interface LineSlip {
  /** The kinds of row or column in which it happens. */
  lines: readonly TableLine['kind'][]
  /** Every way in which the figures can have come about by this slip. */
  undo(state: LineState): Undone[]
}
