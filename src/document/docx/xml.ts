import { escaped } from '../safe-text'

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Text in one run, with a character style or a type size and width; the hint makes quotation marks and dashes Chinese ones. */
export function run(text: string, look: { style?: string; halfPoints?: number; scale?: number } = {}): string {
  const style = look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`
  const type = look.halfPoints === undefined ? '' : size(look.halfPoints)
  const scale = (look.scale ?? 100) === 100 ? '' : `<w:w w:val="${look.scale}"/>`
  return (
    `<w:r><w:rPr>${style}<w:rFonts w:hint="eastAsia"/>${scale}${type}</w:rPr>` +
    `<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  )
}

/** A font for Chinese text and one for Latin text and digits. */
export function fonts(eastAsia: string, latin: string): string {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}"/>`
}

/** Type size in half-points. */
export function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
}
