/** A cell in which two people differ, and what is asked about it. Pure. */
import type { Overwrote, Scalar, SheetPosition } from '../../protocol'
import type { Unsent } from './unsent'

/** `overwrote`: my value stands; `overwritten`: the other's does; `newer`: mine was not written, to ask first. */
export type QuestionKind = 'overwrote' | 'overwritten' | 'newer'

export interface Differing extends SheetPosition {
  cell: string
  who: string
  mine: Scalar | null
  theirs: Scalar | null
  /** What the cell holds by now, where that is neither of the two. */
  now?: Scalar | null
  /** The page has had the value that the question says stands. */
  isSeen: boolean
}

export interface Question {
  id: number
  kind: QuestionKind
  /** Not decided yet. */
  cells: Differing[]
  /** Of `newer`: what waits, the last one is to be written. */
  letters: Unsent[]
  /** Of `newer`: cells in which the other's value stays. */
  left: SheetPosition[]
  /** Of `newer`: what the person had typed into the cell before, and was not written either. */
  earlier: (Scalar | null)[]
  /** The change up to which it tells; the page may not have heard of that otherwise. */
  seq: number
}

export const isThere = (one: SheetPosition, other: SheetPosition): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column

export const isSame = (one: Scalar | null, other: Scalar | null): boolean => String(one ?? '') === String(other ?? '')

export const standing = (kind: QuestionKind, { mine, theirs }: Differing): Scalar | null =>
  kind === 'overwrote' ? mine : theirs

export const other = (kind: QuestionKind, { mine, theirs }: Differing): Scalar | null =>
  kind === 'overwrote' ? theirs : mine

/** Nothing that the person typed would be missing: there is nothing to choose. */
export const isAsWanted = ({ kind, earlier }: Question, cell: Differing, now: Scalar | null): boolean =>
  [other(kind, cell), ...earlier].every((one) => isSame(one, now))

export const spotOf = ({ sheet, row, column }: SheetPosition): SheetPosition => ({ sheet, row, column })

export const placeOf = ({ cell, who, ...place }: Omit<Overwrote, 'value'>) => ({ ...spotOf(place), cell, who })

export function isOneCell({ letters }: Question): boolean {
  return letters.every(({ edit: { blocks } }) => blocks.length === 1 && blocks[0]?.values.flat().length === 1)
}
