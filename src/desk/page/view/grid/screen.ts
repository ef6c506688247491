/** What is drawn: the tab's table in its scroller, the frames over it. Draws, measures, scrolls; decides nothing. */
import { cellKey, positionOf } from '../../../book/cells'
import type { Area, Cell, Sheet } from '../../../book/model'
import { h } from '../../ui/dom'
import type { Marks } from '../view'
import { Layers } from './layers'
import type { Box, FieldElements } from './layers'
import type { Spot } from './merges'
import { Overlay } from './overlay'
import type { SelectionFrames } from './overlay'
import { isEnough, spanAround } from './rows-shown'
import type { RowSpan } from './rows-shown'
import { GridTable, HEAD_HEIGHT, HEAD_WIDTH } from './table'
import { Tab } from './tab'

/** Width of a scroll bar, kept free. */
const BAR = 16

/** Pixels that a row gives up where the whole form has room then. */
const LOWER_BY = 1

export class Screen {
  readonly scroller = h('div', { class: 'grid' })
  readonly layers: Layers
  private readonly content = h('div', { class: 'grid-content' })
  private table: GridTable | null = null
  private marks: Marks = { people: [], comments: [] }
  private comments: ReadonlySet<string> = new Set()
  private readonly overlay: Overlay
  private readonly watch: ResizeObserver
  /** What could be seen when the size was last another. */
  private size = { width: 0, height: 0 }
  private active: Area | null = null
  zoom = 1

  /** `onFit`: places have changed, frames are to be drawn anew. */
  constructor(
    field: FieldElements,
    private readonly onFit: () => void,
  ) {
    this.layers = new Layers(field)
    this.overlay = new Overlay(this.layers)
    this.scroller.append(this.content)
    this.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true })
    this.watch = new ResizeObserver(() => this.resized())
    this.watch.observe(this.scroller)
  }

  get tab(): Tab | null {
    return this.table?.tab ?? null
  }

  destroy(): void {
    this.watch.disconnect()
    this.scroller.remove()
  }

  show(sheet: Sheet, scroll: Spot | null): void {
    const tab = new Tab(sheet, this.room(), this.zoom)
    const table = new GridTable(tab, {
      hasComment: (row, column) => this.comments.has(`${sheet.id}!${cellKey(row, column)}`),
      idOf: (address) => `cell-${address}`,
    })
    const before = this.table
    this.table = table
    this.scroller.style.setProperty('--zoom', String(this.zoom))
    const start = scroll?.row ?? this.firstRow(tab)
    table.draw(spanAround(this.viewAt(tab, tab.rows.startOf(start)), tab.rowCount))
    this.content.style.width = `${HEAD_WIDTH * this.zoom + tab.columns.total}px`
    // The field stays where it is: taken out and put back, it would lose the keyboard and the words being composed.
    if (before) before.element.replaceWith(table.element)
    else this.content.append(table.element, ...this.layers.element)
    const isWhole = this.fitWhole(tab)
    const first = scroll === null && isWhole ? 1 : start
    this.scroller.scrollTop = first > 1 ? tab.rows.startOf(first) : 0
    this.scroller.scrollLeft = scroll && scroll.column > 1 ? tab.columns.startOf(scroll.column) : 0
    this.fill()
    this.refit()
  }

  /** The row and column at the upper left, to come back to. */
  position(): Spot {
    const { tab, scroller } = this
    if (!tab) return { row: 1, column: 1 }
    return { row: tab.rows.lineAt(scroller.scrollTop + 1), column: tab.columns.lineAt(scroller.scrollLeft + 1) }
  }

  /** Cells of the tab that is shown have changed. */
  refresh(cells: Record<string, Cell | null>): void {
    const { table } = this
    if (!table) return
    table.refresh(Object.keys(cells).map(positionOf))
    this.measure()
    this.onFit()
  }

  setMarks(marks: Marks): void {
    const before = this.comments
    this.marks = marks
    this.comments = new Set(marks.comments.map(({ sheet, row, column }) => `${sheet}!${cellKey(row, column)}`))
    const { table } = this
    for (const name of table ? new Set([...before, ...this.comments]) : []) {
      const [sheet, key = ''] = name.split('!')
      const [row = 0, column = 0] = key.split(',').map(Number)
      if (Number(sheet) === table?.tab.sheet.id && before.has(name) !== this.comments.has(name)) {
        table?.refresh([{ row, column }])
      }
    }
    this.refit()
  }

  /** Frames of the selection. */
  frame(frames: SelectionFrames): void {
    this.active = frames.active
    if (this.table) this.overlay.frame(this.table, frames)
  }

  /** Where the cell is now, in pixels of the sheet: what stays in view moves with the scrolling. */
  boxOf(area: Area): Box {
    const { tab, scroller } = this
    if (!tab) return { x: 0, y: 0, width: 0, height: 0 }
    const box = this.layers.boxOf(tab, area)
    const x = tab.isStuck(area) ? box.x + scroller.scrollLeft : box.x
    const above = tab.rows.startOf(tab.header?.from ?? 1)
    const y = tab.isInHeader(area.row) ? box.y + Math.max(0, scroller.scrollTop - above) : box.y
    return { ...box, x, y }
  }

  /** What can be seen of the cells that scroll, in pixels of the sheet. */
  inView({ width, height } = this.sizeNow()): Box {
    const { scrollLeft, scrollTop } = this.scroller
    const left = Math.round(HEAD_WIDTH * this.zoom) + (this.tab?.columns.endOf(this.tab.stuckColumns) ?? 0)
    const top = HEAD_HEIGHT * this.zoom + this.headerHeight()
    return { x: scrollLeft + left, y: scrollTop + top, width: width - left, height: height - top }
  }

  /** Rows in one screenful. */
  pageRows(): number {
    const { tab } = this
    if (!tab) return 1
    const view = this.viewAt(tab, this.scroller.scrollTop)
    return Math.max(1, view.to - view.from - 1)
  }

  /** Brings the cell into view, as little as needed; of one larger than the screen, its beginning. */
  reveal(area: Area): void {
    const { tab, scroller } = this
    if (!tab) return
    const box = this.boxOf(area)
    const view = this.inView()
    if (!tab.isInHeader(area.row) || area.row + area.rows - 1 > (tab.header?.to ?? 0)) {
      scroller.scrollTop += shift(box.y, box.height, view.y, view.height)
    }
    if (!tab.isStuck(area)) scroller.scrollLeft += shift(box.x, box.width, view.x, view.width)
    this.fill()
  }

  private headerHeight(): number {
    const header = this.tab?.header
    return header ? (this.tab?.rows.endOf(header.to) ?? 0) - (this.tab?.rows.startOf(header.from) ?? 0) : 0
  }

  /** Title and hint above a header are not worth a row of figures: the tab begins with its header. */
  private firstRow(tab: Tab): number {
    return tab.header?.from ?? 1
  }

  /** Rows are measured. True: all of the form is in view, for which its rows may have become a little lower. */
  private fitWhole(tab: Tab): boolean {
    const { style, clientHeight } = this.scroller
    const { rows } = tab.form
    const room = clientHeight - HEAD_HEIGHT * tab.zoom
    style.setProperty('--lower', '0px')
    this.measure()
    const over = tab.rows.endOf(rows) - room
    if (over > 0 && over <= rows * LOWER_BY && tab.header) {
      style.setProperty('--lower', `${LOWER_BY}px`)
      this.measure()
    }
    return tab.rows.endOf(rows) <= room
  }

  private viewAt(tab: Tab, top: number): RowSpan {
    const height = this.scroller.clientHeight || 600
    return { from: tab.rows.lineAt(top), to: tab.rows.lineAt(top + height) }
  }

  private room(): number {
    return (this.scroller.clientWidth || window.innerWidth - BAR) / this.zoom - HEAD_WIDTH
  }

  private scrolled(): void {
    this.fill()
  }

  /** Draws rows that have come into view. */
  private fill(): void {
    const { table } = this
    if (!table) return
    const { tab } = table
    const view = this.viewAt(tab, this.scroller.scrollTop)
    if (isEnough(table.drawn, view, tab.rowCount)) return
    table.draw(spanAround(view, tab.rowCount))
    this.measure()
    this.onFit()
  }

  /** Rows are as high as the browser has made them; header cells stick below each other. */
  private measure(): void {
    const { table } = this
    if (!table) return
    const { tab } = table
    const heights: [number, number][] = []
    table.eachRow((row, element) => heights.push([row, element.getBoundingClientRect().height]))
    for (const [row, height] of heights) tab.rows.set(row, height)
    this.stick(table)
    this.layers.fit(tab)
  }

  private stick({ tab, element }: GridTable): void {
    const head = HEAD_HEIGHT * tab.zoom
    const start = tab.rows.startOf(tab.header?.from ?? 1)
    for (const row of [...element.querySelectorAll<HTMLTableRowElement>('tr[data-header]')]) {
      const top = `${head + tab.rows.startOf(Number(row.getAttribute('aria-rowindex')) - 1) - start}px`
      for (const cell of [...row.cells]) cell.style.top = top
    }
  }

  private resized(): void {
    const { tab, size: before, active } = this
    const size = this.sizeNow()
    if (!tab || (size.width === before.width && size.height === before.height)) return
    const isKept = active !== null && isInside(this.boxOf(active), this.inView(before))
    this.size = size
    if (this.room() !== tab.room) this.show(tab.sheet, this.position())
    else this.fill()
    // A panel or a message that takes room must not hide the cell in which the person works.
    if (isKept) this.reveal(active)
    this.onFit()
  }

  private sizeNow(): { width: number; height: number } {
    return { width: this.scroller.clientWidth, height: this.scroller.clientHeight }
  }

  /** Frames of others, also after rows have moved. */
  refit(): void {
    this.overlay.frameOthers(this.tab, this.marks.people)
  }
}

const isInside = (one: Box, other: Box): boolean =>
  one.x >= other.x &&
  one.y >= other.y &&
  one.x + one.width <= other.x + other.width &&
  one.y + one.height <= other.y + other.height

/** How far to scroll so that a piece is in view; one that is larger than the view shows its beginning. */
function shift(start: number, size: number, from: number, room: number): number {
  if (size > room) return start < from || start > from + room / 2 ? start - from : 0
  if (start < from) return start - from
  return Math.max(0, start + size - from - room)
}
