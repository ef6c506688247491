import type { DoubtReason } from '../../words/drawn'
import { isFigureText } from '../figure-text'
import { around, holds, middleOf, overlap, widthOf, type Box } from './box'
import { inkIn, marksOf, type PageMarks } from './cell-ink'
import { doubtOf } from './doubts'
import { oddlySized } from './figure-sizes'
import { hasDigit } from './glyphs'
import { WIDE_GAP } from './layout-text'
import { crossingsOf } from './runs'
import type { SeenPage } from './seen'
import { piecesOf, textOf, type Line } from './text-lines'
import { outOfTurn } from './turns'
import type { Glyph } from './turn'

/** A piece of a line between wide gaps; where no lines are drawn it is what a cell holds. */
interface Piece {
  row: number
  column: number
  line: Line
  /** The piece with what stands close to it. */
  box: Box
  text: string
}

/** What speaks against the figures of a line: by its pieces, and what stands where no piece is. */
export interface LineDoubts {
  pieces: { text: string; doubt: DoubtReason | undefined }[]
  between: DoubtReason | undefined
}

/** In sizes: what stands no further from a piece belongs to it. */
const CLOSE = 0.5
/** A figure that goes on in the next line has it no further below, and so much of its width above it. */
const NEXT_LINE = 1.6
const BELOW_EACH_OTHER = 0.5

function piecesIn(line: Line, row: number, em: number): Piece[] {
  const apart = piecesOf(line, em, WIDE_GAP)
  return apart.map((piece, column): Piece => {
    const [before, after] = [apart[column - 1], apart[column + 1]]
    const left = Math.max(piece.left - CLOSE * em, before ? (before.right + piece.left) / 2 : -Infinity)
    const right = Math.min(piece.right + CLOSE * em, after ? (piece.right + after.left) / 2 : Infinity)
    const box = { left, right, top: line.top, bottom: line.bottom }
    return { row, column, line: piece, box, text: textOf(piece.glyphs) }
  })
}

/** The boxes between the pieces of a line, and before and after them. */
function gapsIn(pieces: readonly Piece[], { left, right }: Box, line: Line): Box[] {
  const edges = [left, ...pieces.flatMap(({ box }) => [box.left, box.right]), right]
  return edges.flatMap((from, i) => {
    const to = edges[i + 1] ?? from
    return i % 2 === 0 && to > from ? [{ left: from, right: to, top: line.top, bottom: line.bottom }] : []
  })
}

const areFigures = (pieces: readonly Piece[]): boolean =>
  pieces.length > 0 && pieces.every(({ text }) => isFigureText(text.trim()))

/** Figures of two lines that are nothing but figures, one right below the other: two numbers, or one that was broken. */
function stackedPieces(lines: readonly (readonly Piece[])[], em: number): Set<Piece> {
  const stacked = new Set<Piece>()
  lines.slice(1).forEach((below, i) => {
    if (!areFigures(below)) return
    for (const upper of lines[i] ?? []) {
      if (!hasDigit(upper.line.glyphs)) continue
      for (const lower of below) {
        const shared = overlap(upper.line.left, upper.line.right, lower.line.left, lower.line.right)
        const isNear = lower.line.base - upper.line.base < NEXT_LINE * em
        if (!isNear || shared < BELOW_EACH_OTHER * Math.min(widthOf(upper.line), widthOf(lower.line))) continue
        stacked.add(upper)
        stacked.add(lower)
      }
    }
  })
  return stacked
}

function sidewaysIn(box: Box, sideways: readonly Glyph[]): Glyph[] {
  return sideways.filter((glyph) => {
    const { x, y } = middleOf(glyph)
    return holds(box, x, y)
  })
}

const nothing = { isBroken: false, isCrossed: false, isCut: false, isOddlySized: false, isOutOfTurn: false }

function betweenPieces(pieces: readonly Piece[], all: Box, line: Line, page: SeenPage, marks: PageMarks) {
  for (const gap of gapsIn(pieces, all, line)) {
    const placed = { ...nothing, glyphs: [], sideways: sidewaysIn(gap, page.sideways) }
    const doubt = doubtOf(inkIn(gap, placed, marks))
    if (doubt) return doubt
  }
  return undefined
}

/** What speaks against the figures in lines of one page that are a table without any line drawn. */
export function looseDoubts(lines: readonly Line[], page: SeenPage, em: number): LineDoubts[] {
  const byLine = lines.map((line, row) => piecesIn(line, row, em))
  const pieces = byLine.flat()
  const owners = new Map(pieces.flatMap((piece) => piece.line.glyphs.map((glyph) => [glyph, piece] as const)))
  const { cut } = crossingsOf(page.glyphs, page.unseen, (glyph) => owners.get(glyph))
  const filled = pieces.map((piece) => ({ cell: piece, glyphs: piece.line.glyphs }))
  const late = outOfTurn(filled, page.glyphs)
  const figures = pieces.filter(({ line, text }) => hasDigit(line.glyphs) && isFigureText(text.trim()))
  const odd = oddlySized(figures.map(({ box, row, line }) => ({ cell: box, row, glyphs: line.glyphs })))
  const stacked = stackedPieces(byLine, em)
  const marks = marksOf(page, em)
  const doubtIn = (piece: Piece) => {
    const { box, line } = piece
    const flags = { isCut: cut.has(piece), isOddlySized: odd.has(box), isOutOfTurn: late.has(piece) }
    const placed = { ...nothing, ...flags, glyphs: line.glyphs, sideways: sidewaysIn(box, page.sideways) }
    return doubtOf(inkIn(box, placed, marks)) ?? (stacked.has(piece) ? 'stacked' : undefined)
  }
  const all = around(lines)
  return byLine.map((own, row) => ({
    pieces: own.map((piece) => ({ text: piece.text, doubt: doubtIn(piece) })),
    between: betweenPieces(own, all, lines[row] as Line, page, marks),
  }))
}
