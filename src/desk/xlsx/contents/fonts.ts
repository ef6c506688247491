/** What of a font decides how a text is read. */
import type { Look } from '../../../intake'
import { attributeOf, flagOf } from './scan'

export interface FontLook {
  isRaised?: boolean
  isLowered?: boolean
  isStruck?: boolean
  /** Too small to be seen. */
  isTiny?: boolean
  /** Absent where it is the program's own. */
  colour?: string
}

const WHITE = 'ffffff'
const BLACK = '000000'
/** Points: no program shows a text as small as that. */
const TINY = 1
/** The first colours of a theme are its paper and its ink; the old palette has them twice. */
const THEME: Readonly<Record<string, string>> = { '0': WHITE, '1': BLACK }
const PALETTE: Readonly<Record<string, string>> = { '0': BLACK, '1': WHITE, '8': BLACK, '9': WHITE, '65': WHITE }

/** A colour by what it is made of: equal texts are equal colours. Undefined for the program's own. */
export function colourOf(attributes: string): string | undefined {
  const rgb = attributeOf(attributes, 'rgb')
  if (rgb !== undefined) return rgb.slice(-6).toLowerCase()
  const tint = Number(attributeOf(attributes, 'tint') ?? 0)
  const theme = attributeOf(attributes, 'theme')
  if (theme !== undefined) return (tint === 0 && THEME[theme]) || `theme ${theme} ${tint}`
  const indexed = attributeOf(attributes, 'indexed')
  return indexed === undefined ? undefined : (PALETTE[indexed] ?? `indexed ${indexed}`)
}

/** Takes an element of a font, as it stands in the looks of cells and in runs of a text. */
export function takeFontPart(font: FontLook, name: string, attributes: string): void {
  if (name === 'strike') font.isStruck = flagOf(attributes, 'val', true)
  else if (name === 'sz') font.isTiny = Number(attributeOf(attributes, 'val') ?? Infinity) <= TINY
  else if (name === 'vertAlign') {
    const place = attributeOf(attributes, 'val')
    font.isRaised = place === 'superscript'
    font.isLowered = place === 'subscript'
  } else if (name === 'color') {
    const colour = colourOf(attributes)
    if (colour !== undefined) font.colour = colour
  }
}

/** How a text stands on its ground; white on white is hidden. */
export function lookOn(ground: string | undefined, { colour, isTiny, ...font }: FontLook): Partial<Look> {
  const isHidden = isTiny === true || (colour !== undefined && colour === ground)
  return { ...font, isHidden }
}

export const PAPER = WHITE
