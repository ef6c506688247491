/** What a typed text becomes in a cell, as Google Sheets reads it (also for `setValue` with a text). */
import { serialOfParts } from './dates'
import type { DateValue, Scalar } from './model'

export interface Entry {
  value?: Scalar | DateValue
  formula?: string
  /** The format the way of writing brings along, where the cell has none of its own. */
  numberFormat?: string
}

const number = /^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/
const errorCode = /^#(?:REF!|DIV\/0!|VALUE!|N\/A|NAME\?|NUM!|NULL!|ERROR!)$/
const time = String.raw`(?:[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?)?`
const yearFirst = new RegExp(String.raw`^([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})${time}$`)
const chinese = new RegExp(String.raw`^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日${time}$`)
const monthFirst = new RegExp(String.raw`^([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})${time}$`)
const monthAndDay = /^([0-9]{1,2})[-/]([0-9]{1,2})$/
const clockTime = /^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?$/

/** Digits and power of ten of a decimal, which are the same for `1.50`, `01.5` and `15e-1`. */
function decimalOf(text: string): string {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e')
  const [whole = '', part = ''] = mantissa.replace(/^[+-]/, '').split('.')
  const digits = (whole + part).replace(/^0+/, '')
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return end === 0 ? '0' : `${digits.slice(0, end)}e${Number(power) - part.length + digits.length - end}`
}

/** A number has some 16 digits: of more the last ones would be gone, or others in their place. */
const isExact = (digits: string, value: number): boolean => decimalOf(digits) === decimalOf(String(value))

function parseNumber(text: string): Entry | null {
  const negative = /^\((.+)\)$/.exec(text)
  const bare = (negative?.[1] ?? text).trim()
  const isPercent = bare.endsWith('%')
  const digits = isPercent ? bare.slice(0, -1).trim() : bare
  if (!/[0-9]/.test(digits) || !number.test(digits)) return null
  const decimals = digits.includes('.')
  const plain = digits.replace(/,/g, '')
  const value = Number(plain) * (negative ? -1 : 1)
  // Another number than was typed would be stored.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || !isExact(plain, value)) return null
  if (isPercent) return { value: Number((value / 100).toPrecision(15)), numberFormat: decimals ? '0.00%' : '0%' }
  if (digits.includes(',')) return { value, numberFormat: decimals ? '#,##0.00' : '#,##0' }
  return { value }
}

function clock(parts: readonly (string | undefined)[]): number[] {
  return parts.map((part) => Number(part ?? 0))
}

function parseDate(text: string, thisYear: number): DateValue | null {
  const dated = (year: unknown, month: unknown, day: unknown, times: readonly (string | undefined)[] = []) => {
    const date = serialOfParts(Number(year), Number(month), Number(day), clock([times[0], times[1], times[2]]))
    return date === null ? null : { date }
  }
  const iso = yearFirst.exec(text)
  if (iso) return dated(iso[1], iso[3], iso[4], iso.slice(5))
  const han = chinese.exec(text)
  if (han) return dated(han[1], han[2], han[3], han.slice(4))
  const american = monthFirst.exec(text)
  if (american) return dated(american[4], american[1], american[3], american.slice(5))
  const short = monthAndDay.exec(text)
  if (short) return dated(thisYear, short[1], short[2])
  return parseTime(text)
}

function parseTime(text: string): DateValue | null {
  const [hour = 99, minute = 99, second = 99] = clock(clockTime.exec(text)?.slice(1) ?? ['99'])
  return hour < 24 && minute < 60 && second < 60 ? { date: (hour * 3600 + minute * 60 + second) / 86_400 } : null
}

/**
 * Reads a typed text: `=…` is a formula, `'8` and anything in a cell formatted `@` stay text; numbers up to 2^53
 * of which no digit is lost,
 * percentages, TRUE and FALSE, dates (`2024-1-31`, `2024/1/31`, `1/31/2024`, `2024年1月31日`, and `3/4` as a day of this year).
 */
export function readEntry(text: string, numberFormat: string | undefined, thisYear: number): Entry {
  if (text === '') return {}
  if (text.startsWith('=') && text.length > 1) return { formula: text }
  if (numberFormat === '@') return { value: text }
  if (text.startsWith("'")) return text.length > 1 ? { value: text.slice(1) } : {}
  const trimmed = text.trim()
  if (/^(?:true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' }
  if (errorCode.test(trimmed)) return { value: trimmed }
  if (!/[0-9]/.test(trimmed)) return { value: text }
  const date = parseDate(trimmed, thisYear)
  return parseNumber(trimmed) ?? (date ? { value: date } : { value: text })
}
