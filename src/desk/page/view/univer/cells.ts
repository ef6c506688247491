/** Cells and looks of the Book as Univer holds them. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core'
import type { ICellData, IStyleData } from '@univerjs/core'
import type { Cell, CellStyle } from '../../../book/model'

const fonts = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'WenQuanYi Micro Hei', sans-serif"

export const defaultStyle: IStyleData = {
  ff: fonts,
  fs: 10,
  cl: { rgb: '#1f2328' },
  vt: VerticalAlign.MIDDLE,
  tb: WrapStrategy.CLIP,
}

const horizontal = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT }
const vertical = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM }
const line = { s: BorderStyleTypes.THIN, cl: { rgb: '#a6adb8' } }

function fontOf({ fontFamily, fontSize, fontColor, bold, italic }: CellStyle): IStyleData {
  return {
    ...(fontFamily && { ff: `${fontFamily}, ${fonts}` }),
    ...(fontSize !== undefined && { fs: fontSize }),
    ...(fontColor && { cl: { rgb: fontColor } }),
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
  }
}

function styleOf(style: CellStyle | undefined): IStyleData | null {
  if (!style) return null
  return {
    ...fontOf(style),
    ...(style.background && { bg: { rgb: style.background } }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(style.horizontal && { ht: horizontal[style.horizontal] }),
    ...(style.vertical && { vt: vertical[style.vertical] }),
    ...(style.numberFormat && style.numberFormat !== '@' && { n: { pattern: style.numberFormat } }),
    ...(style.border && { bd: { t: line, b: line, l: line, r: line } }),
  }
}

function valueOf(value: Cell['value']): ICellData {
  if (value === undefined) return { v: null, t: null }
  if (typeof value === 'object') return { v: value.date, t: CellValueType.NUMBER }
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER }
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN }
  return { v: value, t: CellValueType.STRING }
}

/** Whole, so that it replaces what stood there; formulas come calculated. */
export function cellDataOf(cell: Cell | null | undefined): ICellData {
  const isDate = typeof cell?.value === 'object' && !cell.style?.numberFormat
  const style = styleOf(isDate ? { ...cell.style, numberFormat: 'yyyy/m/d' } : cell?.style)
  return { p: null, ...valueOf(cell?.value), f: cell?.formula ?? null, s: style }
}
