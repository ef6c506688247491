import { median, type Box } from './box'
import { meant } from './characters'
import type { DrawnBox, DrawnGlyph, DrawnLine, DrawnPage, DrawnShade } from './page'

/** A glyph by the box that it stands in. */
export interface Glyph extends Box {
  text: string
  base: number
  size: number
  colour: string
  opacity: number
  order: number
  isStacked: boolean
  isUnknown: boolean
  isUnpainted: boolean
  isPartSeen: boolean
}

/** A page turned so that most of its text stands upright. */
export interface Page {
  number: number
  width: number
  height: number
  /** In the order in which they were painted. */
  glyphs: Glyph[]
  /** Text at a right angle to the others. */
  sideways: Glyph[]
  /** Text at any other angle: watermarks and stamps. */
  slanted: Glyph[]
  lines: DrawnLine[]
  shades: DrawnShade[]
  pictures: DrawnBox[]
}

type Turn = 0 | 90 | 180 | 270
const MOST_OFF = 3
/** How far a Chinese character reaches below and above its base line, in sizes. */
const BELOW = 0.12
const ABOVE = 0.88

/** The right angle that an angle is; undefined for a slanted one. */
function rightAngle(angle: number): Turn | undefined {
  const nearest = (((Math.round(angle / 90) * 90) % 360) + 360) % 360
  const off = Math.abs(((angle - nearest + 540) % 360) - 180)
  return off <= MOST_OFF ? (nearest as Turn) : undefined
}

function mainTurn(glyphs: readonly DrawnGlyph[]): Turn {
  const counts = new Map<Turn, number>()
  for (const { angle, text, isUnpainted } of glyphs) {
    const turn = rightAngle(angle)
    if (turn !== undefined && !isUnpainted && text.trim() !== '') counts.set(turn, (counts.get(turn) ?? 0) + 1)
  }
  return [...counts].reduce<readonly [Turn, number]>((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

type Move = (x: number, y: number) => { x: number; y: number }

function moveFor(turn: Turn, width: number, height: number): Move {
  if (turn === 90) return (x, y) => ({ x: y, y: width - x })
  if (turn === 180) return (x, y) => ({ x: width - x, y: height - y })
  if (turn === 270) return (x, y) => ({ x: height - y, y: x })
  return (x, y) => ({ x, y })
}

function turnedBox(box: Box, move: Move): Box {
  const a = move(box.left, box.top)
  const b = move(box.right, box.bottom)
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  }
}

function boxed(glyph: DrawnGlyph, move: Move): Glyph {
  const { text, size, advance, colour, opacity, order, isStacked, isUnknown, isUnpainted, isPartSeen } = glyph
  const { x, y } = move(glyph.x, glyph.y)
  const own = { text: meant(text), size, colour, opacity, order, isStacked, isUnknown, isUnpainted, isPartSeen }
  if (isStacked) {
    const base = y + ABOVE * size
    return { ...own, base, left: x - size / 2, right: x + size / 2, top: y, bottom: y + size }
  }
  return { ...own, base: y, left: x, right: x + advance, top: y - ABOVE * size, bottom: y + BELOW * size }
}

/** Sideways text by the box in which it is seen. */
function sidewaysBox(glyph: DrawnGlyph, angle: Turn, move: Move): Glyph {
  const { x, y } = move(glyph.x, glyph.y)
  const upright = boxed(glyph, () => ({ x: 0, y: 0 }))
  const back = moveBack(angle)
  const seen = turnedBox(upright, back)
  return {
    ...upright,
    left: x + seen.left,
    right: x + seen.right,
    top: y + seen.top,
    bottom: y + seen.bottom,
    base: y,
  }
}

/** From text at an angle to how it is seen, around its beginning. */
function moveBack(angle: Turn): Move {
  if (angle === 90) return (x, y) => ({ x: -y, y: x })
  if (angle === 180) return (x, y) => ({ x: -x, y: -y })
  if (angle === 270) return (x, y) => ({ x: y, y: -x })
  return (x, y) => ({ x, y })
}

/** By how many degrees the text of a page is off its right angle: a page that was laid askew. */
function skewOf(glyphs: readonly DrawnGlyph[], turn: Turn): number {
  const offs = glyphs.flatMap(({ angle, text, isUnpainted }) =>
    !isUnpainted && text.trim() !== '' && rightAngle(angle) === turn ? [((angle - turn + 540) % 360) - 180] : [],
  )
  return median(offs)
}

/** Less is no skew. */
const LEAST_SKEW = 0.05

/** A page that lies askew, laid straight. */
function straight(page: DrawnPage): DrawnPage {
  const skew = skewOf(page.glyphs, mainTurn(page.glyphs))
  if (Math.abs(skew) < LEAST_SKEW) return page
  const [cos, sin] = [Math.cos((-skew * Math.PI) / 180), Math.sin((-skew * Math.PI) / 180)]
  const move: Move = (x, y) => ({ x: x * cos - y * sin, y: x * sin + y * cos })
  const straightLine = (line: DrawnLine): DrawnLine => {
    const { left, right, top, bottom, isRising } = line
    const [a, b] = isRising ? [move(left, bottom), move(right, top)] : [move(left, top), move(right, bottom)]
    const box = turnedBox({ left: a.x, top: a.y, right: b.x, bottom: b.y }, (x, y) => ({ x, y }))
    return { ...line, ...box, isRising: a.x < b.x !== a.y < b.y }
  }
  return {
    ...page,
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, ...move(glyph.x, glyph.y), angle: glyph.angle - skew })),
    lines: page.lines.map(straightLine),
    shades: page.shades.map((shade) => ({ ...shade, ...turnedBox(shade, move) })),
    pictures: page.pictures.map((picture) => ({ ...picture, ...turnedBox(picture, move) })),
  }
}

/** Turns a page by a multiple of 90° to the way most of its text runs. */
export function turned(drawn: DrawnPage): Page {
  const page = straight(drawn)
  const turn = mainTurn(page.glyphs)
  const { width, height } = page
  const move = moveFor(turn, width, height)
  const isAcross = turn === 90 || turn === 270
  const [glyphs, sideways, slanted]: [Glyph[], Glyph[], Glyph[]] = [[], [], []]
  for (const glyph of page.glyphs) {
    const angle = rightAngle(glyph.angle)
    if (angle === undefined) slanted.push(boxed(glyph, move))
    else if (angle === turn) glyphs.push(boxed(glyph, move))
    else sideways.push(sidewaysBox(glyph, ((angle - turn + 360) % 360) as Turn, move))
  }
  return {
    number: page.number,
    width: isAcross ? height : width,
    height: isAcross ? width : height,
    glyphs,
    sideways,
    slanted,
    lines: page.lines.map((line) => ({
      ...line,
      ...turnedBox(line, move),
      isRising: isAcross ? !line.isRising : line.isRising,
    })),
    shades: page.shades.map((shade) => ({ ...shade, ...turnedBox(shade, move) })),
    pictures: page.pictures.map((picture) => ({ ...picture, ...turnedBox(picture, move) })),
  }
}
