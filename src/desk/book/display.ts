/** A cell's value as it is shown. */
import { wallTimeOf } from './dates'
import type { DateValue, Scalar } from './model'

const plainNumber = /^(#,##)?0(?:\.([0#]+))?(%?)$/

function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  return String(Number(value.toPrecision(10))).replace('e', 'E')
}

const colours: Readonly<Record<string, string>> = { red: '#b3261e' }

interface Section {
  /** Of the text, `#rrggbb`. */
  colour?: string
  before: string
  pattern: string
  after: string
}

/** `[Red]"差 "0;[Red]"差 -"0;0`: for numbers above, below and at zero. Null: the format has no such parts. */
function sectionFor(value: number, format: string): { section: Section; isSigned: boolean } | null {
  const parts = format.split(';')
  if (parts.length < 2) return null
  const at = value < 0 ? 1 : value === 0 && parts.length > 2 ? 2 : 0
  const found = /^(?:\[(\w+)\])?(?:"([^"]*)")?([#0,.%]+)(?:"([^"]*)")?$/.exec(parts[at] ?? '')
  if (!found) return null
  const [, name = '', before = '', pattern = '', after = ''] = found
  const colour = colours[name.toLowerCase()]
  return {
    section: { before, pattern, after, ...(colour !== undefined && { colour }) },
    isSigned: value < 0 && at === 1,
  }
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:[0-9]{3})+(?![0-9]))/g, ',')
}

function formatNumber(value: number, pattern: RegExpExecArray): string {
  const [, groups, decimals = '', percent] = pattern
  const fixed = Math.abs(percent ? value * 100 : value).toFixed(decimals.length)
  const [whole = '0', fraction = ''] = fixed.split('.')
  const least = decimals.indexOf('#') < 0 ? decimals.length : decimals.indexOf('#')
  const shown = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '')
  const digits = (groups ? grouped(whole) : whole) + (shown && `.${shown}`)
  return (value < 0 && /[1-9]/.test(digits) ? '-' : '') + digits + percent
}

/** Patterns of y, m, d, h, s, as of Excel; `mm` after an hour or before a second is minutes. */
function formatDate(serial: number, format: string): string {
  const wall = wallTimeOf(serial)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  let afterHour = false
  return format.replace(/y+|m+|d+|h+|s+|"([^"]*)"/gi, (run, quoted?: string) => {
    if (quoted !== undefined) return quoted
    const kind = run[0]?.toLowerCase()
    const minutes = kind === 'm' && afterHour
    afterHour = kind === 'h'
    const values = { y: wall.year, m: minutes ? wall.minute : wall.month, d: wall.day, h: wall.hour, s: wall.second }
    const value = values[kind as keyof typeof values]
    return kind === 'y' && run.length === 2 ? pad(value % 100, 2) : pad(value, Math.min(run.length, 4))
  })
}

function defaultDateFormat(serial: number): string {
  if (serial < 1) return 'h:mm:ss'
  return Number.isInteger(serial) ? 'yyyy/m/d' : 'yyyy/m/d h:mm:ss'
}

/** Letters of days and times, but for those of words and of colours. */
function isDateFormat(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[\w+\]/g, '')) && !/^general$/i.test(format)
}

/** The colour that a format gives to a value; null: none. */
export function displayColour(value: Scalar | DateValue | undefined, format?: string): string | null {
  if (typeof value !== 'number' || format === undefined) return null
  return sectionFor(value, format)?.section.colour ?? null
}

/**
 * Formats: general and `@`, counts and amounts (`0`, `0.00`, `#,##0`, `0%`…), dates, and parts for numbers above, below
 * and at zero. Others show as general.
 */
export function displayValue(value: Scalar | DateValue | undefined, format?: string): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  const dateFormat = format !== undefined && isDateFormat(format) ? format : undefined
  if (typeof value === 'object') return formatDate(value.date, dateFormat ?? defaultDateFormat(value.date))
  if (dateFormat) return formatDate(value, dateFormat)
  return numberText(value, format ?? '')
}

function numberText(value: number, format: string): string {
  const found = sectionFor(value, format)
  if (found) {
    const { before, pattern, after } = found.section
    // The part for numbers below zero writes its sign itself.
    return before + numberText(found.isSigned ? -value : value, pattern) + after
  }
  const plain = plainNumber.exec(format)
  return plain ? formatNumber(value, plain) : general(value)
}
