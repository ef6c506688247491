import type { DrawnGlyph } from '../../intake'
import { moved, multiplied, scaleOf } from './matrix'
import type { Matrix } from './matrix'
import type { Font, ShownGlyph, State, TextPlace } from './state'

const THOUSANDTH: Matrix = [0.001, 0, 0, 0.001, 0, 0]
const degrees = (m: Matrix): number => (Math.atan2(m[1], m[0]) * 180) / Math.PI

export type Placed = Pick<DrawnGlyph, 'x' | 'y' | 'angle' | 'advance' | 'size' | 'isStacked'>

function place(text: Matrix, size: number, advance: number, isStacked: boolean): Placed {
  const origin = moved(text, 0, 0)
  const along = Math.hypot(text[0], text[1])
  const across = scaleOf(text) ** 2 / (along || 1)
  return {
    x: origin.x,
    y: origin.y,
    angle: degrees(text),
    advance: Math.abs(advance) * (isStacked ? across : along),
    size: size * across,
    isStacked,
  }
}

/** Where the glyphs of one text come to stand, one after the other. */
export class Pen {
  readonly isStacked: boolean
  private readonly font: Font
  private readonly scale: number
  private readonly stretch: number
  private moves = 0

  constructor(
    private readonly state: State,
    private readonly at: TextPlace,
  ) {
    const { font = {}, fontSize, stretch, direction } = state
    this.font = font
    this.isStacked = font.vertical === true && font.isType3Font !== true
    this.scale = (font.isType3Font ? (font.fontMatrix ?? THOUSANDTH) : THOUSANDTH)[0] * fontSize
    this.stretch = stretch * direction
  }

  move(by: number): void {
    this.moves += ((this.isStacked ? 1 : -1) * by * this.state.fontSize) / 1000
  }

  /** The place of the next glyph; the one after it stands behind it. */
  next(glyph: ShownGlyph): Placed {
    const { state, isStacked } = this
    const { fontSize, direction, characterSpacing } = state
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + characterSpacing) * direction
    const stackedWidth = -((glyph.vmetric ?? this.font.defaultVMetrics)?.[0] ?? -1000)
    const width = (isStacked ? stackedWidth : (glyph.width ?? 0)) * this.scale
    const placed = place(this.matrix, fontSize, width, isStacked)
    this.moves += isStacked ? width - spacing : width + spacing
    return placed
  }

  /** A page has y upwards in the file and downwards here: text that is not mirrored changes its sense. */
  get isMirrored(): boolean {
    const [a, b, c, d] = this.matrix
    return a * d - b * c > 0
  }

  /** Moves the place of the text behind its last glyph. */
  end(): void {
    if (this.isStacked) this.at.y -= this.moves
    else this.at.x += this.moves * this.stretch
  }

  private get matrix(): Matrix {
    const { state, at, moves, stretch } = this
    const origin: Matrix = this.isStacked
      ? [1, 0, 0, 1, at.x, at.y - moves + state.rise]
      : [stretch, 0, 0, state.direction, at.x + moves * stretch, at.y + state.rise]
    return multiplied(multiplied(state.matrix, at.matrix), origin)
  }
}
