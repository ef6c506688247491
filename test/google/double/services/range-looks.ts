/** How a range looks: what is set goes into the cells' styles; what is null there is taken away. */
import { changeStyle } from '../../../../src/desk/book'
import type { CellStyle } from '../../../../src/desk/book'
import { readColour } from './colours'
import { chained } from './guard'
import { RangeValues } from './range-values'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type Horizontal = 'left' | 'center' | 'normal' | 'right' | null
type Vertical = 'top' | 'middle' | 'bottom' | null
type Weight = GoogleAppsScript.Spreadsheet.FontWeight | null

const horizontal = (value: Horizontal) => (value === null || value === 'normal' ? undefined : value)
const vertical = (value: Vertical) => value ?? undefined
const bold = (value: Weight) => value === 'bold' || undefined
const numberFormat = (format: string) => (format === 'General' ? undefined : format)
const same = <T>(value: T): T => value

export class RangeLooks extends RangeValues {
  setBackground(value: string | null): GoogleRange {
    return this.paint('background', readColour(value))
  }
  setBackgrounds(values: (string | null)[][]): GoogleRange {
    return this.paintEach('background', values, readColour)
  }
  setFontColors(values: (string | null)[][]): GoogleRange {
    return this.paintEach('fontColor', values, readColour)
  }
  setFontSizes(values: number[][]): GoogleRange {
    return this.paintEach('fontSize', values, same)
  }
  setFontWeights(values: Weight[][]): GoogleRange {
    return this.paintEach('bold', values, bold)
  }
  setHorizontalAlignments(values: Horizontal[][]): GoogleRange {
    return this.paintEach('horizontal', values, horizontal)
  }
  setVerticalAlignments(values: Vertical[][]): GoogleRange {
    return this.paintEach('vertical', values, vertical)
  }
  setWraps(values: boolean[][]): GoogleRange {
    return this.paintEach('wrap', values, same)
  }
  setNumberFormats(values: string[][]): GoogleRange {
    return this.paintEach('numberFormat', values, numberFormat)
  }
  /** The double knows a cell with a border and one without. */
  setBorder(...sides: unknown[]): GoogleRange {
    return sides.includes(true) ? this.paint('border', true) : chained(this)
  }

  private paint<Field extends keyof CellStyle>(field: Field, value: CellStyle[Field] | undefined): GoogleRange {
    return this.each((row, column) => changeStyle(this.sheet, row, column, field, value))
  }

  private paintEach<Field extends keyof CellStyle, Given>(
    field: Field,
    values: readonly (readonly Given[])[],
    read: (value: Given) => CellStyle[Field] | undefined,
  ): GoogleRange {
    return this.eachGiven(values, (row, column, value) => changeStyle(this.sheet, row, column, field, read(value)))
  }
}
