/** RangeList: one call for many ranges of a tab. */
import type { Sheet } from '../../../../src/desk/book'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { notedRange } from './notation'
import { insideRange, type DoubleRange } from './range'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleRangeList = GoogleAppsScript.Spreadsheet.RangeList

class DoubleRangeList implements Pick<GoogleRangeList, Has<'RangeList'>> {
  constructor(private readonly ranges: readonly GoogleRange[]) {}

  getRanges(): GoogleRange[] {
    return [...this.ranges]
  }
  setBackground(colour: string | null): GoogleRangeList {
    return this.each((range) => range.setBackground(colour))
  }
  setBorder(...sides: unknown[]): GoogleRangeList {
    return this.each((range) => range.setBorder(...sides))
  }
  setFormulaR1C1(formula: string): GoogleRangeList {
    return this.each((range) => range.writeFormulas(formula))
  }

  private each(use: (range: DoubleRange) => unknown): GoogleRangeList {
    for (const range of this.ranges) use(insideRange(range, 'RangeList'))
    return chained(this)
  }
}

export function rangeListFace(sheet: Sheet, notations: readonly string[]): GoogleRangeList {
  return guard('RangeList', new DoubleRangeList(notations.map((notation) => notedRange(sheet, notation))))
}
