/** RangeList: one call for many ranges of a tab. */
import type { Sheet } from '../book'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { notedRange } from './notation'
import { insideRange } from './range'
import type { DeskRange } from './range'

type GoogleRangeList = GoogleAppsScript.Spreadsheet.RangeList
type Arguments<Name extends keyof DeskRange> = DeskRange[Name] extends (...values: infer Values) => unknown
  ? Values
  : never

class DeskRangeList implements Pick<GoogleRangeList, Has<'RangeList'>> {
  constructor(private readonly ranges: readonly GoogleAppsScript.Spreadsheet.Range[]) {}

  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return [...this.ranges]
  }
  activate = (): GoogleRangeList => this.each((range) => range.activate())
  breakApart = () => this.each((range) => range.breakApart())
  clear = (...values: Arguments<'clear'>) => this.each((range) => range.clear(...values))
  clearContent = () => this.each((range) => range.clearContent())
  clearDataValidations = () => this.each((range) => range.clearDataValidations())
  clearFormat = () => this.each((range) => range.clearFormat())
  clearNote = () => this.each((range) => range.clearNote())
  setBackground = (value: string | null) => this.each((range) => range.setBackground(value))
  setBorder = (...values: Arguments<'setBorder'>) => this.each((range) => range.setBorder(...values))
  setFontColor = (value: string | null) => this.each((range) => range.setFontColor(value))
  setFontFamily = (value: string | null) => this.each((range) => range.setFontFamily(value))
  setFontSize = (value: number) => this.each((range) => range.setFontSize(value))
  setFontStyle = (...values: Arguments<'setFontStyle'>) => this.each((range) => range.setFontStyle(...values))
  setFontWeight = (...values: Arguments<'setFontWeight'>) => this.each((range) => range.setFontWeight(...values))
  setFormula = (formula: string) => this.each((range) => range.setFormula(formula))
  setFormulaR1C1 = (formula: string) => this.each((range) => range.setFormulaR1C1(formula))
  setHorizontalAlignment = (...values: Arguments<'setHorizontalAlignment'>) =>
    this.each((range) => range.setHorizontalAlignment(...values))
  setNote = (note: string | null) => this.each((range) => range.setNote(note))
  setNumberFormat = (format: string) => this.each((range) => range.setNumberFormat(format))
  setValue = (value: unknown) => this.each((range) => range.setValue(value))
  setVerticalAlignment = (...values: Arguments<'setVerticalAlignment'>) =>
    this.each((range) => range.setVerticalAlignment(...values))
  setWrap = (value: boolean) => this.each((range) => range.setWrap(value))
  setWrapStrategy = (...values: Arguments<'setWrapStrategy'>) => this.each((range) => range.setWrapStrategy(...values))

  private each(use: (range: DeskRange) => unknown): GoogleRangeList {
    for (const range of this.ranges) use(insideRange(range, 'RangeList'))
    return chained(this)
  }
}

export function rangeListFace(sheet: Sheet, notations: readonly string[]): GoogleRangeList {
  return guard('RangeList', new DeskRangeList(notations.map((notation) => notedRange(sheet, notation))))
}
