/** Formulas with their references rewritten: for R1C1 notation, and when rows, columns or tabs change. */
import { columnLetters, formatReference, parseReference, quoteSheetName } from '../../../workbook'
import type { Corner, Position, Reference } from '../../../workbook'
import { mapTokens } from './tokens'

/** The formula with each reference replaced by what `move` gives; null makes it `#REF!`. */
export function mapReferences(formula: string, move: (reference: Reference) => Reference | null): string {
  return mapTokens(formula, 'reference', (text) => {
    const reference = parseReference(text)
    if (!reference) return text
    const moved = move(reference)
    if (moved === reference) return text
    return moved ? formatReference(moved) : '#REF!'
  })
}

function step(letter: 'R' | 'C', value: number | null, isFixed: boolean, from: number): string {
  if (value === null) return ''
  if (isFixed) return `${letter}${value}`
  return `${letter}[${value - from}]`
}

function cornerToR1C1(corner: Corner, from: Position): string {
  return step('R', corner.row, corner.fixedRow, from.row) + step('C', corner.column, corner.fixedColumn, from.column)
}

/** `=SUM(B2:C2)` in A2 is `=SUM(R[0]C[1]:R[0]C[2])`, as Google writes it. */
export function toR1C1(formula: string, from: Position): string {
  return mapTokens(formula, 'reference', (text) => {
    const reference = parseReference(text)
    if (!reference) return text
    const ends = [reference.first, reference.last].flatMap((end) => (end ? [cornerToR1C1(end, from)] : []))
    const sheet = reference.sheet === null ? '' : `${quoteSheetName(reference.sheet)}!`
    return sheet + ends.join(':')
  })
}

const r1c1 =
  /("(?:[^"]|"")*"|'(?:[^']|'')+'!)|(?<![\p{L}\p{N}_.])R(\[-?[0-9]+\]|[0-9]+)?C(\[-?[0-9]+\]|[0-9]+)?(?![\p{L}\p{N}_.(])/giu

function absolute(part: string | undefined, from: number): number {
  if (part === undefined) return from
  return part.startsWith('[') ? from + Number(part.slice(1, -1)) : Number(part)
}

/** A formula in R1C1 notation, as the cell `from` reads it. A reference beyond the edge of the tab becomes `#REF!`. */
export function fromR1C1(formula: string, from: Position): string {
  return formula.replace(r1c1, (text: string, kept?: string, rowPart?: string, columnPart?: string) => {
    if (kept !== undefined) return text
    const row = absolute(rowPart, from.row)
    const column = absolute(columnPart, from.column)
    if (row < 1 || column < 1) return '#REF!'
    const dollar = (part?: string) => (part !== undefined && !part.startsWith('[') ? '$' : '')
    return `${dollar(columnPart)}${columnLetters(column)}${dollar(rowPart)}${row}`
  })
}

/** Copies a formula written for `from` to `to`: relative references move along. */
export function shiftFormula(formula: string, from: Position, to: Position): string {
  return fromR1C1(toR1C1(formula, from), to)
}
