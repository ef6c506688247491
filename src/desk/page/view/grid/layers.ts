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

export interface FieldElements {
  element: HTMLElement
  /** What is told beside it. */
  notice: HTMLElement
}

export class Layers {
  /** Over the cells that scroll, under the header. */
  readonly body = h('div', { class: 'layer', 'aria-hidden': 'true' })
  /** Over the header, and with it. */
  readonly header = h('div', { class: 'layer', 'aria-hidden': 'true' })
  readonly element
  private readonly headerPlace = h('div', { class: 'layer-place' }, this.header)

  constructor({ element, notice }: FieldElements) {
    this.header.classList.add('layer-header')
    this.element = [this.body, this.headerPlace, h('div', { class: 'layer layer-field' }, element, notice)]
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

  /** One frame; two where the area stands both in the header and below it. Elements that stand are moved. */
  frames(tab: Tab, wanted: readonly Frame[], before: readonly HTMLElement[]): HTMLElement[] {
    const pieces = wanted.flatMap((frame) => piecesOf(tab, frame.area).map((piece) => ({ ...frame, ...piece })))
    for (const old of before.slice(pieces.length)) old.remove()
    return pieces.map(({ area, className, colour, inset = 0, isHeader }, at) => {
      const element = before[at] ?? h('div')
      if (element.className !== className) element.className = className
      const box = this.boxOf(tab, area)
      const shift = isHeader ? HEAD_HEIGHT * tab.zoom + tab.rows.startOf(tab.header?.from ?? 1) : 0
      place(element, {
        x: box.x + inset,
        y: box.y - shift + inset,
        width: box.width - 2 * inset,
        height: box.height - 2 * inset,
      })
      element.style.borderColor = colour ?? ''
      const layer = isHeader ? this.header : this.body
      if (element.parentNode !== layer) layer.append(element)
      return element
    })
  }
}

export interface Frame {
  area: Area
  className: string
  colour?: string
  /** So many pixels inside of the cells' edges. */
  inset?: number
}

function piecesOf({ header }: Tab, area: Area): { area: Area; isHeader: boolean }[] {
  const isInside = header !== null && area.row <= header.to && area.row + area.rows > header.from
  if (!isInside) return [{ area, isHeader: false }]
  const from = Math.max(area.row, header.from)
  const rows = Math.min(area.row + area.rows - 1, header.to) - from + 1
  const inHeader = { area: { ...area, row: from, rows }, isHeader: true }
  return area.rows === rows ? [inHeader] : [{ area, isHeader: false }, inHeader]
}

function place(element: HTMLElement, { x, y, width, height }: Box): void {
  element.style.left = `${x - 1}px`
  element.style.top = `${y - 1}px`
  element.style.width = `${width + 1}px`
  element.style.height = `${height + 1}px`
}
