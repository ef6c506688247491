import type { Font } from './state'

/** What the library tells of a code's glyph: which character it is, and by which code it was painted. */
interface Meant {
  unicode?: string
  originalCharCode?: number
  width?: number
}

const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
/** No character: a code of the font, a private one, or what stands for an unknown one. */
const UNKNOWN = /[\0-\u0008\u000e-\u001f\u007f-\u009f\ud800-\udfff\ue000-\uf8ff\ufffd]|^$/
/** Characters that are not painted: where a glyph of them has a width, it is something else. */
const WITHOUT_INK = /^[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+$/
/** Names of a letter and a number, which the library takes for the code of a character where no list says more. */
const NUMBERED = /^[cg]([\da-f]{2,4})$/i

/** Whether a character is only what the library made of the name of its glyph. */
const isGuessed = (name: string, unicode: string): boolean => {
  const number = NUMBERED.exec(name)?.[1] ?? ''
  return [10, 16].some((radix) => Number.parseInt(number, radix) === unicode.charCodeAt(0))
}

const withoutPairs = (text: string): string => text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')

/** Whether the list of a font's characters was made up from its codes. */
const isMadeUp = ({ composite, toUnicode }: Font): boolean =>
  composite === true && typeof toUnicode === 'object' && toUnicode !== null && 'firstChar' in toUnicode

/** The characters by codes; undefined where the font has no list. */
const listOf = ({ toUnicode }: Font): readonly (string | undefined)[] | undefined =>
  typeof toUnicode === 'object' && toUnicode !== null && '_map' in toUnicode
    ? (toUnicode as { _map: readonly (string | undefined)[] })._map
    : undefined

/** The digits that a font has two codes for: one of them may be another digit. */
function twiceListed(font: Font): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  // By its values alone: a list of few characters may have codes up to four thousand million.
  for (const text of Object.values(listOf(font) ?? [])) {
    if (text === undefined || !/^\d$/.test(text)) continue
    if (seen.has(text)) twice.add(text)
    seen.add(text)
  }
  return twice
}

/** Tells of the glyphs of a font whether the file says which character they are. */
export class Meanings {
  private readonly list: readonly (string | undefined)[] | undefined
  private readonly twice: ReadonlySet<string>
  private readonly isMadeUp: boolean

  constructor(private readonly font: Font) {
    this.list = listOf(font)
    this.isMadeUp = isMadeUp(font)
    this.twice = twiceListed(font)
  }

  isUnknown({ unicode = '', originalCharCode, width = 0 }: Meant): boolean {
    if (this.isMadeUp || UNKNOWN.test(withoutPairs(unicode))) return true
    if (WITHOUT_INK.test(unicode) && width > 0) return true
    if (/\d/.test(unicode) && (unicode.length > 1 || this.twice.has(unicode))) return true
    return originalCharCode !== undefined && this.isCodeUnknown(originalCharCode, unicode)
  }

  /** The library takes a code without a character in the list for the character itself, and guesses by odd names. */
  private isCodeUnknown(code: number, unicode: string): boolean {
    if (this.list && !this.list[code]) return true
    const name = this.font.differences?.[code]
    if (!name || !/\d/.test(unicode)) return false
    const digit = DIGIT_NAMES.indexOf(name.replace(/\..*$/, ''))
    if (digit >= 0) return String(digit) !== unicode
    return isGuessed(name, unicode)
  }
}
