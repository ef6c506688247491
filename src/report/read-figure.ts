import { hanDigits, hanScales, readHanNumeral } from './han-numeral'
import { trimBlanks } from './blanks'
import type { CellValue, Meaning, Written } from './cell-value'

const HALF_WIDTH: Record<string, string> = { '，': ',', '．': '.', '－': '-', '＋': '+', '　': ' ', '％': '%' }

/** Full-width digits and signs as half-width ones; the text itself stays. */
function toHalfWidth(text: string): string {
  return text.replace(/[０-９，．－＋　％]/g, (character) =>
    character >= '０' && character <= '９'
      ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
      : (HALF_WIDTH[character] ?? character),
  )
}

const PLAIN = /^[-−]?\d+(\.\d+)?$/
const GROUPED = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/
const UNIT = /(件次|件|条|项|起|宗|份|个|万元)$/
const ANNOTATION = /^([-−]?[\d,]+(?:\.\d+)?)\s*(?:(?:件次|件|条|项|起|宗|份|个|万元)\s*)?[（(].*[）)]$/s
/** A number with the mark of a footnote: `1234¹`, `1234①`, `1234[1]`, `1234*`. */
const NOTED =
  /^([-−]?[\d,]+(?:\.\d+)?)\s*(?:(?:件次|件|条|项|起|宗|份|个|万元)\s*)?(?:[⁰¹²³⁴-⁹₀-₉]+|[①-⑳]+|[[［][\d⁰¹²³⁴-⁹]{1,2}[\]］]|[*＊※†‡]{1,3})$/
const NOT_APPLICABLE = /^(\/|／|[-－−–—―]+|不适用|N\/?A)$/i

/** A double holds every decimal of so many digits exactly as printed; a longer one is kept as text. */
const EXACT_DIGITS = 15

/** The number a plain or thousands-grouped numeral stands for, or null. */
function numeral(text: string): number | null {
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null
  const plain = text.replace(/,/g, '').replace('−', '-')
  const significant = plain.replace(/[-.]/g, '').replace(/^0+/, '')
  return significant.length > EXACT_DIGITS ? null : Number(plain) + 0
}

/**
 * The number of a text that is a numeral and nothing else, in any width and grouping and with blanks around it: `８`,
 * ` 8 `, `1,024`, `１，０２４`. Null for anything else, `12件` included.
 */
export function readNumeral(written: string): number | null {
  return numeral(toHalfWidth(trimBlanks(written)).trim())
}

/** The number that a text says in Chinese characters, with or without its unit: `一二`, `十二件`. Null for anything else. */
export function numberInWords(written: string): number | null {
  return readHanNumeral(toHalfWidth(trimBlanks(written)).replace(UNIT, '').trim())
}

const SOME_NUMBER = new RegExp(`[\\p{Nd}${hanDigits.join('')}${Object.keys(hanScales).join('')}]`, 'u')

/** Whether digits are among the characters, however they are written; 零 and 0 alone say that there is nothing. */
export const saysSomeNumber = (written: string): boolean =>
  [...written].some((character) => SOME_NUMBER.test(character) && !/[0０零〇]/.test(character))

/**
 * Reads one written figure. Nothing is lost: whatever is not a number in plain digits keeps its text.
 * Blanks around a figure carry no meaning and are dropped; an empty text is blank. A number of more than 15 significant
 * digits is kept as text, because a rounded one would be another number.
 */
export function readFigure(written: string): CellValue {
  const raw = trimBlanks(written)
  if (raw === '') return null
  const half = toHalfWidth(raw).trim()
  const value = numeral(half) ?? numeral(half.replace(UNIT, '').trimEnd())
  if (value !== null) return String(value) === raw ? value : { raw, value }
  const annotated = ANNOTATION.exec(half) ?? NOTED.exec(half)
  const annotatedValue = annotated?.[1] === undefined ? null : numeral(annotated[1])
  return annotatedValue === null ? { raw } : { raw, value: annotatedValue }
}

function meaningOfWritten(written: Written): Meaning {
  const { raw, value } = written
  if (value !== undefined) {
    const half = toHalfWidth(raw).trim()
    const isAnnotated = ANNOTATION.test(half) || NOTED.test(half)
    return isAnnotated ? { kind: 'annotated', value, raw } : { kind: 'rewritten', value, raw }
  }
  return NOT_APPLICABLE.test(raw) ? { kind: 'notApplicable', raw } : { kind: 'unreadable', raw }
}

/** What a value means; a missing value is blank. */
export function meaningOf(value: CellValue | undefined): Meaning {
  if (value === null || value === undefined) return { kind: 'blank' }
  return typeof value === 'number' ? { kind: 'number', value } : meaningOfWritten(value)
}

/** True where a rewritten value differs from plain digits only by decimals that are zero: `12.50`. Proper for an amount. */
export function isExactDecimal(written: Written): boolean {
  return PLAIN.test(written.raw)
}
