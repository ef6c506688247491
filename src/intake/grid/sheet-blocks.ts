import { intakeWords as words } from '../../words/intake'
import { filled, type Block } from '../blocks'
import { sourceFinding } from '../findings'
import { keyOf } from '../key'
import { readPublished, type Reading } from '../published'
import { labelledRows } from '../rows-of-form'
import { outlineOf } from '../sections'

/** A sheet of a workbook that is not ours: its rows from the first on, as shown, blanks where a merge covers. */
export interface SheetGrid {
  name: string
  isHidden: boolean
  rows: string[][]
}

const isLabel = (text: string): boolean => labelledRows.table2.has(keyOf(text)) || labelledRows.table3.has(keyOf(text))

const paragraph = (text: string, place: string): Block => ({ text, cells: [text], place })

/** A lone text that labels no row of the form is a paragraph, or several; a row without any text is none. */
function rowBlocks(row: readonly string[], place: string, table: number): Block[] {
  const cells = row.map((cell) => cell.trim())
  const block = { text: cells.join('\t').trim(), cells: cells.length > 1 ? cells : [...cells, ''], place, table }
  const [only = '', ...others] = filled(block)
  if (others.length === 0 && !isLabel(only)) {
    const lines = only.split(/[\r\n]+/).map((line) => line.trim())
    return lines.filter((line) => line !== '').map((line) => paragraph(line, place))
  }
  return [block]
}

/** A tab may be named as the section it holds. */
function nameBlocks(name: string): Block[] {
  const block = paragraph(name, words.sheet(name))
  return outlineOf([block]).sections.some(({ titles }) => titles.length > 0) ? [block] : []
}

function sheetBlocks({ name, rows }: SheetGrid, index: number): Block[] {
  const blocks = rows.flatMap((row, i) => rowBlocks(row, words.sheetRow(name, i + 1), index + 1))
  const named = nameBlocks(name)
  const isTitled = named.length > 0 && blocks.some(({ text }) => keyOf(text) === keyOf(name))
  return isTitled ? blocks : [...named, ...blocks]
}

/** A published report out of the sheets of a workbook; hidden ones are told and not read. Throws an EmptySourceError. */
export function readSheets(sheets: readonly SheetGrid[]): Reading {
  const reading = readPublished(sheets.filter(({ isHidden }) => !isHidden).flatMap(sheetBlocks))
  const hidden = sheets.filter(({ isHidden, rows }) => isHidden && rows.some((row) => row.some((cell) => cell !== '')))
  if (hidden.length === 0) return reading
  const names = hidden.map(({ name }) => name)
  const finding = sourceFinding('READ.SHEET_HIDDEN', 'info', { message: words.sheetsHidden(names), rests: names })
  return { ...reading, findings: [...reading.findings, finding] }
}
