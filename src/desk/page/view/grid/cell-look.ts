/** A cell's element: text, looks and the signs in its corners. */
import { cellAt } from '../../../book/cells'
import { displayColour, displayValue } from '../../../book/display'
import type { Cell, CellStyle } from '../../../book/model'
import { isAsAsked, validationAt } from '../locks'
import type { Tab } from './tab'

const fonts = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif"

const known = new Map<CellStyle | undefined, Map<string, string>>()
/** Looks of patches come as new objects again and again. */
const MOST_KNOWN = 5000

function horizontalOf(style: CellStyle | undefined, value: Cell['value']): string {
  if (style?.horizontal) return style.horizontal
  if (typeof value === 'number' || typeof value === 'object') return 'right'
  return typeof value === 'boolean' ? 'center' : 'left'
}

/** Sizes in ems, so that the zoom of the grid is one font size. */
function cssOf(style: CellStyle | undefined, horizontal: string): string {
  const { background, fontColor, fontFamily, fontSize, bold, italic, wrap, vertical } = style ?? {}
  return [
    `text-align:${horizontal}`,
    vertical && `vertical-align:${vertical}`,
    wrap && 'white-space:pre-wrap;overflow-wrap:break-word',
    background && `background-color:${background}`,
    fontColor && `color:${fontColor}`,
    fontFamily && `font-family:${JSON.stringify(fontFamily)},${fonts}`,
    fontSize !== undefined && fontSize !== 10 && `font-size:${fontSize / 10}em;line-height:1.3`,
    bold && 'font-weight:700',
    italic && 'font-style:italic',
  ]
    .filter(Boolean)
    .join(';')
}

export function cssFor(style: CellStyle | undefined, value: Cell['value']): string {
  const horizontal = horizontalOf(style, value)
  const ofStyle = known.get(style) ?? new Map<string, string>()
  const css = ofStyle.get(horizontal) ?? cssOf(style, horizontal)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(style, ofStyle.set(horizontal, css))
  return css
}

function signsOf(tab: Tab, row: number, column: number, cell: Cell | undefined, hasComment: boolean): string[] {
  const validation = cell?.value === undefined ? undefined : validationAt(tab.sheet, row, column)
  return [
    ...(cell?.note ? ['has-note'] : []),
    ...(hasComment ? ['has-comment'] : []),
    ...(validation && !isAsAsked(validation, cell) ? ['is-invalid'] : []),
  ]
}

/** The rules of the cells beyond: each cell draws its right and its lower edge. */
function rulesOf({ sheet, merges }: Tab, row: number, column: number): string[] {
  const { rows, columns } = merges.areaAt({ row, column })
  const isRuled = (at: number, across: number) => cellAt(sheet, at, across)?.style?.border === true
  const isOwn = isRuled(row, column)
  return [
    ...(isOwn || isRuled(row, column + columns) ? ['rule-right'] : []),
    ...(isOwn || isRuled(row + rows, column) ? ['rule-below'] : []),
  ]
}

/** The looks that an element has, so that those that stay are not set again: the browser would compute them anew. */
const worn = new WeakMap<HTMLElement, string>()

/** Text and looks; where a cell that sticks stands, stays. */
export function write(td: HTMLTableCellElement, cell: Cell | undefined): void {
  const { value, style } = cell ?? {}
  const text = displayValue(value, style?.numberFormat)
  if (td.textContent !== text) td.textContent = text
  const colour = displayColour(value, style?.numberFormat)
  const css = cssFor(style, value) + (colour ? `;color:${colour}` : '')
  if (worn.get(td) === css) return
  worn.set(td, css)
  const { top, left } = td.style
  td.style.cssText = css
  if (top) td.style.top = top
  if (left) td.style.left = left
}

/** Draws the cell anew; what the grid has put on it (selection, sticking) stays. */
export function dress(td: HTMLTableCellElement, tab: Tab, row: number, column: number, hasComment: boolean): void {
  const cell = cellAt(tab.sheet, row, column)
  write(td, cell)
  const kept = [...td.classList].filter((name) => name.startsWith('stick'))
  const names = [...kept, ...rulesOf(tab, row, column), ...signsOf(tab, row, column, cell, hasComment)].join(' ')
  if (td.className !== names) td.className = names
}
