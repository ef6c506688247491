import type { Alignment, Borders, Fill, Font, Style } from '@cj-tech-master/excelts'
import type { CellStyle } from '../book'
import { SIZE_SCALE } from './prepare'

/** What a cell without a style of its own looks like; never written into the model. */
const BASE = { fontFamily: '宋体', fontSize: 10, fontColor: '#000000', vertical: 'bottom' } as const

const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.replace('#', '').toUpperCase()}` })

function colourOf(colour: { argb?: string } | undefined): string | undefined {
  const rgb = colour?.argb?.slice(-6)
  return rgb && /^[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.toLowerCase()}` : undefined
}

const THIN = { style: 'thin', color: { argb: 'FF000000' } } as const
const SIDES = ['top', 'left', 'bottom', 'right'] as const

/** GB2312: tells a reader that the font is meant for the Chinese characters too. */
const CHINESE = 134

function fontOf(style: CellStyle): Partial<Font> {
  const name = style.fontFamily ?? BASE.fontFamily
  return {
    name,
    ...(/[\u4e00-\u9fff]|GB2312/.test(name) && { charset: CHINESE }),
    size: style.fontSize ?? BASE.fontSize,
    color: argb(style.fontColor ?? BASE.fontColor),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
  }
}

function alignmentOf(style: CellStyle): Partial<Alignment> {
  return {
    ...(style.horizontal && { horizontal: style.horizontal }),
    ...(style.vertical && style.vertical !== BASE.vertical && { vertical: style.vertical }),
    ...(style.wrap && { wrapText: true }),
  }
}

function newFileStyle(style: CellStyle, locked: boolean): Partial<Style> {
  const alignment = alignmentOf(style)
  const fill: Fill | undefined = style.background
    ? { type: 'pattern', pattern: 'solid', fgColor: argb(style.background) }
    : undefined
  return {
    font: fontOf(style),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(fill && { fill }),
    ...(style.border && { border: Object.fromEntries(SIDES.map((side) => [side, THIN])) as Partial<Borders> }),
    ...(style.numberFormat && { numFmt: style.numberFormat }),
    ...(!locked && { protection: { locked: false } }),
  }
}

const MAX_KNOWN = 2000
const known = new Map<string, Partial<Style>>()

/**
 * The style of a cell as the file has it. `locked` takes effect where the sheet is protected. Equal ones are one object,
 * never to be changed: by it the library knows that it has written the style already.
 */
export function toFileStyle(style: CellStyle, locked: boolean): Partial<Style> {
  const key = JSON.stringify([locked, style])
  const before = known.get(key)
  if (before) return before
  const made = newFileStyle(style, locked)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, made)
  return made
}

function readFont(font: Partial<Font> | undefined): CellStyle {
  const fontColor = colourOf(font?.color)
  const fontSize = (font?.size ?? BASE.fontSize * SIZE_SCALE) / SIZE_SCALE
  return {
    ...(font?.name && font.name !== BASE.fontFamily && { fontFamily: font.name }),
    ...(fontSize !== BASE.fontSize && { fontSize }),
    ...(fontColor && fontColor !== BASE.fontColor && { fontColor }),
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
  }
}

const HORIZONTAL: Partial<Record<string, NonNullable<CellStyle['horizontal']>>> = {
  left: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
}
const VERTICAL: Partial<Record<string, NonNullable<CellStyle['vertical']>>> = {
  top: 'top',
  middle: 'middle',
}

function readAlignment(alignment: Partial<Alignment> | undefined): CellStyle {
  const horizontal = HORIZONTAL[alignment?.horizontal ?? '']
  const vertical = VERTICAL[alignment?.vertical ?? '']
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(alignment?.wrapText && { wrap: true }),
  }
}

/** The style of a cell of the file in the model's terms; an empty object where nothing is special. */
export function fromFileStyle(style: Partial<Style> | undefined): CellStyle {
  const background = style?.fill?.type === 'pattern' && style.fill.pattern === 'solid' && colourOf(style.fill.fgColor)
  const numberFormat = typeof style?.numFmt === 'string' ? style.numFmt : style?.numFmt?.formatCode
  return {
    ...(background && { background }),
    ...readFont(style?.font),
    ...readAlignment(style?.alignment),
    ...(numberFormat && numberFormat !== 'General' && { numberFormat }),
    ...(SIDES.every((side) => style?.border?.[side]?.style) && { border: true }),
  }
}

/** Whether the file's style leaves a cell open on a protected sheet. */
export function isOpen(style: Partial<Style> | undefined): boolean {
  return style?.protection?.locked === false
}
