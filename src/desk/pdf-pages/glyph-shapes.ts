import type { DrawnGlyph } from '../../intake'
import type { GlyphInk } from './glyph-ink'
import { identity } from './matrix'
import { subpathsOf } from './path'
import type { Subpath } from './path'
import type { Font, ShownGlyph } from './state'

/** How many holes the shape of each digit may have, at least and at most: a 4 may be open, a 0 have a stroke or a dot. */
const HOLES: readonly (readonly [number, number])[] = [
  [1, 2],
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 1],
  [0, 0],
  [1, 1],
  [0, 0],
  [2, 2],
  [1, 1],
]

/** Twice the area within an outline; its sign says which way round it was drawn. */
const areaOf = ({ points }: Subpath): number =>
  points.reduce((sum, to, i) => {
    const from = points[(i || points.length) - 1] ?? to
    return sum + from.x * to.y - to.x * from.y
  }, 0)

/** Holes are drawn the other way round than what they are in. */
function holesIn(outlines: readonly Subpath[]): number {
  const areas = outlines.map(areaOf)
  const largest = areas.reduce((most, area) => (Math.abs(area) > Math.abs(most) ? area : most), 0)
  return areas.filter((area) => area * largest < 0).length
}

/** Whether the shape of a glyph speaks against the character that it is said to be. */
export function isOtherShape(character: string, ink: GlyphInk): boolean {
  if (ink === 'picture') return character.trim() === ''
  const outlines = subpathsOf(ink, identity).filter(({ points }) => points.length > 2)
  if (character.trim() === '') return outlines.length > 0
  const [least, most] = HOLES[Number(character)] ?? [0, Infinity]
  const holes = holesIn(outlines)
  return outlines.length > 0 && (holes < least || holes > most)
}

/** Of a font that is not in the file, codes alone say which character a reader sees; a list may say another. */
const isByOtherName = ({ missingFile, composite }: Font, { unicode = '', fontChar = '' }: ShownGlyph): boolean =>
  missingFile === true && composite !== true && /\d/.test(unicode + fontChar) && unicode !== fontChar

const isJudged = (text: string): boolean => /^\d?$/.test(text.trim())

/** Holds the characters of one font against the shapes of its glyphs: the list of a file's characters may lie. */
export class GlyphShapes {
  private readonly found = new Map<string, boolean>()
  private readonly digits: DrawnGlyph[] = []
  /** A list that is wrong about one digit is believed about none. */
  private isLying = false

  constructor(private readonly font: Font) {}

  isOther(glyph: ShownGlyph, inkOf: () => GlyphInk | undefined): boolean {
    const { unicode = '', fontChar = '', operatorListId = '' } = glyph
    if (!isJudged(unicode)) return false
    const key = `${unicode}\n${fontChar}\n${operatorListId}`
    let isOther = this.found.get(key)
    if (isOther === undefined) {
      isOther = isByOtherName(this.font, glyph) || isOtherShape(unicode, inkOf() ?? [])
      this.found.set(key, isOther)
      if (isOther && unicode.trim() !== '') this.distrust()
    }
    return isOther || (this.isLying && unicode.trim() !== '')
  }

  remember(glyph: DrawnGlyph): void {
    if (/\d/.test(glyph.text)) this.digits.push(glyph)
  }

  private distrust(): void {
    this.isLying = true
    for (const digit of this.digits) digit.isUnknown = true
  }
}
