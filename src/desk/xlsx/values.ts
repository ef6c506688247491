import type { CellValue, Font } from '@cj-tech-master/excelts'
import { marked, type Look } from '../../intake'
import { xlsxRunWords } from '../../words/xlsx'
import type { DateValue, Scalar } from '../book'

const MS_PER_DAY = 86400000
/** Serial number of 1970-01-01 in the 1900 date system. */
const EPOCH = 25569

export const dateOfSerial = (serial: number): Date => new Date(Math.round((serial - EPOCH) * MS_PER_DAY))

/** A date holds whole milliseconds only. Rounding takes away what binary fractions add. */
export const serialOfDate = (date: Date): number => Number((date.getTime() / MS_PER_DAY + EPOCH).toFixed(9))

export const isErrorText = (value: unknown): value is string =>
  typeof value === 'string' && /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/.test(value)

/** How a run of a cell stands. */
const lookOf = (font: Partial<Font> | undefined): Partial<Look> => ({
  isRaised: font?.vertAlign === 'superscript',
  isLowered: font?.vertAlign === 'subscript',
  isStruck: font?.strike === true,
})

/** A run as text of which nothing is lost: raised digits in their own characters, struck ones between brackets. */
export function runText(text: string, look: Partial<Look>): string {
  return look.isStruck && text.trim() !== '' ? xlsxRunWords.struck(text) : marked(text, look)
}

/** A value of the file in the model's terms: rich text and links as plain text, errors as `#REF!`; a blank is absent. */
export function plainValue(value: CellValue): Scalar | DateValue | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value !== 'object') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : { date: serialOfDate(value) }
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map(({ text, font }) => runText(text, lookOf(font))).join('')
  if ('hyperlink' in value) return value.text
  if ('checkbox' in value) return value.checkbox
  return plainValue(value.result)
}
