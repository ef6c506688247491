/** What stands in a range: values, formulas, notes. */
import { cellAt, changeCell, displayValue, mapCells, shiftFormula } from '../book'
import type { Cell, Scalar } from '../book'
import { readCell, readFormulaR1C1, scriptValue, writeFormula, writeFormulaR1C1, writeValue } from './cell-values'
import { RangePlace } from './range-place'
import { running } from './running'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

const valueOf = (cell: Cell | undefined) => scriptValue(cell?.value)
const displayOf = (cell: Cell | undefined) => displayValue(cell?.value, cell?.style?.numberFormat)
const formulaOf = (cell: Cell | undefined) => cell?.formula ?? ''
const noteOf = (cell: Cell | undefined) => cell?.note ?? ''

export class RangeValues extends RangePlace {
  getValue(): Scalar | Date {
    return valueOf(readCell(this.sheet, this.area.row, this.area.column))
  }
  getValues(): (Scalar | Date)[][] {
    return this.mapRecalculated(valueOf)
  }
  setValue(value: unknown): GoogleRange {
    return this.each((row, column) => writeValue(this.sheet, row, column, value))
  }
  setValues(values: unknown[][]): GoogleRange {
    return this.eachGiven(values, (row, column, value) => writeValue(this.sheet, row, column, value))
  }
  getDisplayValue(): string {
    return displayOf(readCell(this.sheet, this.area.row, this.area.column))
  }
  getDisplayValues(): string[][] {
    return this.mapRecalculated(displayOf)
  }
  isBlank(): boolean {
    return this.mapRecalculated((cell) => cell?.value === undefined && cell?.formula === undefined)
      .flat()
      .every(Boolean)
  }

  getFormula(): string {
    return formulaOf(cellAt(this.sheet, this.area.row, this.area.column))
  }
  getFormulas(): string[][] {
    return mapCells(this.sheet, this.area, formulaOf)
  }
  getFormulaR1C1(): string {
    return this.first((row, column) => readFormulaR1C1(this.sheet, row, column))
  }
  getFormulasR1C1(): string[][] {
    return this.map((row, column) => readFormulaR1C1(this.sheet, row, column))
  }
  /** Written for the first cell and copied to the others, as Google does. */
  setFormula(formula: string | null): GoogleRange {
    const { area } = this
    return this.each((row, column) => {
      writeFormula(this.sheet, row, column, shiftFormula(formula ?? '', area, { row, column }))
    })
  }
  setFormulas(formulas: (string | null)[][]): GoogleRange {
    return this.eachGiven(formulas, (row, column, formula) => writeFormula(this.sheet, row, column, formula ?? ''))
  }
  setFormulaR1C1(formula: string): GoogleRange {
    return this.each((row, column) => writeFormulaR1C1(this.sheet, row, column, formula))
  }
  setFormulasR1C1(formulas: string[][]): GoogleRange {
    return this.eachGiven(formulas, (row, column, formula) => writeFormulaR1C1(this.sheet, row, column, formula))
  }

  getNote(): string {
    return noteOf(cellAt(this.sheet, this.area.row, this.area.column))
  }
  getNotes(): string[][] {
    return mapCells(this.sheet, this.area, noteOf)
  }
  setNote(note: string | null): GoogleRange {
    return this.each((row, column) => this.writeNote(row, column, note))
  }
  setNotes(notes: (string | null)[][]): GoogleRange {
    return this.eachGiven(notes, (row, column, note) => this.writeNote(row, column, note))
  }
  clearNote(): GoogleRange {
    return this.setNote(null)
  }
  clearContent(): GoogleRange {
    return this.setValue(null)
  }

  private mapRecalculated<T>(read: (cell: Cell | undefined) => T): T[][] {
    running().calculator.recalculate()
    return mapCells(this.sheet, this.area, read)
  }

  private writeNote(row: number, column: number, note: string | null): void {
    changeCell(this.sheet, row, column, { note: note === null || note === '' ? undefined : String(note) })
  }
}
