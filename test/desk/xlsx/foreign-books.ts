/** The clean report in workbooks that are not ours. */
import { Workbook } from '@cj-tech-master/excelts'
import type { Worksheet } from '@cj-tech-master/excelts'
import { readSheets } from '../../../src/intake'
import type { Reading } from '../../../src/intake'
import { documentOf } from '../../../src/document'
import type { Document } from '../../../src/document'
import { gridOf, readXlsx } from '../../../src/desk/xlsx/contents'
import { clean } from '../../intake/sources'

export const document = documentOf(clean)

type Table = Extract<Document['blocks'][number], { kind: 'table' }>

/** A table as a person copies it into a sheet: merged headers, figures as numbers. Gives the next free row. */
export function addTable(tab: Worksheet, { cells, rows }: Table, from: number): number {
  for (const { row, column, rowSpan, columnSpan, text, role } of cells) {
    const at = tab.getCell(from + row, column + 1)
    at.value = role === 'figure' && /^\d+$/.test(text) ? Number(text) : text
    if (rowSpan * columnSpan > 1) {
      tab.mergeCells(from + row, column + 1, from + row + rowSpan - 1, column + columnSpan)
    }
  }
  return from + rows
}

export function addElements(tab: Worksheet, elements: Document['blocks'], from: number): void {
  elements.reduce((row, element) => {
    if (element.kind === 'table') return addTable(tab, element, row)
    tab.getCell(row, 1).value =
      element.kind === 'heading' ? element.text : element.runs.map(({ text }) => text).join('')
    return row + 1
  }, from)
}

/** The clean report in one sheet of a workbook that is not ours, changed by hand. */
export async function inOneSheet(
  change: (tab: Worksheet, workbook: Workbook) => void = () => undefined,
): Promise<Reading> {
  const workbook = new Workbook()
  const tab = workbook.addWorksheet('Sheet1')
  tab.getCell('A1').value = document.title.join('')
  addElements(tab, document.blocks, 3)
  change(tab, workbook)
  return readBack(workbook)
}

export async function readBack(workbook: Workbook): Promise<Reading> {
  const contents = readXlsx(await workbook.xlsx.writeBuffer())
  if (contents.kind !== 'foreign') throw new Error('the workbook counts as ours')
  return readSheets(contents.tabs.map(gridOf))
}

/** Where a text stands in a sheet. */
export function placeOf(tab: Worksheet, text: string): { row: number; column: number } {
  for (let row = 1; row <= 100; row += 1) {
    for (let column = 1; column <= 20; column += 1) if (tab.getCell(row, column).text === text) return { row, column }
  }
  throw new Error(`${text} is not there`)
}
