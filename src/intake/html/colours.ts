export const BLACK = '#000000'
export const WHITE = '#ffffff'
/** No colour: what lies below is seen through it. */
export const CLEAR = 'clear'
/** A way to write a colour that is not followed. */
export const STRANGE = 'strange'

const HEX = /^#?([\da-f]{6}|[\da-f]{3})([\da-f]{1,2})?$/
const CALLED = /^(rgb|hsl)a?\(\s*([^)]*)\)$/
const NAMED: Readonly<Record<string, string>> = {
  white: WHITE,
  black: BLACK,
  initial: BLACK,
  transparent: CLEAR,
  none: CLEAR,
}

/** Letters that cover less of what lies below them are hardly seen. */
const LEAST_SEEN = 0.1

/** The number, of a percentage its part of `whole`. */
const partOf = (written: string, whole: number): number =>
  written.endsWith('%') ? (parseFloat(written) / 100) * whole : parseFloat(written)

const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Red, green and blue of a hue in degrees with its saturation and lightness from 0 to 1. */
function ofHue(hue: number, saturation: number, lightness: number): number[] {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((from) => {
    const step = (from + hue / 30) % 12
    return 255 * (lightness - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1)))
  })
}

interface Colour {
  value: string
  /** How much of what lies below it is covered, from 0 to 1. */
  cover: number
}

function calledColour(written: string): Colour | undefined {
  const [, name, inside = ''] = CALLED.exec(written) ?? []
  const [a = '', b = '', c = '', cover = '1'] = inside.split(/[\s,/]+/).filter(Boolean)
  if (name === undefined || c === '') return undefined
  const parts =
    name === 'rgb' ? [a, b, c].map((part) => partOf(part, 255)) : ofHue(parseFloat(a), partOf(b, 1), partOf(c, 1))
  return parts.some(Number.isNaN) ? undefined : { value: hexOf(parts), cover: partOf(cover, 1) }
}

function hexColour(written: string): Colour | undefined {
  const [, hex, cover] = HEX.exec(written) ?? []
  if (hex === undefined) return undefined
  const value = hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('')
  return { value: `#${value}`, cover: cover ? parseInt(cover, 16) / (cover.length === 1 ? 15 : 255) : 1 }
}

/**
 * One spelling for each colour: `#rrggbb`, or its name. A call that is not followed is strange, but for `var()`: pages
 * name the colours of their design so, which are made to be seen.
 */
function readColour(written: string): Colour {
  const read = hexColour(written) ?? calledColour(written)
  if (read) return read
  const value = /^(?!var\()[a-z-]+\(/.test(written) ? STRANGE : (NAMED[written] ?? written)
  return { value, cover: 1 }
}

/** The colour of letters. However much of the ground they let through, those of its own colour are not seen on it. */
export function letterColour(written: string): string {
  const { value, cover } = readColour(written)
  return cover < LEAST_SEEN ? CLEAR : value
}

/** The colour of a ground. One that lets through some of the ground below is of neither colour, so it stays as written. */
export function groundColour(written: string): string {
  const { value, cover } = readColour(written)
  if (cover < LEAST_SEEN) return CLEAR
  return cover < 1 ? written : value
}
