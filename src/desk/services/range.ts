/** Range: places, values and looks, and what cells are part of: merges, validations, protections. */
import { encloses, overlaps, without } from '../../workbook'
import type { Area, Sheet, Validation } from '../book'
import { faces } from './faces'
import { badArguments, chained, guard, inside } from './guard'
import type { Has } from './kinds'
import { RangeLooks } from './range-looks'
import { running } from './running'
import { DeskValidation, validationFace } from './validation'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleValidation = GoogleAppsScript.Spreadsheet.DataValidation

export class DeskRange extends RangeLooks implements Pick<GoogleRange, Has<'Range'>> {
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return faces.sheet(this.sheet)
  }
  /** Counted from the range's own first cell, from 1. */
  getCell(row: number, column: number): GoogleRange {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw new Error('Cell reference out of range')
    }
    return this.offset(row - 1, column - 1, 1, 1)
  }
  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): GoogleRange {
    const { row, column, rows, columns } = this.area
    return rangeFace(this.sheet, {
      row: row + rowOffset,
      column: column + columnOffset,
      rows: numRows ?? rows,
      columns: numColumns ?? columns,
    })
  }
  activate(): GoogleRange {
    running().active = { sheet: this.sheet, ...this.area }
    return chained(this)
  }
  activateAsCurrentCell(): GoogleRange {
    return this.activate()
  }
  /** A script on the desk runs as the workbook's owner. */
  canEdit(): boolean {
    return true
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
  breakApart(): GoogleRange {
    this.refuseHalfMerges()
    this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.area))
    return chained(this)
  }
  isPartOfMerge(): boolean {
    return this.sheet.merges.some((merge) => overlaps(merge, this.area))
  }
  getMergedRanges(): GoogleRange[] {
    return this.sheet.merges.filter((merge) => overlaps(merge, this.area)).map((area) => rangeFace(this.sheet, area))
  }

  getDataValidation(): GoogleValidation | null {
    return this.first(this.validation)
  }
  getDataValidations(): (GoogleValidation | null)[][] {
    return this.map(this.validation)
  }
  setDataValidation(rule: GoogleValidation | null): GoogleRange {
    this.putValidation(this.area, rule)
    return chained(this)
  }
  setDataValidations(rules: (GoogleValidation | null)[][]): GoogleRange {
    return this.eachGiven(rules, (row, column, rule) => this.putValidation({ row, column, rows: 1, columns: 1 }, rule))
  }
  clearDataValidations(): GoogleRange {
    return this.setDataValidation(null)
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    const protection = { area: this.area, open: [], description: '', warningOnly: false }
    this.sheet.protections.push(protection)
    return faces.protection(this.sheet, protection)
  }

  /** Without options contents and formats; notes and validations stay, as at Google. */
  clear(options: ClearOptions = {}): GoogleRange {
    const { commentsOnly, contentsOnly, formatOnly, validationsOnly } = options
    const everything = !commentsOnly && !contentsOnly && !formatOnly && !validationsOnly
    if (everything || contentsOnly) this.clearContent()
    if (everything || formatOnly) this.clearFormat()
    if (commentsOnly) this.clearNote()
    if (validationsOnly) this.clearDataValidations()
    return chained(this)
  }

  private readonly validation = (row: number, column: number): GoogleValidation | null => {
    const cell = { row, column, rows: 1, columns: 1 }
    const found = this.sheet.validations.find(({ area }) => overlaps(area, cell))
    return found ? validationFace(found) : null
  }

  private putValidation(area: Area, rule: GoogleValidation | null): void {
    const validations = this.sheet.validations.flatMap((entry): Validation[] =>
      without(entry.area, area).map((rest) => ({ ...entry, area: rest })),
    )
    const given = rule === null ? [] : [{ ...inside(rule, DeskValidation, 'setDataValidation').terms, area }]
    this.sheet.validations = [...validations, ...given]
  }

  private mergeAreas(areas: readonly Area[]): void {
    this.refuseHalfMerges()
    for (const area of areas) {
      this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, area))
      if (area.rows * area.columns === 1) continue
      const kept = new DeskRange(this.sheet, area)
      kept.each((row, column) => {
        if (row !== area.row || column !== area.column) rangeAt(this.sheet, row, column).clearContent()
      })
      this.sheet.merges.push(area)
    }
  }

  private refuseHalfMerges(): void {
    const half = this.sheet.merges.find((merge) => overlaps(merge, this.area) && !encloses(this.area, merge))
    if (half) throw new Error('You must select all cells in a merged range to merge or unmerge them.')
  }
}

interface ClearOptions {
  commentsOnly?: boolean | undefined
  contentsOnly?: boolean | undefined
  formatOnly?: boolean | undefined
  validationsOnly?: boolean | undefined
  skipFilteredRows?: boolean | undefined
}

function rangeAt(sheet: Sheet, row: number, column: number): DeskRange {
  return new DeskRange(sheet, { row, column, rows: 1, columns: 1 })
}

/** Throws, as Google does, for cells that are not on the tab. */
export function rangeFace(sheet: Sheet, area: Area, notation?: string): GoogleRange {
  const { row, column, rows, columns } = area
  if (rows < 1) throw new Error('The number of rows in the range must be at least 1.')
  if (columns < 1) throw new Error('The number of columns in the range must be at least 1.')
  if (row < 1) throw new Error('The starting row of the range is too small.')
  if (column < 1) throw new Error('The starting column of the range is too small.')
  if (![row, column, rows, columns].every(Number.isInteger)) throw badArguments('getRange')
  if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
  }
  return guard('Range', new DeskRange(sheet, area, notation))
}

export function insideRange(range: unknown, method: string): DeskRange {
  return inside(range, DeskRange, method)
}
