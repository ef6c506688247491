/** A cell of the file as a value of the book. */
import { marked } from '../../../intake'
import type { Cell } from '../../book'
import { unreadable } from '../error'
import { dateOfSerial, runText, serialOfDate } from '../values'
import { lookOn } from './fonts'
import { standingOf } from './looks'
import type { CellLook } from './looks'
import type { CellText } from './texts'

/** What stands between the tags of a cell. */
export interface WrittenCell {
  /** `s`, `str`, `inlineStr`, `b`, `e`, `d`; anything else is a number. */
  type: string | undefined
  look: CellLook
  value: string
  /** A text that stands in the cell itself. */
  inline: CellText | undefined
  /** The result of a formula. An empty text is one too, and none is not. */
  isResult: boolean
}

/** The workbook that a cell is of. */
export interface Surroundings {
  texts: (index: number) => CellText | undefined
  /** Days between the two ways of counting them. */
  dayShift: number
  /** In another workbook what is struck out or cannot be seen is no part of its report. In ours every value stays. */
  isForeign: boolean
}

function textOf(text: CellText, { look }: WrittenCell, { isForeign }: Surroundings): string {
  if (!isForeign) {
    return typeof text === 'string' ? text : text.map((run) => runText(run.text, run.font ?? {})).join('')
  }
  const own = standingOf(look)
  if (typeof text === 'string') return own ? marked(text, own) : text
  return text.map((run) => marked(run.text, lookOn(look.ground, run.font ?? look.font))).join('')
}

function sharedText(value: string, { texts }: Surroundings): CellText {
  const text = texts(Number.parseInt(value, 10))
  // Cells say the number of their text: without the texts these numbers would be read as figures.
  if (text === undefined) throw unreadable('damaged')
  return text
}

function numberOf({ value, look }: WrittenCell, { dayShift }: Surroundings): Cell['value'] {
  const number = Number.parseFloat(value)
  if (Number.isNaN(number)) return value
  return look.isDay ? (dayOf(dateOfSerial(number + dayShift)) ?? number) : number
}

/** Undefined where there is no such day. */
const dayOf = (date: Date): Cell['value'] => (Number.isNaN(date.getTime()) ? undefined : { date: serialOfDate(date) })

/** Undefined for a blank one. Throws an XlsxError for a text that is not there. */
export function valueOf(cell: WrittenCell, around: Surroundings): Cell['value'] {
  const { type, value, inline } = cell
  if (inline !== undefined) return textOf(inline, cell, around) || undefined
  if (value === '') return cell.isResult && type === 'str' ? '' : undefined
  if (type === 's') return textOf(sharedText(value, around), cell, around) || undefined
  if (type === 'str') return textOf(value, cell, around)
  if (type === 'b') return Number.parseInt(value, 10) !== 0
  if (type === 'e') return value
  return type === 'd' ? (dayOf(new Date(value)) ?? value) : numberOf(cell, around)
}
