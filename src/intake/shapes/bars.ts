import { isFigureText } from '../figure-text'

const BAR = /[|｜]/
const RULE = /^\s*:?-{2,}:?\s*$/
const LONGEST_ROW = 100_000

/** What mark-up leaves around the text of a cell. */
const bare = (cell: string): string =>
  cell
    .replace(/<br\s?\/?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .replaceAll('**', '')
    .replaceAll('\u0001', '|')
    .trim()

/** The cells of a row between bars; empty for the rule below a header, undefined for a line that is no such row. */
export function barCells(text: string): string[] | undefined {
  if (text.length > LONGEST_ROW || !BAR.test(text)) return undefined
  const trimmed = text.trim().replaceAll('\\|', '\u0001')
  const isFramed = BAR.test(trimmed.charAt(0))
  const cells = trimmed.split(BAR)
  if (isFramed) cells.shift()
  if (cells.length > 1 && cells[cells.length - 1]?.trim() === '' && isFramed) cells.pop()
  if (cells.every((cell) => RULE.test(cell))) return []
  const hasFigure = cells.some((cell) => isFigureText(cell.trim()))
  return isFramed || cells.length > 2 || hasFigure ? cells.map(bare) : undefined
}
