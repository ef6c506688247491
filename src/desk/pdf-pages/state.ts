import { everywhere, identity } from './matrix'
import type { Box, Matrix } from './matrix'
import type { Subpath } from './path'

/** What the library tells of a font. */
export interface Font {
  name?: string
  loadedName?: string
  /** Of a font whose glyphs are little pages: what paints each of them. */
  charProcOperatorList?: Readonly<Record<string, { fnArray: readonly number[]; argsArray: readonly unknown[] }>>
  isType3Font?: boolean
  vertical?: boolean
  fontMatrix?: Matrix
  defaultVMetrics?: readonly [number, number, number]
  missingFile?: boolean
  composite?: boolean
  toUnicode?: unknown
  /** The names of its glyphs by their codes, where the file gives other ones. */
  differences?: readonly (string | undefined)[]
}

/** A glyph as the library gives it. */
export interface ShownGlyph {
  unicode?: string
  originalCharCode?: number
  width?: number
  vmetric?: readonly [number, number, number] | null
  isSpace?: boolean
  isInFont?: boolean
  /** What names its outline. */
  fontChar?: string
  operatorListId?: string
}

/** How a colour is mixed with what is below: a marker pen leaves dark letters to be seen, other ways may not. */
export type Blending = 'none' | 'darker' | 'other'

/** Everything that is saved and restored while a page is painted. */
export interface State {
  matrix: Matrix
  clip: Box
  /** The outlines that cut off what is outside them, those that are more than a rectangle. */
  outlines: readonly (readonly Subpath[])[]
  fill: string
  stroke: string
  fillOpacity: number
  strokeOpacity: number
  blending: Blending
  /** Of the groups that it is painted in. */
  groupOpacity: number
  groupBlending: Blending
  /** Painted through a mask, which may hide any part of it. */
  isMasked: boolean
  /** Painted into a mask, and not on the page. */
  isMask: boolean
  isFillSeen: boolean
  isStrokeSeen: boolean
  lineWidth: number
  font: Font | undefined
  fontSize: number
  direction: 1 | -1
  characterSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

export const firstState = (matrix: Matrix): State => ({
  matrix,
  clip: everywhere,
  outlines: [],
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  blending: 'none',
  groupOpacity: 1,
  groupBlending: 'none',
  isMasked: false,
  isMask: false,
  isFillSeen: true,
  isStrokeSeen: true,
  lineWidth: 1,
  font: undefined,
  fontSize: 0,
  direction: 1,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
})

/** Where text goes on; it is begun anew with each text object. */
export interface TextPlace {
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

export const textStart = (matrix: Matrix = identity): TextPlace => ({ matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
