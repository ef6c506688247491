/** Writes that set looks: formats, colours, borders, sizes, hidden columns. */
import type { FormatProperty, FormatValue } from '../../../actions'
import { changeStyle, eachPosition } from '../../book'
import type { CellStyle } from '../../book'
import { inside, tabOf } from './target'
import type { Of, Target } from './target'

/** The style that a plan's property stands for; null is the look of a new cell. */
const styleOf: {
  [P in FormatProperty]: (value: FormatValue) => [keyof CellStyle, CellStyle[keyof CellStyle] | undefined]
} = {
  background: (value) => ['background', colourOf(value)],
  fontColor: (value) => ['fontColor', colourOf(value)],
  fontSize: (value) => ['fontSize', typeof value === 'number' ? value : 10],
  bold: (value) => ['bold', value === true || undefined],
  wrap: (value) => ['wrap', value === true],
  horizontal: (value) => ['horizontal', (value as CellStyle['horizontal'] | null) ?? undefined],
  vertical: (value) => ['vertical', (value as CellStyle['vertical'] | null) ?? undefined],
  numberFormat: (value) => ['numberFormat', typeof value === 'string' && value !== 'General' ? value : undefined],
}

/** As the book has colours: `#rrggbb` in small letters. */
export const colourOf = (value: FormatValue): string | undefined =>
  typeof value === 'string' ? value.toLowerCase() : undefined

export function format(target: Target, { area, property, values }: Of<'format'>): void {
  const sheet = tabOf(target, area.tab)
  eachPosition(inside(sheet, area), (row, column) => {
    const [field, look] = styleOf[property](values[row - area.row]?.[column - area.column] ?? null)
    changeStyle(sheet, row, column, field, look)
  })
}

export function border(target: Target, { tab, areas }: Of<'border'>): void {
  const sheet = tabOf(target, tab)
  for (const area of areas)
    eachPosition(inside(sheet, area), (row, column) => changeStyle(sheet, row, column, 'border', true))
}

/** Sets the size of consecutive rows or columns. */
export function setSizes(sizes: Record<number, number>, first: number, count: number, pixels: number): void {
  for (let line = first; line < first + count; line++) sizes[line] = pixels
}

export function hideColumns(target: Target, { tab, column, count }: Of<'hideColumns'>): void {
  const { hiddenColumns } = tabOf(target, tab)
  for (let one = column; one < column + count; one++) if (!hiddenColumns.includes(one)) hiddenColumns.push(one)
}
