import type { CellValue, Meaning, Written } from './cell-value'

const HALF_WIDTH: Record<string, string> = { '，': ',', '．': '.', '－': '-', '＋': '+', '　': ' ', '％': '%' }

/** Full-width digits and signs as half-width ones; the text itself stays. */
function toHalfWidth(text: string): string {
  return text.replace(/[０-９，．－＋　％]/g, character =>
    character >= '０' && character <= '９'
      ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
      : (HALF_WIDTH[character] ?? character),
  )
}

const PLAIN = /^[-−]?\d+(\.\d+)?$/
const GROUPED = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/
const UNIT = /\s*(件次|件|条|项|起|宗|份|个|万元)$/
const ANNOTATION = /^([-−]?[\d,]+(?:\.\d+)?)\s*(?:件|条|项|起|宗|份|个|万元)?\s*[（(].*[）)]$/s
const NOT_APPLICABLE = /^(\/|／|[-－−–—―]+|不适用|N\/?A)$/i

/** The number a plain or thousands-grouped numeral stands for, or null. */
function numeral(text: string): number | null {
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null
  return Number(text.replace(/,/g, '').replace('−', '-'))
}

/**
 * Reads one written figure. Nothing is lost: whatever is not a number in plain digits keeps its text.
 * Blanks around a figure carry no meaning and are dropped; an empty text is blank.
 */
export function readFigure(written: string): CellValue {
  const raw = written.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '')
  if (raw === '') return null
  const half = toHalfWidth(raw).trim()
  const value = numeral(half) ?? numeral(half.replace(UNIT, ''))
  if (value !== null) return String(value) === raw ? value : { raw, value }
  const annotated = ANNOTATION.exec(half)
  const annotatedValue = annotated?.[1] === undefined ? null : numeral(annotated[1])
  return annotatedValue === null ? { raw } : { raw, value: annotatedValue }
}

function meaningOfWritten(written: Written): Meaning {
  const { raw, value } = written
  if (value !== undefined) {
    const isAnnotated = ANNOTATION.test(toHalfWidth(raw).trim())
    return isAnnotated ? { kind: 'annotated', value, raw } : { kind: 'rewritten', value, raw }
  }
  return NOT_APPLICABLE.test(raw) ? { kind: 'notApplicable', raw } : { kind: 'unreadable', raw }
}

/** What a value means; a missing value is blank. */
export function meaningOf(value: CellValue | undefined): Meaning {
  if (value === null || value === undefined) return { kind: 'blank' }
  return typeof value === 'number' ? { kind: 'number', value } : meaningOfWritten(value)
}

const MONEY_WITH_ZEROS = /^\d+\.\d*0$/

/** True where a rewritten value differs from plain digits only by decimals that are zero: `12.50`. Proper for an amount. */
export function isExactDecimal(written: Written): boolean {
  return PLAIN.test(written.raw) || MONEY_WITH_ZEROS.test(written.raw)
}
