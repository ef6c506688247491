import type { Section, TableId } from '../../form'
import { isRow, type Block } from '../blocks'
import { isFigureText } from '../figure-text'
import { blocksOf } from '../grid/line-blocks'
import { keyOf } from '../key'
import { unframed } from '../marked-text'
import { isDisputeHeader, rowsOf } from '../rows-of-form'
import { outlineOf, type SourceSection } from '../sections'
import type { PageLine } from './page'

/** The line as a block, with what is hidden in it. Every line gives one, so that the two stay in step. */
export const wholeBlock = (line: PageLine): Block =>
  blocksOf([{ ...line, cells: line.cells.map(unframed) }])[0] ?? { text: '', cells: [''], place: '' }

const FEWEST_ROWS = 3
const LABEL_CELLS = 3

/** How many rows of a table stand among the lines, each with a figure. */
function rowsAmong(blocks: readonly Block[], table: 'table2' | 'table3'): number {
  const labels = blocks.flatMap(({ cells }) => {
    const hasFigure = cells.some((cell) => isFigureText(cell.trim()))
    return hasFigure ? cells.slice(0, LABEL_CELLS).map(keyOf) : []
  })
  const { byKey } = rowsOf['2021'][table]
  return new Set(labels.flatMap((key) => byKey.get(key) ?? [])).size
}

const hasTable = (blocks: readonly Block[], table: TableId): boolean =>
  table === 'table4' ? blocks.some(({ cells }) => isDisputeHeader(cells)) : rowsAmong(blocks, table) >= FEWEST_ROWS

const hasText = ({ titles, blocks }: SourceSection): boolean =>
  titles.length > 0 && blocks.some((block) => !isRow(block) && block.text !== '')

/** The sections of a report that stand among the lines with what they are there for: a text, or a table. */
export function sectionsAmong(lines: readonly PageLine[]): Set<Section> {
  const blocks = lines.map(wholeBlock)
  const rows = blocks.filter(isRow)
  const sections = outlineOf(blocks).sections.filter((one) => {
    const { content } = one.section
    return 'table' in content ? hasTable(rows, content.table) : hasText(one)
  })
  return new Set(sections.map(({ section }) => section))
}
