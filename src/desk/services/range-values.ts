/** What stands in a range: values, formulas, notes. */
import { cellAt, changeCell, displayValue, shiftFormula } from '../book'
import type { Scalar } from '../book'
import { readCell, readFormulaR1C1, scriptValue, writeFormula, writeFormulaR1C1, writeValue } from './cell-values'
import { RangePlace } from './range-place'

type GoogleRange = GoogleAppsScript.Spreadsheet.Range

export class RangeValues extends RangePlace {
  getValue(): Scalar | Date {
    return this.first(this.value)
  }
  getValues(): (Scalar | Date)[][] {
    return this.map(this.value)
  }
  setValue(value: unknown): GoogleRange {
    return this.each((row, column) => writeValue(this.sheet, row, column, value))
  }
  setValues(values: unknown[][]): GoogleRange {
    return this.eachGiven(values, (row, column, value) => writeValue(this.sheet, row, column, value))
  }
  getDisplayValue(): string {
    return this.first(this.display)
  }
  getDisplayValues(): string[][] {
    return this.map(this.display)
  }
  isBlank(): boolean {
    return this.map((row, column) => readCell(this.sheet, row, column)).every((cells) =>
      cells.every((cell) => cell?.value === undefined && cell?.formula === undefined),
    )
  }

  getFormula(): string {
    return this.first(this.formula)
  }
  getFormulas(): string[][] {
    return this.map(this.formula)
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
    return this.first(this.note)
  }
  getNotes(): string[][] {
    return this.map(this.note)
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

  private readonly value = (row: number, column: number) => scriptValue(readCell(this.sheet, row, column)?.value)

  private readonly display = (row: number, column: number): string => {
    const cell = readCell(this.sheet, row, column)
    return displayValue(cell?.value, cell?.style?.numberFormat)
  }

  private readonly formula = (row: number, column: number) => cellAt(this.sheet, row, column)?.formula ?? ''

  private readonly note = (row: number, column: number) => cellAt(this.sheet, row, column)?.note ?? ''

  private writeNote(row: number, column: number, note: string | null): void {
    changeCell(this.sheet, row, column, { note: note === null || note === '' ? undefined : String(note) })
  }
}
