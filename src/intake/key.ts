import { withoutMarks } from './marked-text'
import { simplified } from '../form'

const NUMBERING = /^(?:\([\d一二三四五六七八九十]{1,3}\)|\d{1,2}|[一二三四五六七八九十]{1,3}(?=[、.,:]))[、.,:]?/
/** No label of the form is as long, blanks between its characters included. */
const LONGEST_LABEL = 200

const plain = (text: string): string => simplified(withoutMarks(text).normalize('NFKC').replace(/\s+/g, ''))

/** Keys computed last: the same labels and figures come again and again. */
const known = new Map<string, string>()
const MOST_KNOWN = 4000

function computeKey(text: string): string {
  const key = plain(text)
    .replace(NUMBERING, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, key)
  return key
}

/**
 * A label for comparison: in half width, without blanks, brackets, punctuation and leading number. Empty for a text too
 * long to be a label.
 */
export function keyOf(text: string): string {
  if (text === '' || text.length > LONGEST_LABEL) return ''
  return known.get(text) ?? computeKey(text)
}

/** All letters and digits of a piece of text, full and half width alike: what is left of a label among other labels. */
export const lettersOf = (text: string, longest = LONGEST_LABEL): string =>
  plain(text.slice(0, longest)).replace(/[^\p{L}\p{N}]+/gu, '')

/** The most that two texts can have in common: the characters of the first that stand anywhere in the second. */
export function mostInCommon(a: string, b: string): number {
  let shared = 0
  for (let i = 0; i < a.length; i += 1) if (b.includes(a.charAt(i))) shared += 1
  return shared
}

/** True for `（一）…` and `(1)…`, the numbers of headings below a section. */
export function hasBracketedNumber(text: string): boolean {
  return /^\([\d一二三四五六七八九十]{1,3}\)/.test(plain(text.slice(0, LONGEST_LABEL)))
}
