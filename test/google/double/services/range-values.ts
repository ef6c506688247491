/** What stands in a range: values, formulas, notes. */
import { cellAt, changeCell, mapCells, mapPositions, toR1C1 } from '../../../../src/desk/book'
import type { Cell, Scalar } from '../../../../src/desk/book'
import { scriptValue, writeFormulaR1C1, writeValue } from './cell-values'
import { RangePlace } from './range-place'
import { running } from './running'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

const valueOf = (cell: Cell | undefined) => scriptValue(cell?.value)
const formulaOf = (cell: Cell | undefined) => cell?.formula ?? ''
const noteOf = (cell: Cell | undefined) => cell?.note ?? ''

export class RangeValues extends RangePlace {
  getValues(): (Scalar | Date)[][] {
    running().calculator.recalculate()
    return mapCells(this.sheet, this.area, valueOf)
  }
  setValues(values: unknown[][]): GoogleRange {
    return this.eachGiven(values, (row, column, value) => writeValue(this.sheet, row, column, value))
  }
  getFormulas(): string[][] {
    return mapCells(this.sheet, this.area, formulaOf)
  }
  getFormulasR1C1(): string[][] {
    return mapPositions(this.area, (row, column) => {
      const formula = formulaOf(cellAt(this.sheet, row, column))
      return formula === '' ? '' : toR1C1(formula, { row, column })
    })
  }
  getNotes(): string[][] {
    return mapCells(this.sheet, this.area, noteOf)
  }
  setNotes(notes: (string | null)[][]): GoogleRange {
    return this.eachGiven(notes, (row, column, note) => {
      changeCell(this.sheet, row, column, { note: note === null || note === '' ? undefined : String(note) })
    })
  }

  /** For a list of ranges: the same formula, in R1C1 notation, for each cell. */
  writeFormulas(formulaR1C1: string): void {
    this.each((row, column) => writeFormulaR1C1(this.sheet, row, column, formulaR1C1))
  }
}
