import type { TableId } from '../../form'
import { isFigureText } from '../figure-text'
import { keyOf } from '../key'
import { columnNames, isHeaderText } from '../rows-of-form'
import { middleOf } from './box'
import { WIDE_GAP } from './layout-text'
import { piecesOf, textOf, type Line } from './text-lines'

/** Names stand nearer to each other than figures do, in sizes. */
const NAME_GAP = 0.3

const placeOf = (text: string, table: TableId): number => {
  const key = keyOf(text)
  return columnNames[table].findIndex((spellings) => spellings.some((one) => keyOf(one) === key))
}

/** Where the columns of a row of figures begin and end: in the middle between two of them. */
function edgesOf(row: Line, em: number, count: number): number[] | undefined {
  const pieces = piecesOf(row, em, WIDE_GAP).slice(-count)
  const middles = pieces.filter(({ glyphs }) => isFigureText(textOf(glyphs).trim())).map((piece) => middleOf(piece).x)
  const [first = 0, second = 0] = middles
  if (middles.length < count) return undefined
  const between = middles.slice(1).map((middle, i) => (middle + (middles[i] ?? middle)) / 2)
  return [first - (second - first) / 2, ...between, Infinity]
}

/** A heading of several columns. */
const isGroup = (text: string, table: TableId): boolean => isHeaderText(text) && placeOf(text, table) < 0

/** What stands above each column, from top to bottom. */
function textsAbove(above: readonly Line[], edges: readonly number[], em: number, table: TableId): string[] {
  const texts = edges.slice(1).map(() => '')
  for (const piece of above.flatMap((line) => piecesOf(line, em, NAME_GAP))) {
    const { x } = middleOf(piece)
    const column = edges.findIndex((edge) => edge > x) - 1
    const text = textOf(piece.glyphs)
    if (column >= 0 && !isGroup(text, table)) texts[column] += text
  }
  return texts
}

/**
 * The names above the columns of a table without lines, broken over lines as they are; undefined where not all of them
 * are the form's, or where they stand in its order, which is taken for granted. `rows`: of figures, of which one at least
 * has all of its columns apart.
 */
export function otherNames(
  above: readonly Line[],
  rows: readonly Line[],
  em: number,
  table: TableId,
): string[] | undefined {
  const edges = rows.map((row) => edgesOf(row, em, columnNames[table].length)).find(Boolean)
  const names = edges ? textsAbove(above, edges, em, table) : []
  const places = names.map((name) => placeOf(name, table))
  const isOther = places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))
  return isOther && new Set(places).size === places.length && !places.includes(-1) ? names : undefined
}
