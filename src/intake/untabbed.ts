import type { TableId } from '../form'
import { numberOf, readFigure } from '../report'
import { isRow, type Block } from './blocks'
import { keyOf } from './key'
import { isDisputeHeader, labelledRows } from './rows-of-form'

const LABEL_PARTS = 4

const hasNumber = (parts: readonly string[]) => parts.some((part) => numberOf(readFigure(part)) !== null)

function isRowOf(table: TableId, parts: readonly string[]): boolean {
  if (table === 'table4') return parts.length > 1 && isDisputeHeader(parts)
  return parts.slice(0, LABEL_PARTS).some((part) => labelledRows[table].has(keyOf(part))) && hasNumber(parts)
}

/** The first line that looks like a row of the table but is one cell: blanks or bars stand where tabs should. */
export function untabbedRow(table: TableId, blocks: readonly Block[]): Block | undefined {
  return blocks.find((block) => {
    if (isRow(block)) return false
    return isRowOf(
      table,
      block.text.split(/[|｜\s]+/).filter((part) => part !== ''),
    )
  })
}
