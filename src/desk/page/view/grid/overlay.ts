/** What is drawn over the cells: the frames of the selection with their handle, and where others are. */
import type { Area } from '../../../book/model'
import { h } from '../../ui/dom'
import type { Marks } from '../view'
import type { Frame, Layers } from './layers'
import { isSameArea } from './merges'
import type { GridTable } from './table'
import type { Tab } from './tab'

export interface SelectionFrames {
  active: Area
  area: Area
  /** Where the handle is being pulled to. */
  pulled: Area | null
  hasHandle: boolean
}

/** Frames of several people in one cell stand inside each other: each is seen, the person's own outermost. */
const FRAME_WIDTH = 2

/** Names of others are told where the pointer is: written here, they would cover the figures around. */
export class Overlay {
  private frames: HTMLElement[] = []
  private readonly handle = h('div', { class: 'handle' })
  private others: HTMLElement[] = []
  /** Elements that show what is selected. */
  private selected: Element[] = []

  constructor(private readonly layers: Layers) {}

  frame(table: GridTable, { active, area, pulled, hasHandle }: SelectionFrames): void {
    const wanted = [
      { area, className: isSameArea(area, active) ? 'frame' : 'frame frame-area' },
      { area: active, className: 'frame frame-active' },
      ...(pulled ? [{ area: pulled, className: 'frame frame-pulled' }] : []),
    ]
    this.frames = this.layers.frames(table.tab, wanted, this.frames)
    const [first] = this.frames
    if (hasHandle && first && this.handle.parentNode !== first) first.append(this.handle)
    this.markSelected(table, area)
  }

  frameOthers(tab: Tab | null, people: Marks['people']): void {
    for (const frame of this.others) frame.remove()
    this.others = []
    if (!tab) return
    const here = people.filter(({ sheet }) => sheet === tab.sheet.id)
    const wanted = here.map(({ row, column, colour, line }, at): Frame => {
      const before = here.slice(0, at).filter((one) => one.row === row && one.column === column).length
      const area = tab.merges.areaAt({ row, column })
      return { area, className: `frame frame-person ${line}`, colour, inset: FRAME_WIDTH * (1 + before) }
    })
    this.others = this.layers.frames(tab, wanted, [])
  }

  /** The cells, and the letters and numbers of their columns and rows. */
  private markSelected(table: GridTable, area: Area): void {
    for (const old of this.selected) {
      old.removeAttribute('aria-selected')
      old.classList.remove('within')
    }
    this.selected = []
    const columns = Array.from({ length: area.columns }, (_, at) => area.column + at)
    for (const column of columns) this.within(table.letterOf(column))
    for (const row of table.rowsWithin(area)) {
      this.within(table.numberOf(row))
      for (const column of columns) {
        const cell = table.cellAt(row, column)
        if (!cell) continue
        cell.setAttribute('aria-selected', 'true')
        this.selected.push(cell)
      }
    }
  }

  private within(head: HTMLElement | undefined): void {
    if (!head) return
    head.classList.add('within')
    this.selected.push(head)
  }
}
