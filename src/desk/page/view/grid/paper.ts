/** What of a tab of the form stands on paper: neither guidance, nor the check of table 3, nor colours of the screen. Pure. */
import { balanceFormat } from '../../../../words/balance'
import { HINT_COLOUR, LABEL_COLOUR, MACHINE_COLOUR, rangeNames } from '../../../../workbook'
import { cellAt } from '../../../book/cells'
import type { Book, Cell, CellStyle, Sheet } from '../../../book/model'

/** The list of findings and the log say something by their colours; people's own tabs are printed as they are. */
const others: ReadonlySet<string> = new Set([rangeNames.findings, rangeNames.log, rangeNames.guide])
const ofForm: ReadonlySet<string> = new Set(Object.values(rangeNames).filter((name) => !others.has(name)))

export const isOfForm = ({ names }: Pick<Book, 'names'>, { id }: Sheet): boolean =>
  names.some(({ name, sheet }) => sheet === id && ofForm.has(name))

/** A book has its colours in small letters. */
const isColour = (colour: string | undefined, of: string): boolean => colour?.toLowerCase() === of.toLowerCase()
const isGuidance = ({ style }: Cell): boolean => isColour(style?.fontColor, HINT_COLOUR)
const isCheck = ({ style }: Cell): boolean => style?.numberFormat === balanceFormat
/** What is said to the person who fills in, by us or by a command. */
const isAdvice = (cell: Cell): boolean => isGuidance(cell) || isColour(cell.style?.background, MACHINE_COLOUR)
const isLabel = ({ style }: Cell): boolean => isColour(style?.background, LABEL_COLOUR)
const isBare = ({ value, style }: Cell): boolean => value === undefined && style?.background === undefined

/** The check stands in the row, or advice and nothing beside it but its label. */
export function isRowForScreen(sheet: Sheet, row: number, columns: number): boolean {
  const cells = Array.from({ length: columns }, (_, at) => cellAt(sheet, row, at + 1)).filter(
    (cell) => cell !== undefined,
  )
  if (cells.some(isCheck)) return true
  return cells.some(isAdvice) && cells.every((cell) => isAdvice(cell) || isLabel(cell) || isBare(cell))
}

function paperStyle({ background, fontColor, ...style }: CellStyle): CellStyle {
  void background
  void fontColor
  return style
}

/** The cell in black and white; guidance beside an entry is left out. */
export function onPaper(cell: Cell | undefined): Cell | undefined {
  if (!cell || isGuidance(cell)) return undefined
  return cell.style ? { ...cell, style: paperStyle(cell.style) } : cell
}
