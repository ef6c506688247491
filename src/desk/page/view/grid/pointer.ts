/** The mouse over the cells: select, select ranges, rows and columns, open a cell, pull the handle. */
import { positionOf } from '../../../book/cells'
import type { Spot } from './merges'

export interface PointerOwner {
  /** Before anything else is done; false: what is being typed cannot be taken yet. */
  mayLeave: () => boolean
  press: (spot: Spot, isExtended: boolean) => void
  drag: (spot: Spot) => void
  pressRow: (row: number, isExtended: boolean) => void
  pressColumn: (column: number, isExtended: boolean) => void
  open: () => void
  pull: (spot: Spot) => void
  pulled: () => void
  /** Null: over no cell. `element` is the cell's. */
  hover: (spot: Spot | null, element: Element | null) => void
  focus: () => void
}

type Dragging = 'cells' | 'rows' | 'columns' | 'handle' | null

/** Near an edge a drag scrolls on. */
const EDGE = 24
const STEP = 24

const cellOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null

function spotOf(target: EventTarget | null): Spot | null {
  const cell = cellOf(target)
  return cell ? positionOf(cell.dataset['key'] ?? '') : null
}

function lineOf(target: EventTarget | null, name: 'row' | 'column'): number | null {
  const head = target instanceof Element ? target.closest<HTMLElement>(`th[data-${name}]`) : null
  return head ? Number(head.dataset[name]) : null
}

export class Pointer {
  private dragging: Dragging = null
  private last: Spot | null = null

  constructor(
    private readonly scroller: HTMLElement,
    private readonly owner: PointerOwner,
  ) {
    scroller.addEventListener('mousedown', (event) => this.down(event))
    scroller.addEventListener('mousemove', (event) => this.hover(event))
    scroller.addEventListener('mouseleave', () => owner.hover(null, null))
    scroller.addEventListener('dblclick', (event) => {
      if (spotOf(event.target)) owner.open()
    })
  }

  /** To be called where it is destroyed: a drag listens to the whole window. */
  stop = (): void => {
    this.dragging = null
    window.removeEventListener('mousemove', this.move)
    window.removeEventListener('mouseup', this.up)
  }

  private down(event: MouseEvent): void {
    const { target, button, shiftKey } = event
    if (button !== 0 || !(target instanceof Element) || target.closest('.grid-field')) return
    const isHandle = target.classList.contains('handle')
    const spot = spotOf(target)
    const row = lineOf(target, 'row')
    const column = lineOf(target, 'column')
    if (!isHandle && !spot && row === null && column === null) return
    // The field keeps the keyboard.
    event.preventDefault()
    if (!this.owner.mayLeave()) return
    this.owner.focus()
    if (isHandle) this.dragging = 'handle'
    else this.press(spot, row, column, shiftKey)
    window.addEventListener('mousemove', this.move)
    window.addEventListener('mouseup', this.up)
  }

  private press(spot: Spot | null, row: number | null, column: number | null, isExtended: boolean): void {
    this.dragging = spot ? 'cells' : row !== null ? 'rows' : 'columns'
    if (spot) this.owner.press(spot, isExtended)
    else if (row !== null) this.owner.pressRow(row, isExtended)
    else if (column !== null) this.owner.pressColumn(column, isExtended)
  }

  private readonly move = (event: MouseEvent): void => {
    this.scrollAlong(event)
    const { left, top, right, bottom } = this.scroller.getBoundingClientRect()
    const x = Math.min(Math.max(event.clientX, left + EDGE * 2), right - EDGE)
    const y = Math.min(Math.max(event.clientY, top + EDGE), bottom - EDGE)
    const under = document.elementFromPoint(x, y)
    if (this.dragging === 'rows') return this.overLine(lineOf(under, 'row'), this.owner.pressRow)
    if (this.dragging === 'columns') return this.overLine(lineOf(under, 'column'), this.owner.pressColumn)
    const spot = spotOf(under)
    if (!spot || (spot.row === this.last?.row && spot.column === this.last.column)) return
    this.last = spot
    if (this.dragging === 'cells') this.owner.drag(spot)
    else if (this.dragging === 'handle') this.owner.pull(spot)
  }

  private overLine(line: number | null, press: (line: number, isExtended: boolean) => void): void {
    if (line !== null) press(line, true)
  }

  private readonly up = (): void => {
    const isPulled = this.dragging === 'handle'
    this.last = null
    this.stop()
    if (isPulled) this.owner.pulled()
  }

  private scrollAlong({ clientX, clientY }: MouseEvent): void {
    const { left, top, right, bottom } = this.scroller.getBoundingClientRect()
    const by = (at: number, low: number, high: number) => (at > high - EDGE ? STEP : at < low + EDGE ? -STEP : 0)
    this.scroller.scrollLeft += by(clientX, left, right)
    this.scroller.scrollTop += by(clientY, top, bottom)
  }

  private hover(event: MouseEvent): void {
    const cell = this.dragging === null ? cellOf(event.target) : null
    this.owner.hover(spotOf(cell), cell)
  }
}
