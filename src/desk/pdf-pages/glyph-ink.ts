import type { Font, ShownGlyph } from './state'

/** What a glyph is painted with: an outline as the library writes a path, or a picture. */
export type GlyphInk = ArrayLike<number> | 'picture'

/** What the library keeps by name for all pages. */
interface Kept {
  has: (id: string) => boolean
  get: (id: string) => unknown
}

type Codes = Readonly<Record<string, number>>

/** Of a glyph that is a little page: all of its outlines, one behind the other. */
function inkOfPage({ charProcOperatorList = {} }: Font, { operatorListId = '' }: ShownGlyph, codes: Codes) {
  const { fnArray = [], argsArray = [] } = charProcOperatorList[operatorListId] ?? {}
  const numbers: number[] = []
  fnArray.forEach((code, i) => {
    if (code !== codes['constructPath']) return
    const [path] = ((argsArray[i] ?? []) as [unknown, ArrayLike<number>[]])[1] ?? []
    for (const number of Array.from(path ?? [])) numbers.push(number)
  })
  const pictures = [codes['paintImageMaskXObject'], codes['paintInlineImageXObject'], codes['paintImageXObject']]
  return numbers.length === 0 && fnArray.some((code) => pictures.includes(code)) ? 'picture' : numbers
}

/** Undefined where the file holds no shape for the glyph. */
export function inkOf(font: Font, glyph: ShownGlyph, kept: Kept, codes: Codes): GlyphInk | undefined {
  if (font.isType3Font) return inkOfPage(font, glyph, codes)
  // A glyph without any ink is none of the font's for the library, which then gives the box of an unknown one.
  if (glyph.isInFont === false) return undefined
  const id = `${font.loadedName}_path_${glyph.fontChar}`
  return kept.has(id) ? (kept.get(id) as { path: ArrayLike<number> }).path : undefined
}
