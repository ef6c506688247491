/** Range: places, values and looks, and what cells are part of: merges, validations, protections. */
import { contains, encloses, overlaps, without } from '../../../../src/workbook'
import type { Area, Sheet, Validation } from '../../../../src/desk/book'
import { eachPosition } from '../../../../src/desk/book'
import { writeValue } from './cell-values'
import { faces } from './faces'
import { badArguments, chained, guard, inside } from './guard'
import type { Has } from './kinds'
import { RangeLooks } from './range-looks'
import { running } from './running'
import { DoubleValidation, validationFace } from './validation'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleValidation = GoogleAppsScript.Spreadsheet.DataValidation

export class DoubleRange extends RangeLooks implements Pick<GoogleRange, Has<'Range'>> {
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return faces.sheet(this.sheet)
  }
  activate(): GoogleRange {
    const { row, column } = this.area
    running().active = { sheet: this.sheet, row, column }
    return chained(this)
  }
  merge(): GoogleRange {
    this.mergeAreas([this.area])
    return chained(this)
  }
  mergeAcross(): GoogleRange {
    const { area } = this
    this.mergeAreas(Array.from({ length: area.rows }, (_, down) => ({ ...area, row: area.row + down, rows: 1 })))
    return chained(this)
  }
  mergeVertically(): GoogleRange {
    const { area } = this
    this.mergeAreas(
      Array.from({ length: area.columns }, (_, across) => ({ ...area, column: area.column + across, columns: 1 })),
    )
    return chained(this)
  }
  getMergedRanges(): GoogleRange[] {
    return this.sheet.merges.filter((merge) => overlaps(merge, this.area)).map((merge) => rangeFace(this.sheet, merge))
  }
  /** Of the first cell. */
  getDataValidation(): GoogleValidation | null {
    const { row, column } = this.area
    const found = this.sheet.validations.find((one) => contains(one.area, row, column))
    return found ? validationFace(found) : null
  }
  setDataValidation(rule: GoogleValidation | null): GoogleRange {
    this.putValidation(this.area, rule)
    return chained(this)
  }

  private putValidation(area: Area, rule: GoogleValidation | null): void {
    const validations = this.sheet.validations.flatMap((entry): Validation[] =>
      without(entry.area, area).map((rest) => ({ ...entry, area: rest })),
    )
    const given = rule === null ? [] : [{ ...inside(rule, DoubleValidation, 'setDataValidation').terms, area }]
    this.sheet.validations = [...validations, ...given]
  }

  private mergeAreas(areas: readonly Area[]): void {
    this.refuseHalfMerges()
    for (const area of areas) {
      this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, area))
      if (area.rows * area.columns === 1) continue
      eachPosition(area, (row, column) => {
        if (row !== area.row || column !== area.column) writeValue(this.sheet, row, column, null)
      })
      this.sheet.merges.push(area)
    }
  }

  private refuseHalfMerges(): void {
    const half = this.sheet.merges.find((merge) => overlaps(merge, this.area) && !encloses(this.area, merge))
    if (half) throw new Error('You must select all cells in a merged range to merge or unmerge them.')
  }
}

/** Throws, as Google does, for cells that are not on the tab. */
export function rangeFace(sheet: Sheet, area: Area): GoogleRange {
  const { row, column, rows, columns } = area
  if (rows < 1) throw new Error('The number of rows in the range must be at least 1.')
  if (columns < 1) throw new Error('The number of columns in the range must be at least 1.')
  if (row < 1) throw new Error('The starting row of the range is too small.')
  if (column < 1) throw new Error('The starting column of the range is too small.')
  if (![row, column, rows, columns].every(Number.isInteger)) throw badArguments('getRange')
  if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return guard('Range', new DoubleRange(sheet, area))
}

export function insideRange(range: unknown, method: string): DoubleRange {
  return inside(range, DoubleRange, method)
}
