/** Which rows of a tab are drawn: all of a form, of a long tab those around what is in view. Pure. */
import type { Merges } from './merges'

/** Up to so many rows a tab is drawn whole. */
const WHOLE = 300
/** A window is drawn anew once fewer rows than this are left beyond what is in view. */
const SPARE = 8

export interface RowSpan {
  from: number
  to: number
}

const isWhole = (rows: number): boolean => rows <= WHOLE

/** So many rows before and after those in view are drawn too. */
const beyond = ({ from, to }: RowSpan): number => Math.max(40, Math.ceil((to - from) * 1.2))

export function spanAround(view: RowSpan, rows: number): RowSpan {
  if (isWhole(rows)) return { from: 1, to: rows }
  const more = beyond(view)
  return { from: Math.max(1, view.from - more), to: Math.min(rows, view.to + more) }
}

/** Whether what is drawn still holds all in view and a bit more. */
export function isEnough(drawn: RowSpan, view: RowSpan, rows: number): boolean {
  return drawn.from <= Math.max(1, view.from - SPARE) && drawn.to >= Math.min(rows, view.to + SPARE)
}

/** Whether a merge goes across the edge of what is drawn: then all of it is drawn anew. */
export function isCut(merges: Merges, { from, to }: RowSpan): boolean {
  return merges.all.some(({ row, rows }) => {
    const last = row + rows - 1
    return rows > 1 && ((row < from && last >= from) || (row <= to && last > to))
  })
}
