import type { DrawnGlyph } from '../../intake'
import { common, everywhere, movedBox, multiplied } from './matrix'
import type { Box, Matrix } from './matrix'
import { addBox, addPicture } from './shapes'
import type { Ink, Shapes } from './shapes'
import { firstState, textStart } from './state'
import type { Font, State, TextPlace } from './state'

/** What the painting asks of the library. */
export interface Library {
  /** The numbers of the operators by their names. */
  codes: Readonly<Record<string, number>>
  fontOf: (id: string) => Font | undefined
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
    return this.layers.every(Boolean)
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

  /** Cuts off what is outside a box of the page; all, where there is none. */
  cutOnPage(box: Box | undefined): void {
    this.state.clip = box ? common(this.state.clip, box) : nowhere
  }

  ink(colour: string, opacity: number): Ink {
    const { clip, isBlended } = this.state
    return { colour, opacity, isBlended, clip: common(clip, this.page), order: this.order() }
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
