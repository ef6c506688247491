/** The tab on paper: all of its rows, its header on every page, nothing of the page around it. */
import { cellAt, cellKey } from '../../../book/cells'
import type { Sheet } from '../../../book/model'
import { h } from '../../ui/dom'
import { write } from './cell-look'
import { isRowForScreen, onPaper } from './paper'
import { Tab } from './tab'

/** A tab, and whether it is of the form: then only what belongs to the form stands on paper. */
export interface Printed {
  sheet: Sheet
  isOfForm: boolean
}

/** A4 with margins of 10 mm, in pixels of 1/96 inch. */
const SHORT = ((210 - 20) / 25.4) * 96
const LONG = ((297 - 20) / 25.4) * 96
/** The table's last rule stands beyond its columns: it would be cut off at the margin. */
const RULE = 2
/** A tab that is a little longer than a page goes on one. */
const A_BIT_MORE = 1.35

interface Page {
  tab: Tab
  isOfForm: boolean
}

function printedCell({ tab, isOfForm }: Page, row: number, column: number): HTMLTableCellElement | null {
  const { merges, sheet, form } = tab
  if (merges.isCovered(row, column) || tab.isColumnHidden(column)) return null
  const { rows, columns } = merges.areaAt({ row, column })
  const own = cellAt(sheet, row, column)
  const cell = isOfForm ? onPaper(own) : own
  const td = h('td')
  write(td, cell)
  if (cell?.style?.border) td.className = 'ruled'
  if (rows > 1) td.rowSpan = Math.min(rows, form.rows - row + 1)
  if (columns > 1) td.colSpan = Math.min(columns, form.columns - column + 1)
  return td
}

function printedRow(page: Page, row: number): HTMLTableRowElement {
  const { tab } = page
  const line = h('tr')
  line.style.height = `${tab.rows.sizeOf(row) / tab.zoom}px`
  for (let column = 1; column <= tab.form.columns; column++) {
    const td = printedCell(page, row, column)
    if (td) line.append(td)
  }
  return line
}

/** The rows up to the last that is filled. */
function rowsOf({ tab, isOfForm }: Page): number[] {
  const { rows, columns } = tab.form
  const last = lastFilled(tab)
  const isLeftOut = (row: number) => tab.isRowHidden(row) || (isOfForm && isRowForScreen(tab.sheet, row, columns))
  return Array.from({ length: Math.min(rows, last) }, (_, index) => index + 1).filter((row) => !isLeftOut(row))
}

/** Rows of blank, ruled cells at the end of a list are left out. */
function lastFilled(tab: Tab): number {
  const { sheet, form } = tab
  let last = sheet.frozenRows
  for (let row = 1; row <= form.rows; row++) {
    for (let column = 1; column <= form.columns; column++) {
      const area = tab.merges.areaAt({ row, column })
      if (sheet.cells[cellKey(area.row, area.column)]?.value !== undefined)
        last = Math.max(last, area.row + area.rows - 1)
    }
  }
  return last
}

function tableOf(page: Page, rows: readonly number[]): HTMLTableElement {
  const { tab } = page
  const header = rows.filter((row) => row <= tab.sheet.frozenRows)
  const columns = h('colgroup')
  for (let column = 1; column <= tab.form.columns; column++) {
    if (tab.isColumnHidden(column)) continue
    const col = h('col')
    col.style.width = `${tab.columns.sizeOf(column) / tab.zoom}px`
    columns.append(col)
  }
  const head = h('thead', {}, ...header.map((row) => printedRow(page, row)))
  const body = h('tbody', {}, ...rows.filter((row) => !header.includes(row)).map((row) => printedRow(page, row)))
  return h('table', { class: 'print-table' }, columns, head, body)
}

/** Only through a style sheet can a page be laid on its side. */
function turn(isWide: boolean): void {
  const [sheet] = document.styleSheets
  if (!sheet) return
  const old = [...sheet.cssRules].findIndex((rule) => rule.cssText.startsWith('@page'))
  if (old >= 0) sheet.deleteRule(old)
  sheet.insertRule(`@page { size: A4 ${isWide ? 'landscape' : 'portrait'}; margin: 10mm }`, sheet.cssRules.length)
}

/** Puts the tab's print into the page; the style sheet shows it on paper only. */
function preparePrint(page: Page): void {
  const { tab } = page
  document.querySelector('.print-sheet')?.remove()
  const rows = rowsOf(page)
  const table = tableOf(page, rows)
  const sheet = h('div', { class: 'print-sheet', 'aria-hidden': 'true' }, table)
  document.body.append(sheet)
  document.body.classList.add('has-print')
  const width = tab.columns.endOf(tab.form.columns) / tab.zoom
  const height = rows.reduce((sum, row) => sum + tab.rows.sizeOf(row), 0) / tab.zoom
  // By the tab as it is on the screen: a form that lies or stands there does so on paper.
  const isWide = width > (tab.rows.endOf(lastFilled(tab)) / tab.zoom) * 1.2 && width > SHORT
  turn(isWide)
  const [across, down] = isWide ? [LONG, SHORT] : [SHORT, LONG]
  const byWidth = Math.min(1, across / (width + RULE))
  const isOnePage = height * byWidth <= down * A_BIT_MORE
  const scale = isOnePage ? Math.min(byWidth, down / (height * 1.03)) : byWidth
  table.style.width = `${width}px`
  // `zoom` and not `transform`: the pages break by it.
  table.style.setProperty('zoom', String(Math.floor(scale * 1000) / 1000))
}

/** Prepares what the browser prints, each time: `printed` takes what is being written and gives the tab that is shown. */
export function whenPrinted(printed: () => Printed | undefined): () => void {
  const prepare = () => {
    const shown = printed()
    // With the workbook's own widths: what is widened for the screen would be small on paper.
    if (shown) preparePrint({ tab: new Tab(shown.sheet, 0, 1), isOfForm: shown.isOfForm })
  }
  window.addEventListener('beforeprint', prepare)
  return () => window.removeEventListener('beforeprint', prepare)
}
