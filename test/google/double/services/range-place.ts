/** Where a range is: what its handle knows without asking the workbook. */
import { areaA1 } from '../../../../src/workbook'
import { eachPosition } from '../../../../src/desk/book'
import type { Area, Sheet } from '../../../../src/desk/book'
import { chained } from './guard'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

/** Cells of one tab. */
export class RangePlace {
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
  ) {}

  get subject(): string {
    return `${this.sheet.id}!${areaA1(this.area)}`
  }
  getA1Notation(): string {
    return areaA1(this.area)
  }
  getRow(): number {
    return this.area.row
  }
  getColumn(): number {
    return this.area.column
  }
  getNumRows(): number {
    return this.area.rows
  }
  getNumColumns(): number {
    return this.area.columns
  }
  getGridId(): number {
    return this.sheet.id
  }

  protected each(visit: (row: number, column: number) => void): GoogleRange {
    eachPosition(this.area, visit)
    return chained(this)
  }

  /** One given value for each cell; Google refuses rows and columns that do not fit. */
  protected eachGiven<T>(
    given: readonly (readonly T[])[],
    visit: (row: number, column: number, value: T) => void,
  ): GoogleRange {
    this.checkSize(given)
    given.forEach((values, down) => {
      values.forEach((value, across) => visit(this.area.row + down, this.area.column + across, value))
    })
    return chained(this)
  }

  private checkSize(given: unknown): asserts given is readonly (readonly unknown[])[] {
    if (!Array.isArray(given) || !given.every(Array.isArray)) {
      throw new Error("The parameters don't match the method signature: an array of rows is expected.")
    }
    const rows: readonly (readonly unknown[])[] = given
    const { area } = this
    if (rows.length !== area.rows) {
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${area.rows}.`,
      )
    }
    const wrong = rows.find((row) => row.length !== area.columns)
    if (wrong) {
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${area.columns}.`,
      )
    }
  }
}
