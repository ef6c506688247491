import type { DrawnGlyph } from '../../intake'
import type { GlyphInk } from './glyph-ink'
import { boxOf, common, everywhere, movedBox, multiplied } from './matrix'
import type { Box, Matrix } from './matrix'
import { isRectangle } from './path'
import type { Subpath } from './path'
import { addBox, addPicture } from './shapes'
import type { Ink, Shapes } from './shapes'
import { firstState, textStart } from './state'
import type { Font, ShownGlyph, State, TextPlace } from './state'

/** What the painting asks of the library. */
export interface Library {
  /** The numbers of the operators by their names. */
  codes: Readonly<Record<string, number>>
  fontOf: (id: string) => Font | undefined
  inkOf: (font: Font, glyph: ShownGlyph) => GlyphInk | undefined
  isLayerShown: (layer: unknown) => boolean
}

/** A colour of which nothing is known. */
export const PATTERN = 'pattern'
const THINNEST_PICTURE = 2
const UNIT: Box = { left: 0, top: 0, right: 1, bottom: 1 }
const nowhere: Box = { left: everywhere.right, top: everywhere.bottom, right: everywhere.left, bottom: everywhere.top }

/** A page while it is painted: what was painted, and how the next operator paints. */
export class Canvas {
  readonly glyphs: DrawnGlyph[] = []
  readonly shapes: Shapes = { lines: [], shades: [], pictures: [] }
  state: State
  text: TextPlace = textStart()
  /** Whether each layer that is begun is shown. */
  readonly layers: boolean[] = []
  /** The next path cuts off what is painted outside it. */
  isClipping = false
  private readonly saved: State[] = []
  private orders = 0

  constructor(
    readonly library: Library,
    private readonly base: Matrix,
    readonly page: Box,
  ) {
    this.state = firstState(base)
  }

  readonly order = (): number => (this.orders += 1)

  get isShown(): boolean {
    return this.layers.every(Boolean) && !this.state.isMask
  }

  save(): void {
    this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  /** As for what stands on a page beside its contents: notes, fields of a form. */
  startAnew(): void {
    this.state = firstState(this.base)
  }

  transform(matrix: Matrix | undefined): void {
    if (matrix) this.state.matrix = multiplied(this.state.matrix, matrix)
  }

  cut(box: Box | undefined): void {
    if (box) this.state.clip = common(this.state.clip, movedBox(this.state.matrix, box))
  }

  /** Cuts off what is outside some outlines on the page; all, where there are none. */
  cutOnPage(outlines: readonly Subpath[]): void {
    const { state } = this
    const points = outlines.flatMap((outline) => outline.points)
    state.clip = points.length > 0 ? common(state.clip, boxOf(points)) : nowhere
    const [only, ...others] = outlines
    if (only && (others.length > 0 || !isRectangle(only))) state.outlines = [...state.outlines, outlines]
  }

  /** What is painted in a group is put on the page as a whole: with the group's opacity, and cut off by its box. */
  beginGroup(matrix: Matrix | undefined, box: Box | undefined, isMask: boolean): void {
    this.save()
    const { state } = this
    if (box) state.clip = common(state.clip, movedBox(matrix ? multiplied(state.matrix, matrix) : state.matrix, box))
    state.groupOpacity *= state.fillOpacity
    if (state.blending !== 'none') state.groupBlending = state.blending
    state.isMask ||= isMask
    Object.assign(state, { fillOpacity: 1, strokeOpacity: 1, blending: 'none' })
  }

  ink(colour: string, opacity: number): Ink {
    const { clip, blending, groupBlending, groupOpacity, isMasked } = this.state
    const own = blending === 'none' ? groupBlending : blending
    const order = this.order()
    return { colour, opacity: opacity * groupOpacity, blending: own, isMasked, clip: common(clip, this.page), order }
  }

  box(box: Box): void {
    const { fill, fillOpacity } = this.state
    if (this.isShown && fillOpacity > 0) addBox(box, this.ink(fill, fillOpacity), this.shapes)
  }

  /** The square that a picture is painted into. */
  unitBox(): void {
    this.box(movedBox(this.state.matrix, UNIT))
  }

  /** A picture as thin as a line is one. */
  picture(): void {
    const box = movedBox(this.state.matrix, UNIT)
    const isThin = Math.min(box.right - box.left, box.bottom - box.top) <= THINNEST_PICTURE
    if (isThin) this.box(box)
    else if (this.isShown) addPicture(box, this.ink(PATTERN, 1), this.shapes)
  }
}
