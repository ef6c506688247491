import { valueOf } from './numbering'

type Attributes = ReadonlyMap<string, string>

export const WHITE = 'ffffff'
/** Black on a light ground, white on a dark one: always seen. */
export const AUTO = 'auto'

const NAMED: Readonly<Record<string, string>> = { white: WHITE, black: '000000' }
/** What themes call white, unless they are shaded. */
const WHITE_OF_THEME = /^(?:background1|light1|bg1|lt1)$/i

const SHADES = ['themeshade', 'themetint']

const named = (value: string): string => NAMED[value.toLowerCase()] ?? value.toLowerCase()

/** A colour by its theme, which counts before a value that stands beside it. */
function byTheme(attributes: Attributes, theme: string, shades: readonly string[]): string | undefined {
  const name = valueOf(attributes, theme)
  if (name === undefined) return undefined
  const isPlain = shades.every((shade) => valueOf(attributes, shade) === undefined)
  return WHITE_OF_THEME.test(name) && isPlain ? WHITE : `theme ${name.toLowerCase()}`
}

/** The colour that `w:color` gives letters. */
export const lettersIn = (attributes: Attributes): string =>
  byTheme(attributes, 'themecolor', SHADES) ?? named(valueOf(attributes) ?? AUTO)

/** The ground that `w:shd` lays; undefined where what is below shows through. */
export function shadingIn(attributes: Attributes): string | undefined {
  const pattern = (valueOf(attributes) ?? '').toLowerCase()
  const fill =
    byTheme(attributes, 'themefill', ['themefillshade', 'themefilltint']) ?? named(valueOf(attributes, 'fill') ?? AUTO)
  const ink = byTheme(attributes, 'themecolor', SHADES) ?? named(valueOf(attributes, 'color') ?? AUTO)
  if (pattern === 'solid' && ink !== AUTO) return ink
  if (pattern.startsWith('pct') && ink !== AUTO) return `${pattern} of ${ink}`
  return fill === AUTO || fill === 'none' ? undefined : fill
}

/** The ground that `w:highlight` lays. */
export const highlightIn = (attributes: Attributes): string | undefined => {
  const value = named(valueOf(attributes) ?? 'none')
  return value === 'none' ? undefined : value
}
