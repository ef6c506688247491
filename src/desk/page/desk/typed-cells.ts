/** The single cells of an edit. */
import { cellKey } from '../../book/cells'
import type { Overwrote, Scalar, SheetPosition } from '../../protocol'
import type { TypedBlock, TypedEdit } from '../view/view'

/** What the edit has for the cell; undefined: nothing. */
export function typedAt({ blocks }: Pick<TypedEdit, 'blocks'>, place: SheetPosition): Scalar | null | undefined {
  const { sheet, row, column } = place
  for (const block of blocks) {
    const typed = block.sheet === sheet ? block.values[row - block.row]?.[column - block.column] : undefined
    if (typed !== undefined) return typed
  }
  return undefined
}

export const countOf = ({ blocks }: Pick<TypedEdit, 'blocks'>): number =>
  blocks.reduce((sum, { values }) => sum + values.flat().length, 0)

/** The edit with texts that hold what others have changed in other paragraphs. */
export function withTexts(edit: TypedEdit, cells: readonly Overwrote[]): TypedEdit {
  const bothAt = (sheet: number, row: number, column: number) =>
    cells.find((cell) => cell.sheet === sheet && cell.row === row && cell.column === column)?.both
  const blocks = edit.blocks.map((block) => ({
    ...block,
    values: block.values.map((line, down) =>
      line.map((value, across) => bothAt(block.sheet, block.row + down, block.column + across) ?? value),
    ),
  }))
  return { ...edit, blocks }
}

/** Cells of one line, side by side. */
interface Stretch {
  column: number
  values: (Scalar | null)[]
}

function stretchesOf(line: readonly (Scalar | null)[], column: number, isLeft: (at: number) => boolean): Stretch[] {
  const stretches: Stretch[] = []
  line.forEach((value, across) => {
    const at = column + across
    const last = stretches[stretches.length - 1]
    if (isLeft(at)) return
    if (last && last.column + last.values.length === at) last.values.push(value)
    else stretches.push({ column: at, values: [value] })
  })
  return stretches
}

/** Rows of equal extent become one block, so that the request has few. */
function joined(blocks: readonly TypedBlock[]): TypedBlock[] {
  const whole: TypedBlock[] = []
  for (const block of blocks) {
    const above = whole.find(
      ({ row, column, values }) =>
        column === block.column && row + values.length === block.row && values[0]?.length === block.values[0]?.length,
    )
    if (above) above.values.push(...block.values)
    else whole.push(block)
  }
  return whole
}

/** The blocks of the edit without some of its cells. */
export function withoutCells({ blocks }: TypedEdit, cells: readonly SheetPosition[]): TypedBlock[] {
  const left = new Set(cells.map(({ sheet, row, column }) => `${sheet}!${cellKey(row, column)}`))
  return blocks.flatMap(({ sheet, row, column, values }) =>
    joined(
      values.flatMap((line, down) =>
        stretchesOf(line, column, (at) => left.has(`${sheet}!${cellKey(row + down, at)}`)).map((stretch) => ({
          sheet,
          row: row + down,
          column: stretch.column,
          values: [stretch.values],
        })),
      ),
    ),
  )
}
