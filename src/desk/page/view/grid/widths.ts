/** Widths of columns on the screen: labels in one line where there is room, everything in view where it nearly is. */
import type { Sheet } from '../../../book/model'
import { surveyOf } from './extent'
import { emsOf } from './text-size'
import type { Merges } from './merges'

const DEFAULT_WIDTH = 100
/** Pixels of an em at the size of 10 points that cells have unless they say otherwise. */
export const EM = 40 / 3
/** Left and right of a text, and its rule. */
const AROUND = 9
/** A label longer than this is a text, which takes several lines. */
const LONGEST_LABEL = 520
/** How far the widest column, then the labels, then every column may give way so that all columns are in view. */
const NARROWEST = { widest: 0.85, labels: 0.7, all: 0.8 }
/** Where not all columns are in view, the labels that stay take at most this part of the room. */
const LABELS_SHARE = 0.5
/** Two letters, so that a label is never set one letter a line. */
const NARROWEST_LABEL = 2 * EM + AROUND

interface Fit {
  sheet: Sheet
  merges: Merges
  /** Columns that are shown, and of those the last one with something in it. */
  columns: number
  used: number
  /** Columns left of all that is filled in. */
  labels: number
  /** Pixels for all columns. */
  room: number
}

const bookWidth = ({ columnWidths, hiddenColumns }: Sheet, column: number): number =>
  hiddenColumns.includes(column) ? 0 : (columnWidths[column] ?? DEFAULT_WIDTH)

/** The column's labels below the header: ruled, locked and as long as they are. */
function needsOf({ sheet, merges, used }: Fit, widths: readonly number[]): number[] {
  const needs = widths.slice()
  for (const { row, column, text, cell } of surveyOf(sheet).wrapped) {
    const { formula, style } = cell
    if (formula !== undefined || !style?.border) continue
    if (row <= sheet.frozenRows || column > used || style.horizontal === 'center') continue
    const { rows, columns } = merges.areaAt({ row, column })
    if (rows > 1) continue
    const last = column + columns - 1
    const others = widths.slice(column - 1, last - 1).reduce((sum, width) => sum + width, 0)
    const need = emsOf(text) * EM * ((style.fontSize ?? 10) / 10) + AROUND
    if (need <= LONGEST_LABEL) needs[last - 1] = Math.max(needs[last - 1] ?? 0, need - others)
  }
  return needs
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0)

/** Only tabs with a frozen header are tables whose labels may be widened. */
export function columnWidths(fit: Fit): number[] {
  const { sheet, columns, used, room } = fit
  const widths = Array.from({ length: columns }, (_, index) => bookWidth(sheet, index + 1))
  if (sheet.frozenRows === 0) return widths
  const needs = needsOf(fit, widths)
  const free = room - sumOf(widths.slice(0, used))
  const wanted = sumOf(needs) - sumOf(widths)
  if (free >= 0) return widths.map((width, at) => width + ((needs[at] ?? width) - width) * share(free, wanted))
  const widest = widths.slice(0, used).reduce((best, width, at) => (width > (widths[best] ?? 0) ? at : best), 0)
  return (
    givenWay(widths, free, (at) => at === widest, NARROWEST.widest) ??
    givenWay(widths, free, (at) => at < fit.labels, NARROWEST.labels) ??
    givenWay(widths, free, (at) => at < used, NARROWEST.all) ??
    withNarrowLabels(fit, widths)
  )
}

/** `free`, below 0, is taken from these columns, from each by the same part; null: they would become too narrow. */
function givenWay(
  widths: readonly number[],
  free: number,
  isMeant: (at: number) => boolean,
  least: number,
): number[] | null {
  const own = sumOf(widths.filter((_, at) => isMeant(at)))
  const part = own === 0 ? 0 : (own + free) / own
  return part < least ? null : widths.map((width, at) => (isMeant(at) ? Math.floor(width * part) : width))
}

/** The labels stay in view while the figures scroll: each gives way by the same part. */
function withNarrowLabels({ labels, room }: Fit, widths: readonly number[]): number[] {
  const part = Math.min(1, (room * LABELS_SHARE) / sumOf(widths.slice(0, labels)))
  const narrowed = (width: number) => Math.min(width, Math.max(NARROWEST_LABEL, Math.floor(width * part)))
  return widths.map((width, at) => (at < labels ? narrowed(width) : width))
}

const share = (free: number, wanted: number): number => (wanted <= 0 ? 0 : Math.min(1, free / wanted))
