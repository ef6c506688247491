import type { Cell as FileCell, Style, Worksheet } from '@cj-tech-master/excelts'
import { cellKey } from '../book'
import type { Cell, CellStyle } from '../book'
import { fromFileLink } from './links'
import { fromFileStyle, isOpen } from './styles'
import { DEFAULT_HEIGHT, heightOf } from './units'
import { plainValue } from './values'

type FileModel = Worksheet['model']
type FileRow = NonNullable<FileModel['rows']>[number]

export interface LockState {
  row: number
  column: number
  locked: boolean
}

/** What stands in the rows of a sheet. */
export interface Lines {
  cells: Record<string, Cell>
  /** Empty where the sheet is not protected. */
  locks: LockState[]
  rowHeights: Record<number, number>
  hiddenRows: number[]
}

/** The workbook that a sheet is of. */
export interface Origin {
  /** Ids of the tabs by name. */
  ids: ReadonlyMap<string, number>
}

/** How rows are read. */
export interface LineReader extends Origin {
  isProtected: boolean
  lookOf: (style: Partial<Style>) => CellStyle
  /** The text that the model keeps. */
  own: (text: string) => string
}

export const emptyLines = (): Lines => ({ cells: {}, locks: [], rowHeights: {}, hiddenRows: [] })

/** The reader for a sheet that the library holds as a whole. */
export const wholeReader = (model: FileModel, origin: Origin): LineReader => ({
  ...origin,
  isProtected: model.sheetProtection?.sheet === true,
  lookOf: fromFileStyle,
  own: (text) => text,
})

function readCell(cell: FileCell, { ids, lookOf, own }: LineReader): Cell {
  const isFirst = !cell.isMerged || cell.master.address === cell.address
  const value = isFirst ? plainValue(cell.value) : undefined
  const formula = isFirst ? cell.formula : undefined
  const style = lookOf(cell.style)
  // Put together field by field: a cell of spread objects takes twice the memory.
  const read: Cell = {}
  if (value !== undefined) read.value = typeof value === 'string' ? own(value) : value
  if (formula) read.formula = own(fromFileLink(`=${formula}`, ids))
  if (Object.keys(style).length > 0) read.style = style
  return read
}

function readRow({ number, height, customHeight, hidden }: FileRow, { rowHeights, hiddenRows }: Lines): void {
  const pixels = customHeight ? heightOf(height ?? 0) : 0
  if (pixels > 0 && pixels !== DEFAULT_HEIGHT) rowHeights[number] = pixels
  if (hidden) hiddenRows.push(number)
}

/** Adds the rows of a worksheet of the file to `lines`. */
export function readLines(source: Worksheet, rows: readonly FileRow[], reader: LineReader, lines: Lines): Lines {
  for (const row of rows) {
    readRow(row, lines)
    for (const { address } of row.cells) {
      const fileCell = source.getCell(address)
      const at = { row: fileCell.row, column: fileCell.col }
      const cell = readCell(fileCell, reader)
      if (Object.keys(cell).length > 0) lines.cells[cellKey(at.row, at.column)] = cell
      if (reader.isProtected) lines.locks.push({ ...at, locked: !isOpen(fileCell.style) })
    }
  }
  return lines
}
