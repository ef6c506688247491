import { intakeWords as words } from '../../words/intake'
import { filled, plainCells, type Block } from '../blocks'
import { fileFinding } from '../file-findings'
import { keyOf } from '../key'
import { readPublished, type Reading } from '../published'
import { shownText } from '../marked-text'
import { isRowLabel } from '../rows-of-form'
import { outlineOf } from '../sections'

/**
 * A sheet of a workbook that is not ours: its rows from the first on, as shown, blanks where a merge covers. What is struck
 * out or hidden stands between the frames of `marked`.
 */
export interface SheetGrid {
  /** Blank for the rows of a file that has no sheets. */
  name: string
  isHidden: boolean
  rows: string[][]
}

const paragraph = (text: string, place: string): Block => ({ text, cells: [text], place })

/** The lines of a lone text, as paragraphs. What is left out of its row stands with the first. */
function paragraphs(text: string, { place, leftOut }: Block): Block[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  const blocks = lines.filter((line) => line !== '').map((line) => paragraph(line, place))
  return blocks.map((block, i) => (leftOut && i === 0 ? { ...block, leftOut } : block))
}

/**
 * A lone text that labels no row of the form is a paragraph, or several; a row without any text is none, unless
 * something is left out of it.
 */
function rowBlocks(row: readonly string[], place: string, table: number): Block[] {
  const { cells, leftOut } = plainCells(row.map((cell) => cell.trim()))
  const text = cells.join('\t').trim()
  const full = cells.length > 1 ? cells : [...cells, '']
  const block: Block = { text, cells: full, place, table, ...(leftOut && { leftOut }) }
  const [only, ...others] = filled(block)
  if (only === undefined) return leftOut ? [block] : []
  return others.length === 0 && !isRowLabel(only) ? paragraphs(only, block) : [block]
}

const filledIn = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '')

/** True for a row of a table; a label alone may be one whose figures are blank. */
function isTableRow(row: readonly string[]): boolean {
  const [only = '', ...others] = filledIn(row)
  return others.length > 0 || isRowLabel(shownText(only).trim())
}

/** The rows without the columns in which nothing stands. */
function closed(rows: readonly string[][]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const used = Array.from({ length: width }, (_, column) => rows.some((row) => (row[column] ?? '').trim() !== ''))
  return rows.map((row) => row.filter((_, column) => used[column]))
}

/**
 * Closes up each table by itself. Where tables share the columns of a sheet, a cell of one is spread over several columns
 * to suit the others, and only the first of them holds something.
 */
function withoutBlankColumns(rows: readonly string[][]): string[][] {
  const result: string[][] = []
  let run: string[][] = []
  const endRun = () => {
    for (const row of closed(run)) result.push(row)
    run = []
  }
  for (const row of rows) {
    if (isTableRow(row)) run.push(row)
    else {
      endRun()
      result.push(row)
    }
  }
  endRun()
  return result
}

/** A tab may be named as the section it holds. */
function nameBlocks(name: string): Block[] {
  const block = paragraph(name, words.sheet(name))
  return outlineOf([block]).sections.some(({ titles }) => titles.length > 0) ? [block] : []
}

function sheetBlocks({ name, rows }: SheetGrid, index: number): Block[] {
  const placeOf = (row: number) => (name === '' ? words.line(row) : words.sheetRow(name, row))
  const blocks = withoutBlankColumns(rows).flatMap((row, i) => rowBlocks(row, placeOf(i + 1), index + 1))
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
  const finding = fileFinding('READ.SHEET_HIDDEN', 'info', { message: words.sheetsHidden(names), rests: names })
  return { ...reading, findings: [...reading.findings, finding] }
}
