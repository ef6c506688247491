/** A cell's value as it is shown. */
import { wallTimeOf } from './dates'
import type { DateValue, Scalar } from './model'

const plainNumber = /^(#,##)?0(?:\.([0#]+))?(%?)$/

function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  return String(Number(value.toPrecision(10))).replace('e', 'E')
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

/** General and `@`, counts and amounts (`0`, `0.00`, `#,##0`, `0%`…) and dates; other formats show as general. */
export function displayValue(value: Scalar | DateValue | undefined, format?: string): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'string') return value
  const dateFormat = format && /[ymdhs]/i.test(format) && !/^general$/i.test(format) ? format : undefined
  if (typeof value === 'object') return formatDate(value.date, dateFormat ?? defaultDateFormat(value.date))
  if (dateFormat) return formatDate(value, dateFormat)
  const pattern = plainNumber.exec(format ?? '')
  return pattern ? formatNumber(value, pattern) : general(value)
}
