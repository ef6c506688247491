/** How a range looks. What a cell does not say has Google's default. */
import { cellAt } from '../book'
import type { CellStyle } from '../book'
import { changeStyle } from './cell-values'
import { readColour } from './colours'
import { WrapStrategy } from './enums'
import { RangeValues } from './range-values'
import { chained } from './guard'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

type Horizontal = 'left' | 'center' | 'normal' | 'right' | null
type Vertical = 'top' | 'middle' | 'bottom' | null
type Weight = GoogleAppsScript.Spreadsheet.FontWeight
type Strategy = GoogleAppsScript.Spreadsheet.WrapStrategy
type Slant = GoogleAppsScript.Spreadsheet.FontStyle

const defaults = {
  background: '#ffffff',
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  bold: false,
  italic: false,
  // Google says so of a cell that was never told, though it shows as OVERFLOW.
  wrap: true,
  horizontal: 'general',
  vertical: 'bottom',
  numberFormat: '0.###############',
} as const

const horizontal = (value: Horizontal) => (value === null || value === 'normal' ? undefined : value)

export class RangeLooks extends RangeValues {
  getBackground(): string {
    return this.first((row, column) => this.look(row, column, 'background'))
  }
  getBackgrounds(): string[][] {
    return this.map((row, column) => this.look(row, column, 'background'))
  }
  setBackground(value: string | null): GoogleRange {
    return this.paint('background', readColour(value))
  }
  setBackgrounds(values: (string | null)[][]): GoogleRange {
    return this.paintEach('background', values, readColour)
  }
  getFontColor(): string {
    return this.first((row, column) => this.look(row, column, 'fontColor'))
  }
  getFontColors(): string[][] {
    return this.map((row, column) => this.look(row, column, 'fontColor'))
  }
  setFontColor(value: string | null): GoogleRange {
    return this.paint('fontColor', readColour(value))
  }
  setFontColors(values: (string | null)[][]): GoogleRange {
    return this.paintEach('fontColor', values, readColour)
  }
  getFontFamily(): string {
    return this.first((row, column) => this.look(row, column, 'fontFamily'))
  }
  getFontFamilies(): string[][] {
    return this.map((row, column) => this.look(row, column, 'fontFamily'))
  }
  setFontFamily(value: string | null): GoogleRange {
    return this.paint('fontFamily', value ?? undefined)
  }
  setFontFamilies(values: (string | null)[][]): GoogleRange {
    return this.paintEach('fontFamily', values, (value) => value ?? undefined)
  }
  getFontSize(): number {
    return this.first((row, column) => this.look(row, column, 'fontSize'))
  }
  getFontSizes(): number[][] {
    return this.map((row, column) => this.look(row, column, 'fontSize'))
  }
  setFontSize(value: number): GoogleRange {
    return this.paint('fontSize', value)
  }
  setFontSizes(values: number[][]): GoogleRange {
    return this.paintEach('fontSize', values, (value) => value)
  }
  getFontWeight(): Weight {
    return this.first(this.weight)
  }
  getFontWeights(): Weight[][] {
    return this.map(this.weight)
  }
  setFontWeight(value: Weight | null): GoogleRange {
    return this.paint('bold', value === 'bold' || undefined)
  }
  setFontWeights(values: (Weight | null)[][]): GoogleRange {
    return this.paintEach('bold', values, (value) => value === 'bold' || undefined)
  }
  getFontStyle(): Slant {
    return this.first(this.slant)
  }
  getFontStyles(): Slant[][] {
    return this.map(this.slant)
  }
  setFontStyle(value: Slant | null): GoogleRange {
    return this.paint('italic', value === 'italic' || undefined)
  }
  setFontStyles(values: (Slant | null)[][]): GoogleRange {
    return this.paintEach('italic', values, (value) => value === 'italic' || undefined)
  }
  getHorizontalAlignment(): string {
    return this.first((row, column) => this.look(row, column, 'horizontal'))
  }
  getHorizontalAlignments(): string[][] {
    return this.map((row, column) => this.look(row, column, 'horizontal'))
  }
  setHorizontalAlignment(value: Horizontal): GoogleRange {
    return this.paint('horizontal', horizontal(value))
  }
  setHorizontalAlignments(values: Horizontal[][]): GoogleRange {
    return this.paintEach('horizontal', values, horizontal)
  }
  getVerticalAlignment(): string {
    return this.first((row, column) => this.look(row, column, 'vertical'))
  }
  getVerticalAlignments(): string[][] {
    return this.map((row, column) => this.look(row, column, 'vertical'))
  }
  setVerticalAlignment(value: Vertical): GoogleRange {
    return this.paint('vertical', value ?? undefined)
  }
  setVerticalAlignments(values: Vertical[][]): GoogleRange {
    return this.paintEach('vertical', values, (value) => value ?? undefined)
  }
  getWrap(): boolean {
    return this.first((row, column) => this.look(row, column, 'wrap'))
  }
  getWraps(): boolean[][] {
    return this.map((row, column) => this.look(row, column, 'wrap'))
  }
  setWrap(value: boolean): GoogleRange {
    return this.paint('wrap', value)
  }
  setWraps(values: boolean[][]): GoogleRange {
    return this.paintEach('wrap', values, (value) => value)
  }
  getWrapStrategy(): Strategy {
    return this.first(this.strategy)
  }
  getWrapStrategies(): Strategy[][] {
    return this.map(this.strategy)
  }
  setWrapStrategies(strategies: Strategy[][]): GoogleRange {
    return this.paintEach('wrap', strategies, (strategy) => strategy === WrapStrategy.WRAP)
  }
  /** CLIP and OVERFLOW are one on the desk: not wrapped. */
  setWrapStrategy(strategy: Strategy): GoogleRange {
    return this.setWrap(strategy === WrapStrategy.WRAP)
  }
  getNumberFormat(): string {
    return this.first((row, column) => this.look(row, column, 'numberFormat'))
  }
  getNumberFormats(): string[][] {
    return this.map((row, column) => this.look(row, column, 'numberFormat'))
  }
  setNumberFormat(value: string): GoogleRange {
    return this.paint('numberFormat', numberFormat(value))
  }
  setNumberFormats(values: string[][]): GoogleRange {
    return this.paintEach('numberFormat', values, numberFormat)
  }
  /** The desk knows a cell with a border and one without: any side set to true draws it, all false takes it away. */
  setBorder(...given: unknown[]): GoogleRange {
    const sides = given.slice(0, 6)
    if (sides.includes(true)) return this.paint('border', true)
    return sides.includes(false) ? this.paint('border', undefined) : chained(this)
  }
  clearFormat(): GoogleRange {
    for (const field of [...Object.keys(defaults), 'border'] as (keyof CellStyle)[]) this.paint(field, undefined)
    return chained(this)
  }

  private look<Field extends keyof typeof defaults>(row: number, column: number, field: Field) {
    const style: CellStyle = cellAt(this.sheet, row, column)?.style ?? {}
    return (style[field] ?? defaults[field]) as NonNullable<CellStyle[Field]>
  }

  private readonly weight = (row: number, column: number): Weight =>
    this.look(row, column, 'bold') ? 'bold' : 'normal'

  private readonly strategy = (row: number, column: number): Strategy =>
    cellAt(this.sheet, row, column)?.style?.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW

  private readonly slant = (row: number, column: number): Slant =>
    this.look(row, column, 'italic') ? 'italic' : 'normal'

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

function numberFormat(format: string): string | undefined {
  return format === '' || /^general$/i.test(format) ? undefined : format
}
