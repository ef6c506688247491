import type { TableId } from '../../form'
import { intakeWords } from '../../words/intake'
import type { DoubtReason } from '../../words/drawn'
import { isRow, type Block, type Doubt } from '../blocks'
import { textBlocks } from '../text-blocks'
import { asDoubt } from './doubts'
import { layoutText } from './layout-text'
import { otherNames } from './loose-names'
import { looseDoubts, type LineDoubts } from './loose-doubts'
import type { PlacedLine } from './paragraphs'
import type { SeenPage } from './seen'

/** A page by its number, with the size of its text. */
export type PageOf = (number: number) => { page: SeenPage; em: number } | undefined

const solid = (text: string): string => text.replace(/\s+/g, '')

/** The doubts of lines, each page's by themselves. */
function doubtsOf(lines: readonly PlacedLine[], pageOf: PageOf): Map<PlacedLine, LineDoubts> {
  const doubts = new Map<PlacedLine, LineDoubts>()
  for (const number of new Set(lines.map(({ page }) => page))) {
    const own = lines.filter(({ page }) => page === number)
    const found = pageOf(number)
    if (!found) continue
    const all = looseDoubts(
      own.map(({ line }) => line),
      found.page,
      found.em,
    )
    own.forEach((line, i) => {
      const one = all[i]
      if (one) doubts.set(line, one)
    })
  }
  return doubts
}

const firstDoubt = ({ pieces, between }: LineDoubts): DoubtReason | undefined =>
  between ?? pieces.find(({ doubt }) => doubt)?.doubt

/** The doubts of a row's cells by the pieces of its line; undefined where the cells are not the line's from its end on. */
function byPieces(cells: readonly string[], { pieces, between }: LineDoubts): Map<number, Doubt> | undefined {
  const found = new Map<number, Doubt>()
  const reasons = pieces.flatMap(({ text, doubt }) =>
    solid(text)
      .split('')
      .map(() => doubt),
  )
  const text = pieces.map((piece) => solid(piece.text)).join('')
  let end = text.length
  let isLost = false
  cells.forEach((_, i) => {
    const column = cells.length - 1 - i
    const cell = solid(cells[column] ?? '')
    isLost ||= !text.slice(0, end).endsWith(cell)
    // A label may be written otherwise than on the page; it has no digit to lose.
    if (isLost) return
    const doubt = reasons.slice(end - cell.length, end).find(Boolean) ?? between
    if (doubt) found.set(column, asDoubt(doubt))
    end -= cell.length
  })
  const isLabelAlone = cells.slice(0, -1).length > 0 && text.slice(0, end).search(/\d/) < 0
  return isLost && !isLabelAlone ? undefined : found
}

/** The doubts of a row: where its cells are not found in its line, all of them, if anything in the table is doubtful. */
function rowDoubts(block: Block, own: LineDoubts | undefined, any: DoubtReason | undefined): Block {
  const known = own && byPieces(block.cells, own)
  const all = new Map(any ? block.cells.map((_, i) => [i, asDoubt(any)]) : [])
  const doubts = known ?? all
  return doubts.size > 0 ? { ...block, doubts } : block
}

/** Rows with the names of their columns before them where these are in another order than the form's. */
function withNames(
  blocks: readonly Block[],
  lineOf: (block: Block) => PlacedLine | undefined,
  lines: readonly PlacedLine[],
  pageOf: PageOf,
): Block[] {
  let from = 0
  return blocks.flatMap((block, i): Block[] => {
    const row = lineOf(block)
    const table = TABLES[block.figures ?? 0]
    if (!row || !table) return [block]
    const at = lines.indexOf(row)
    const above = lines.slice(from, at).filter(({ page }) => page === row.page)
    from = at + 1
    const below = blocks.slice(i).flatMap((one) => (one.figures === block.figures ? (lineOf(one) ?? []) : []))
    const rows = below.filter(({ page }) => page === row.page).slice(0, MOST_ROWS)
    const names = otherNames(linesIn(above), linesIn(rows), pageOf(row.page)?.em ?? row.line.size, table)
    return names ? [{ text: names.join('\t'), cells: ['', ...names], place: block.place }, block] : [block]
  })
}

/** Of so many rows one has its figures apart. */
const MOST_ROWS = 10
const linesIn = (lines: readonly PlacedLine[]) => lines.map(({ line }) => line)

/** The tables of the form whose rows have names above each of their figures, by how many those are. */
const TABLES: Readonly<Record<number, TableId>> = { 3: 'table2', 7: 'table3' }

/** Lines below the title of a table's section, without a ruled table, as blocks; none where no row is among them. */
export function looseBlocks(title: string, lines: readonly PlacedLine[], pageOf: PageOf): Block[] {
  const text = layoutText(lines.map(({ line }) => line))
  const blocks = textBlocks(`${title}\n${text}`).slice(1)
  if (!blocks.some(isRow)) return []
  const doubts = doubtsOf(lines, pageOf)
  // The title is the first line.
  const byPlace = new Map(lines.map((line, i) => [intakeWords.line(i + 2), line] as const))
  const lineOf = (block: Block) => byPlace.get(block.place)
  const any = [...doubts.values()].map(firstDoubt).find(Boolean)
  const doubted = blocks.map((block) => {
    const line = lineOf(block)
    return isRow(block) ? rowDoubts(block, line && doubts.get(line), any) : block
  })
  return withNames(doubted, lineOf, lines, pageOf)
}
