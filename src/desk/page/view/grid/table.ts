/** The tab as an HTML table: letters above, numbers beside, a cell for each address. */
import { a1, columnLetters } from '../../../../workbook'
import { cellKey } from '../../../book/cells'
import type { Area } from '../../../book/model'
import { pageWords } from '../../../../words/desk-page'
import { h } from '../../ui/dom'
import { dress } from './cell-look'
import { roleOf } from './cell-role'
import { leastHeight } from './heights'
import type { Spot } from './merges'
import { isCut } from './rows-shown'
import type { RowSpan } from './rows-shown'
import { firstShown, span } from './spans'
import type { Tab } from './tab'

export const HEAD_HEIGHT = 22
export const HEAD_WIDTH = 40

export interface TableOwner {
  hasComment: (row: number, column: number) => boolean
  /** The cell's name for the element's id, so that the field can point to it. */
  idOf: (address: string) => string
}

export class GridTable {
  readonly element = h('table', { role: 'grid', class: 'grid-table' })
  private readonly cells = new Map<string, HTMLTableCellElement>()
  private readonly rows = new Map<number, HTMLTableRowElement>()
  private readonly letters = new Map<number, HTMLElement>()
  private readonly numbers = new Map<number, HTMLElement>()
  private readonly body = h('tbody', { role: 'rowgroup' })
  private readonly before = h('tr', { class: 'gap', 'aria-hidden': 'true' })
  private readonly after = h('tr', { class: 'gap', 'aria-hidden': 'true' })
  drawn: RowSpan = { from: 1, to: 0 }

  constructor(
    readonly tab: Tab,
    private readonly owner: TableOwner,
  ) {
    const { element } = this
    element.setAttribute('aria-label', tab.sheet.name)
    element.setAttribute('aria-rowcount', String(tab.rowCount + 1))
    element.setAttribute('aria-colcount', String(tab.columnCount + 1))
    element.classList.toggle('no-lines', tab.sheet.hiddenGridlines === true)
    element.append(this.columnSizes(), this.head(), this.body)
    element.style.width = `${Math.round(HEAD_WIDTH * tab.zoom) + tab.columns.total}px`
  }

  /** The element of a cell, or of the merge that it is in. */
  cellAt(row: number, column: number): HTMLTableCellElement | undefined {
    const area = this.tab.merges.areaAt({ row, column })
    return this.cells.get(cellKey(area.row, area.column))
  }

  letterOf(column: number): HTMLElement | undefined {
    return this.letters.get(column)
  }

  numberOf(row: number): HTMLElement | undefined {
    return this.numbers.get(row)
  }

  /** Rows of the area that are drawn. */
  rowsWithin({ row: first, rows }: Area): number[] {
    const { frozenRows } = this.tab.sheet
    const found: number[] = []
    for (let row = first; row < first + rows; row++) {
      if (row > frozenRows && row < this.drawn.from) row = Math.min(this.drawn.from, first + rows)
      if (row >= first + rows || (row > this.drawn.to && row > frozenRows)) break
      found.push(row)
    }
    return found
  }

  /** Each row that is drawn, with its number. */
  eachRow(visit: (row: number, element: HTMLTableRowElement) => void): void {
    this.rows.forEach((element, row) => visit(row, element))
  }

  /** Draws these cells anew, and those above and to the left of them, which have their rules. Each once. */
  refresh(changed: readonly Spot[]): void {
    const { merges } = this.tab
    const areas = new Map<string, Area>()
    const add = (row: number, column: number) => {
      const area = merges.areaAt({ row, column })
      areas.set(cellKey(area.row, area.column), area)
    }
    for (const { row, column } of changed) {
      add(row, column)
      add(row - 1, column)
      add(row, column - 1)
    }
    areas.forEach(({ row, column }, key) => {
      const td = this.cells.get(key)
      if (td) dress(td, this.tab, row, column, this.owner.hasComment(row, column))
    })
  }

  /** Draws these rows and the frozen ones; rows that stay are left as they are. */
  draw(span: RowSpan): void {
    const { tab } = this
    const isAnew = tab.merges.all.length > 0 && (isCut(tab.merges, span) || isCut(tab.merges, this.drawn))
    for (const row of [...this.rows.keys()]) if (isAnew || !this.isWanted(row, span)) this.remove(row)
    this.drawn = span
    const list: HTMLElement[] = []
    for (let row = 1; row <= Math.min(tab.sheet.frozenRows, span.from - 1); row++) list.push(...this.rowAt(row))
    list.push(this.before)
    for (let row = span.from; row <= span.to; row++) list.push(...this.rowAt(row))
    list.push(this.after)
    this.place(list)
    const top = Math.min(tab.sheet.frozenRows, span.from - 1)
    this.size(this.before, tab.rows.startOf(span.from) - tab.rows.endOf(top) * (top > 0 ? 1 : 0))
    this.size(this.after, tab.rows.total - tab.rows.endOf(span.to))
  }

  private isWanted(row: number, { from, to }: RowSpan): boolean {
    return (row >= from && row <= to) || row <= this.tab.sheet.frozenRows
  }

  /** Puts in what is new without touching what stands. */
  private place(list: readonly HTMLElement[]): void {
    let next: ChildNode | null = this.body.firstChild
    for (const element of list) {
      if (next === element) next = next.nextSibling
      else this.body.insertBefore(element, next)
    }
  }

  private size(gap: HTMLElement, height: number): void {
    gap.style.height = `${Math.max(0, height)}px`
    gap.hidden = height <= 0
  }

  private remove(row: number): void {
    const element = this.rows.get(row)
    if (!element) return
    element.remove()
    this.rows.delete(row)
    this.numbers.delete(row)
    for (const td of [...element.querySelectorAll<HTMLTableCellElement>('[data-key]')]) {
      const key = td.dataset['key'] ?? ''
      if (this.cells.get(key) === td) this.cells.delete(key)
    }
  }

  private rowAt(row: number): HTMLTableRowElement[] {
    if (this.tab.isRowHidden(row)) return []
    const known = this.rows.get(row)
    if (known) return [known]
    const element = this.makeRow(row)
    this.rows.set(row, element)
    return [element]
  }

  private makeRow(row: number): HTMLTableRowElement {
    const { tab } = this
    const number = h('th', { role: 'rowheader', scope: 'row', class: 'number', 'data-row': row }, String(row))
    this.numbers.set(row, number)
    const element = h('tr', { role: 'row', 'aria-rowindex': row + 1 }, number)
    // The least it may have: what is measured afterwards is what the texts need.
    element.style.height = `calc(${leastHeight(tab.sheet, row) * tab.zoom}px - var(--lower, 0px))`
    if (tab.isInHeader(row)) {
      number.classList.add('stick-header')
      element.dataset['header'] = ''
    }
    for (let column = 1; column <= tab.columnCount; column++) {
      const td = tab.isColumnHidden(column) ? null : this.makeCell(row, column)
      if (td) element.append(td)
    }
    return element
  }

  /** Null: another cell's content stands there. A merge that begins above what is drawn begins at its first row. */
  private makeCell(row: number, column: number): HTMLTableCellElement | null {
    const { tab, drawn } = this
    const area = tab.merges.areaAt({ row, column })
    const isFirstRow = row === area.row || (row === drawn.from && row > tab.sheet.frozenRows)
    const isFirstColumn = column === firstShown(tab, area.column, area.columns)
    if (!isFirstRow || !isFirstColumn) return null
    const address = a1(area)
    const key = cellKey(area.row, area.column)
    const td = h('td', {
      id: this.owner.idOf(address),
      role: roleOf(tab, area.row, area.column),
      'data-cell': address,
      'data-key': key,
      'aria-colindex': column + 1,
    })
    span(td, tab, area, row, drawn)
    dress(td, tab, area.row, area.column, this.owner.hasComment(area.row, area.column))
    if (tab.isInHeader(row)) td.classList.add('stick-header')
    if (tab.isStuck(area)) this.stick(td, column)
    this.cells.set(key, td)
    return td
  }

  private stick(element: HTMLElement, column: number): void {
    const { columns, zoom } = this.tab
    element.classList.add('stick-column')
    element.style.left = `${Math.round(HEAD_WIDTH * zoom) + columns.startOf(column)}px`
  }

  private columnSizes(): HTMLElement {
    const { columns, columnCount, zoom } = this.tab
    const first = h('col')
    first.style.width = `${Math.round(HEAD_WIDTH * zoom)}px`
    const group = h('colgroup', {}, first)
    for (let column = 1; column <= columnCount; column++) {
      if (this.tab.isColumnHidden(column)) continue
      const one = h('col')
      one.style.width = `${columns.sizeOf(column)}px`
      group.append(one)
    }
    return group
  }

  private head(): HTMLElement {
    const row = h('tr', { role: 'row', 'aria-rowindex': 1 })
    row.append(h('td', { role: 'gridcell', class: 'corner', 'aria-label': pageWords.gridCorner }))
    for (let column = 1; column <= this.tab.columnCount; column++) {
      if (this.tab.isColumnHidden(column)) continue
      const letter = h('th', { role: 'columnheader', scope: 'col', class: 'letter', 'data-column': column })
      letter.textContent = columnLetters(column)
      letter.setAttribute('aria-colindex', String(column + 1))
      if (this.tab.isStuck({ column, columns: 1 })) this.stick(letter, column)
      this.letters.set(column, letter)
      row.append(letter)
    }
    return h('thead', { role: 'rowgroup' }, row)
  }
}
