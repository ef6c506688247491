/** How a piece of text stands beside the rest of its line. */
export interface Look {
  isRaised: boolean
  isLowered: boolean
  isStruck: boolean
  isHidden: boolean
  /** It may be hidden: rules that the reader cannot follow decide. */
  isDoubted?: boolean
}

/** What stands in a cell or a line and is no part of its text. */
export interface LeftOut {
  struck: string
  hidden: string
  /** Text that a page may hide. It is left out beside other text; where it is all there is, it is kept. */
  doubted: string
}

/** Characters that no text has: they frame what is struck out or hidden, on its way through a reader. */
const STRUCK = ['\ufdd0', '\ufdd1'] as const
const HIDDEN = ['\ufdd2', '\ufdd3'] as const
const DOUBTED = ['\ufdd4', '\ufdd5'] as const
const FRAMES = /[\ufdd0-\ufdd5]/g
const ANY_FRAME = /[\ufdd0-\ufdd5]/
const FRAMED = /\ufdd0([^\ufdd1]*)\ufdd1|\ufdd2([^\ufdd3]*)\ufdd3|\ufdd4([^\ufdd5]*)\ufdd5/g

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'
const digitsAs = (text: string, forms: string): string =>
  text.replace(/[0-9０-９]/g, (digit) => forms.charAt(digit.charCodeAt(0) % 0x10))

/** Each piece between tabs by itself: a tab parts cells, wherever it stands. */
const framed = (text: string, [start, end]: readonly [string, string]): string =>
  text
    .split('\t')
    .map((piece) => (piece.trim() === '' ? piece : start + piece + end))
    .join('\t')

/**
 * A piece of text as its line takes it: raised and lowered digits in their own characters, so that none of them joins a
 * figure; what is struck out, hidden or may be hidden between frames.
 */
export function marked(text: string, look: Partial<Look>): string {
  const own = unframed(text)
  if (own.trim() === '') return own
  if (look.isHidden) return framed(own, HIDDEN)
  if (look.isStruck) return framed(own, STRUCK)
  const inLine = digitsOf(own, look)
  return look.isDoubted ? framed(inLine, DOUBTED) : inLine
}

function digitsOf(text: string, { isRaised, isLowered }: Partial<Look>): string {
  if (isRaised) return digitsAs(text, RAISED)
  return isLowered ? digitsAs(text, LOWERED) : text
}

/** The text with all that is framed in it, without the frames. */
export const unframed = (text: string): string => text.replace(FRAMES, '')

/** The text that a reader sees: without what is struck out or hidden. What may be hidden stays where nothing else is. */
export function shownText(text: string): string {
  if (!ANY_FRAME.test(text)) return text
  const sure = text.replace(FRAMED, '')
  return sure.trim() === '' ? text.replace(FRAMED, '$3') : sure
}

/** What is struck out, hidden and doubted in a text; undefined where nothing is. */
export function framedIn(text: string): LeftOut | undefined {
  const found = [...text.matchAll(FRAMED)]
  if (found.length === 0) return undefined
  const isDoubtedAlone = text.replace(FRAMED, '').trim() === ''
  const all = (group: 1 | 2 | 3) => found.map((match) => match[group] ?? '').join('')
  return {
    struck: all(1),
    hidden: isDoubtedAlone ? all(2) : all(2) + all(3),
    doubted: isDoubtedAlone ? all(3) : '',
  }
}

const MARK = /[⁰¹²³⁴-⁹₀-₉]/

/** True for a text with a raised or lowered digit. */
const hasMark = (text: string): boolean => MARK.test(text)

/** The text without raised and lowered digits, which are no part of a name. */
export const withoutMarks = (text: string): string => (hasMark(text) ? text.replace(/[⁰¹²³⁴-⁹₀-₉]/g, '') : text)
