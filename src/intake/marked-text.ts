/** How a piece of text stands beside the rest of its line. */
export interface Look {
  isRaised: boolean
  isLowered: boolean
  isStruck: boolean
  isHidden: boolean
}

/** What stands in a cell or a line and is no part of its text. */
export interface LeftOut {
  struck: string
  hidden: string
}

/** Characters that no text has: they frame what is struck out or hidden, on its way through a reader. */
const STRUCK = ['\ufdd0', '\ufdd1'] as const
const HIDDEN = ['\ufdd2', '\ufdd3'] as const
const FRAMES = /[\ufdd0-\ufdd3]/g
const FRAMED = /\ufdd0([^\ufdd1]*)\ufdd1|\ufdd2([^\ufdd3]*)\ufdd3/g

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'
const digitsAs = (text: string, forms: string): string =>
  text.replace(/[0-9０-９]/g, (digit) => forms.charAt(digit.charCodeAt(0) % 0x10))

/**
 * A piece of text as its line takes it: raised and lowered digits in their own characters, so that none of them joins a
 * figure; what is struck out or hidden between frames.
 */
export function marked(text: string, look: Partial<Look>): string {
  const own = text.replace(FRAMES, '')
  if (own.trim() === '') return own
  if (look.isHidden) return HIDDEN[0] + own + HIDDEN[1]
  if (look.isStruck) return STRUCK[0] + own + STRUCK[1]
  if (look.isRaised) return digitsAs(own, RAISED)
  return look.isLowered ? digitsAs(own, LOWERED) : own
}

/** The text without what is struck out or hidden in it. */
export const withoutFramed = (text: string): string =>
  text.includes('\ufdd0') || text.includes('\ufdd2') ? text.replace(FRAMED, '') : text

/** What is struck out and hidden in a text; undefined where nothing is. */
export function framedIn(text: string): LeftOut | undefined {
  const found = [...text.matchAll(FRAMED)]
  if (found.length === 0) return undefined
  return {
    struck: found.map(([, struck = '']) => struck).join(''),
    hidden: found.map(([, , hidden = '']) => hidden).join(''),
  }
}

const MARK = /[⁰¹²³⁴-⁹₀-₉]/

/** True for a text with a raised or lowered digit. */
const hasMark = (text: string): boolean => MARK.test(text)

/** The text without raised and lowered digits, which are no part of a name. */
export const withoutMarks = (text: string): string => (hasMark(text) ? text.replace(/[⁰¹²³⁴-⁹₀-₉]/g, '') : text)
