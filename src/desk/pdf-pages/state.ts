import { everywhere, identity } from './matrix'
import type { Box, Matrix } from './matrix'

/** What the library tells of a font. */
export interface Font {
  name?: string
  isType3Font?: boolean
  vertical?: boolean
  fontMatrix?: Matrix
  defaultVMetrics?: readonly [number, number, number]
  missingFile?: boolean
  composite?: boolean
  toUnicode?: unknown
}

/** Everything that is saved and restored while a page is painted. */
export interface State {
  matrix: Matrix
  clip: Box
  fill: string
  stroke: string
  fillOpacity: number
  strokeOpacity: number
  isBlended: boolean
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
  fill: '#000000',
  stroke: '#000000',
  fillOpacity: 1,
  strokeOpacity: 1,
  isBlended: false,
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
