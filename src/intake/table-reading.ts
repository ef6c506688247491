import type { CellId, TableId } from '../form'
import { readFigure, type CellValue, type UnplacedRow } from '../report'
import type { Finding } from '../checks'
import { intakeWords as words } from '../words/intake'
import { tabNames } from '../words/tabs'
import type { Block } from './blocks'
import { isInWords } from './figure-text'
import { sourceFinding } from './findings'
import { doubtsIn, isDoubtful } from './doubt-findings'
import { markFindings } from './mark-findings'
import type { Placement } from './place-row'

/** A row that the source prints twice. */
interface RepeatedRow {
  label: string
  block: Block
  isSame: boolean
  cells: readonly CellId[]
}

/** What was read of one table. */
export interface TableReading {
  table: TableId
  /** Read from these lines, headers not counted. */
  used: Set<Block>
  figures: Record<CellId, CellValue>
  unplaced: UnplacedRow[]
  /** Rows of the form that were not found. */
  missing: { label: string; cells: readonly CellId[] }[]
  repeated: RepeatedRow[]
  /** Findings about its rows. */
  findings: Finding[]
  /** Rows placed by their order alone; `confirmOrder` drops those that make an identity fail. */
  byOrder: { row: { label: string; cells: readonly CellId[] }; block: Block; finding: Finding }[]
  /** The first line it was read from. */
  first?: Block
}

export const emptyReading = (table: TableId): TableReading => ({
  table,
  used: new Set(),
  figures: {},
  unplaced: [],
  missing: [],
  repeated: [],
  findings: [],
  byOrder: [],
})

/** `READ.WORDS`: figures that the source has in words or with a unit; they are kept as written. */
function wordFinding(table: TableId, cells: readonly CellId[], inWords: readonly string[], block: Block): Finding {
  const message = words.inWords(tabNames[table], block.place, inWords)
  const rests = [...cells, ...inWords, block.place]
  return sourceFinding('READ.WORDS', 'info', { message, rests, quote: block.text })
}

/** Puts a row's figures into the reading; if their cells are uncertain, the cells stay blank and the row is unplaced. */
export function take(reading: TableReading, cells: readonly CellId[], placement: Placement, block: Block): void {
  const { table, figures, unplaced } = reading
  const isPlaced = placement.kind === 'placed'
  const doubts = doubtsIn(table, cells, placement, block)
  const isOpen = (cell: CellId) => doubts.some((doubt) => doubt.cell === cell)
  cells.forEach((cell, i) => {
    if (!isOpen(cell)) figures[cell] = isPlaced ? readFigure(placement.written[i] ?? '') : null
  })
  const inWords = placement.written.map((text) => text.trim()).filter((text) => text !== '' && isInWords(text))
  if (inWords.length > 0) reading.findings.push(wordFinding(table, cells, inWords, block))
  for (const finding of markFindings(table, cells, placement, block)) reading.findings.push(finding)
  for (const { finding } of doubts) reading.findings.push(finding)
  if (isPlaced) return
  const written = placement.written.map((text, i) => (isDoubtful(block, placement, i) ? '' : text.trim()))
  unplaced.push({ table, cells: [...cells], written, place: block.place })
}
