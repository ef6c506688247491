import { boxIn, matrixOf, numberOf } from './arguments'
import type { Arguments } from './arguments'
import { PATTERN } from './canvas'
import type { Canvas } from './canvas'
import { scaleOf } from './matrix'
import { subpathsOf } from './path'
import type { Subpath } from './path'
import { addBox, filled, stroked } from './shapes'
import { textStart } from './state'
import type { Blending, ShownGlyph } from './state'
import { paintText } from './text'

type Operator = (canvas: Canvas, args: Arguments) => void

const isColour = (value: unknown): value is string => typeof value === 'string' && value.startsWith('#')

const fillColour: Operator = ({ state }, [colour]) => {
  state.fill = isColour(colour) ? colour : PATTERN
  state.isFillSeen = true
}
const strokeColour: Operator = ({ state }, [colour]) => {
  state.stroke = isColour(colour) ? colour : PATTERN
  state.isStrokeSeen = true
}

const takeFont: Operator = ({ state, library }, [id, size]) => {
  state.font = library.fontOf(String(id))
  state.fontSize = Math.abs(numberOf(size))
  state.direction = numberOf(size) < 0 ? -1 : 1
}

const blendingOf = (mode: string): Blending =>
  mode === 'source-over' || mode === 'normal' ? 'none' : mode === 'multiply' || mode === 'darken' ? 'darker' : 'other'

/** Settings that a page takes by name, all at once. */
const settings: Readonly<Record<string, (canvas: Canvas, value: unknown) => void>> = {
  ca: ({ state }, value) => void (state.fillOpacity = numberOf(value)),
  CA: ({ state }, value) => void (state.strokeOpacity = numberOf(value)),
  LW: ({ state }, value) => void (state.lineWidth = numberOf(value)),
  SMask: ({ state }, value) => void (state.isMasked = value === true),
  BM: ({ state }, value) => void (state.blending = blendingOf(String(value))),
  Font: (canvas, value) => Array.isArray(value) && takeFont(canvas, value),
}

function moveText({ text }: Canvas, x: number, y: number): void {
  text.lineX += x
  text.lineY += y
  text.x = text.lineX
  text.y = text.lineY
}

const showText: Operator = (canvas, [shown]) => {
  for (const glyph of paintText((shown ?? []) as (ShownGlyph | number)[], canvas)) {
    if (!canvas.isShown) glyph.isUnpainted = true
    canvas.glyphs.push(glyph)
  }
}

function paintPath(canvas: Canvas, kind: number, subpaths: readonly Subpath[]): void {
  const { state, shapes, library } = canvas
  const { fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = library.codes
  const { stroke, closeStroke } = library.codes
  const both = [fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke]
  const isFilled = [fill, eoFill, ...both].includes(kind) && state.fillOpacity > 0 && state.isFillSeen
  const isStroked = [stroke, closeStroke, ...both].includes(kind) && state.strokeOpacity > 0 && state.isStrokeSeen
  if (isFilled) filled(subpaths, canvas.ink(state.fill, state.fillOpacity), shapes)
  if (isStroked) {
    stroked(subpaths, state.lineWidth * scaleOf(state.matrix), canvas.ink(state.stroke, state.strokeOpacity), shapes)
  }
}

const path: Operator = (canvas, [kind, data]) => {
  const [given] = (data ?? []) as [ArrayLike<number> | null | undefined]
  const subpaths = given ? subpathsOf(given, canvas.state.matrix) : []
  if (canvas.isShown) paintPath(canvas, Number(kind), subpaths)
  if (!canvas.isClipping) return
  canvas.isClipping = false
  canvas.cutOnPage(subpaths.filter(({ points }) => points.length > 1))
}

const save: Operator = (canvas) => canvas.save()
const restore: Operator = (canvas) => canvas.restore()
const picture: Operator = (canvas) => canvas.picture()
const clip: Operator = (canvas) => void (canvas.isClipping = true)
const beginGroup: Operator = (canvas, [given]) => {
  const { matrix, bbox, smask } = (given ?? {}) as { matrix?: unknown; bbox?: unknown; smask?: unknown }
  canvas.beginGroup(matrixOf(matrix), boxIn(bbox), Boolean(smask))
}
const beginContent: Operator = ({ layers, library }, [tag, layer]) =>
  void layers.push(tag !== 'OC' || library.isLayerShown(layer))

/** What each operator does, by the library's name for it; the others change nothing that is read. */
export const operators: Readonly<Record<string, Operator>> = {
  save,
  restore,
  beginGroup,
  endGroup: restore,
  transform: (canvas, args) => canvas.transform(matrixOf(args)),
  paintFormXObjectBegin: (canvas, [matrix, box]) => {
    canvas.save()
    canvas.transform(matrixOf(matrix))
    canvas.cut(boxIn(box))
  },
  paintFormXObjectEnd: restore,
  beginAnnotation: (canvas, [, box, outer, inner]) => {
    canvas.save()
    canvas.startAnew()
    canvas.cut(boxIn(box))
    canvas.transform(matrixOf(outer))
    canvas.transform(matrixOf(inner))
  },
  endAnnotation: restore,
  setLineWidth: ({ state }, [width]) => void (state.lineWidth = numberOf(width)),
  setGState: (canvas, [given]) => {
    for (const [key, value] of Array.isArray(given) ? (given as [string, unknown][]) : []) {
      settings[key]?.(canvas, value)
    }
  },
  setFillRGBColor: fillColour,
  setFillGray: fillColour,
  setFillCMYKColor: fillColour,
  setFillColor: fillColour,
  setFillColorN: fillColour,
  setFillTransparent: ({ state }) => void (state.isFillSeen = false),
  setStrokeRGBColor: strokeColour,
  setStrokeGray: strokeColour,
  setStrokeCMYKColor: strokeColour,
  setStrokeColor: strokeColour,
  setStrokeColorN: strokeColour,
  setStrokeTransparent: ({ state }) => void (state.isStrokeSeen = false),
  beginMarkedContent: beginContent,
  beginMarkedContentProps: beginContent,
  endMarkedContent: ({ layers }) => void layers.pop(),
  beginText: (canvas) => void (canvas.text = textStart()),
  setFont: takeFont,
  setCharSpacing: ({ state }, [value]) => void (state.characterSpacing = numberOf(value)),
  setWordSpacing: ({ state }, [value]) => void (state.wordSpacing = numberOf(value)),
  setHScale: ({ state }, [value]) => void (state.stretch = numberOf(value) / 100),
  setLeading: ({ state }, [value]) => void (state.leading = -numberOf(value)),
  setTextRise: ({ state }, [value]) => void (state.rise = numberOf(value)),
  setTextRenderingMode: ({ state }, [value]) => void (state.mode = numberOf(value)),
  setLeadingMoveText: (canvas, [x, y]) => {
    canvas.state.leading = numberOf(y)
    moveText(canvas, numberOf(x), numberOf(y))
  },
  moveText: (canvas, [x, y]) => moveText(canvas, numberOf(x), numberOf(y)),
  nextLine: (canvas) => moveText(canvas, 0, canvas.state.leading),
  setTextMatrix: (canvas, [matrix]) => void (canvas.text = textStart(matrixOf(matrix) ?? canvas.text.matrix)),
  showText,
  clip,
  eoClip: clip,
  constructPath: path,
  shadingFill: (canvas) => {
    if (canvas.isShown) addBox(canvas.page, canvas.ink(PATTERN, canvas.state.fillOpacity), canvas.shapes)
  },
  paintImageXObject: picture,
  paintInlineImageXObject: picture,
  paintImageMaskXObject: picture,
  paintImageXObjectRepeat: picture,
  paintImageMaskXObjectRepeat: picture,
  paintImageMaskXObjectGroup: picture,
  paintInlineImageXObjectGroup: picture,
  paintSolidColorImageMask: (canvas) => canvas.unitBox(),
}
