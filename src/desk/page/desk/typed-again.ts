/** Puts an earlier content back: what has to be typed so that the cell holds exactly that. */
import type { Cell, Scalar } from '../../book/model'
import type { SheetPosition } from '../../protocol'
import type { TypedBlock } from '../view/view'

const isDay = (format: string | undefined): boolean => format !== undefined && /[ymdhs]/i.test(format)

/** An apostrophe keeps a text a text, also one that stands for a number. */
export function typedAgain(content: Scalar | null, cell: Cell | undefined): Scalar | null {
  const format = cell?.style?.numberFormat
  if (typeof content !== 'string' || content === '') return content
  const isRead = content.startsWith('=') || format === '@' || isDay(format)
  return isRead ? content : `'${content}`
}

interface PlacedValue extends SheetPosition {
  value: Scalar | null
}

/** As few blocks as there are unbroken rows of cells. */
export function blocksOf(cells: readonly PlacedValue[]): TypedBlock[] {
  const sorted = [...cells].sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column)
  const blocks: TypedBlock[] = []
  for (const { sheet, row, column, value } of sorted) {
    const last = blocks[blocks.length - 1]
    const [line] = last?.values ?? []
    const isNext = last?.sheet === sheet && last.row === row && last.column + (line?.length ?? 0) === column
    if (isNext && line) line.push(value)
    else blocks.push({ sheet, row, column, values: [[value]] })
  }
  return blocks
}
