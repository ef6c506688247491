import { xlsxRunWords } from '../../words/xlsx'
import { exactText } from '../xlsx/contents'

/** Signs that belong to money, and to the grouping of digits. */
const AROUND = /[\s,¥￥$€]/g
const DASH = /^[-–—]*$/

/** The number that a shown text is; NaN where it says more than a number. */
function numberIn(shown: string): number {
  const bare = shown.replace(AROUND, '')
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1]
  const digits = (inBrackets ?? bare).replace('−', '-')
  if (!/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(digits)) return Number.NaN
  return inBrackets === undefined ? Number(digits) : -Number(digits)
}

const decimalsIn = (shown: string): number => /\.(\d+)/.exec(shown)?.[1]?.length ?? 0

/**
 * What a cell says that holds a number and shows a text: the number, where the text is the same one in whatever grouping
 * and decimals; else the text, and the number beside it if the text does not have its digits.
 */
export function shownNumber(value: number, shown: string): number | string {
  const seen = numberIn(shown)
  if (seen === value || Math.abs(seen - value) <= 0.5000001 * 10 ** -decimalsIn(shown)) return value
  if (value === 0 && DASH.test(shown.trim())) return value
  if (shown.trim().endsWith('%')) return shown.trim()
  const exact = exactText(value)
  return shown.includes(exact) ? shown.trim() : xlsxRunWords.scaled(shown.trim(), exact)
}
