/** What lies over the cells: frames of the selection and of others, the handle, the field. Never in a cell itself. */
import type { Area } from '../../../book/model'
import { h } from '../../ui/dom'
import { HEAD_HEIGHT, HEAD_WIDTH } from './table'
import type { Tab } from './tab'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export class Layers {
  /** Over the cells that scroll, under the header. */
  readonly body = h('div', { class: 'layer', 'aria-hidden': 'true' })
  /** Over the header, and with it. */
  readonly header = h('div', { class: 'layer', 'aria-hidden': 'true' })
  readonly element
  private readonly headerPlace = h('div', { class: 'layer-place' }, this.header)

  constructor(readonly field: HTMLElement) {
    this.header.classList.add('layer-header')
    this.element = [this.body, this.headerPlace, h('div', { class: 'layer layer-field' }, field)]
  }

  /** To be called when rows have been measured. */
  fit(tab: Tab): void {
    const top = HEAD_HEIGHT * tab.zoom
    this.headerPlace.style.top = `${top + tab.rows.startOf(tab.header?.from ?? 1)}px`
    this.header.style.top = `${top}px`
  }

  /** Pixels from the corner of the whole sheet. */
  boxOf(tab: Tab, area: Area): Box {
    const { x, y, width, height } = tab.boxOf(area)
    return { x: x + Math.round(HEAD_WIDTH * tab.zoom), y: y + HEAD_HEIGHT * tab.zoom, width, height }
  }

  /** One frame; two where the area stands both in the header and below it. */
  frames(tab: Tab, area: Area, className: string, colour?: string): HTMLElement[] {
    const { header } = tab
    const isInside = header !== null && area.row <= header.to && area.row + area.rows > header.from
    const frame = (one: Area, isHeader: boolean) => {
      const box = this.boxOf(tab, one)
      const shift = isHeader ? HEAD_HEIGHT * tab.zoom + tab.rows.startOf(header?.from ?? 1) : 0
      const element = h('div', { class: className })
      place(element, { ...box, y: box.y - shift })
      if (colour !== undefined) element.style.borderColor = colour
      const layer = isHeader ? this.header : this.body
      layer.append(element)
      return element
    }
    if (!header || !isInside) return [frame(area, false)]
    const from = Math.max(area.row, header.from)
    const rows = Math.min(area.row + area.rows - 1, header.to) - from + 1
    const isAll = area.rows === rows
    return [...(isAll ? [] : [frame(area, false)]), frame({ ...area, row: from, rows }, true)]
  }
}

function place(element: HTMLElement, { x, y, width, height }: Box): void {
  element.style.left = `${x - 1}px`
  element.style.top = `${y - 1}px`
  element.style.width = `${width + 1}px`
  element.style.height = `${height + 1}px`
}
