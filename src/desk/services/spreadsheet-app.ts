import { BorderStyle, DataValidationCriteria, Dimension, ProtectionType, SheetType, WrapStrategy } from './enums'
import type { Has } from './kinds'
import { running } from './running'
import { spreadsheetFace } from './spreadsheet'
import { uiFace } from './ui'
import { newValidation } from './validation'

type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp
type GoogleRange = GoogleAppsScript.Spreadsheet.Range
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet

export class DeskSpreadsheetApp implements Pick<GoogleApp, Has<'SpreadsheetApp'>> {
  readonly BorderStyle = BorderStyle
  readonly DataValidationCriteria = DataValidationCriteria
  readonly Dimension = Dimension
  readonly ProtectionType = ProtectionType
  readonly SheetType = SheetType
  readonly WrapStrategy = WrapStrategy

  getActive(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return spreadsheetFace()
  }
  getActiveSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return spreadsheetFace()
  }
  getActiveSheet(): GoogleSheet {
    return spreadsheetFace().getActiveSheet()
  }
  setActiveSheet(sheet: GoogleSheet): GoogleSheet {
    return spreadsheetFace().setActiveSheet(sheet)
  }
  getActiveRange(): GoogleRange {
    return spreadsheetFace().getActiveRange() ?? this.getCurrentCell()
  }
  setActiveRange(range: GoogleRange): GoogleRange {
    return spreadsheetFace().setActiveRange(range)
  }
  getCurrentCell(): GoogleRange {
    return this.getActiveSheet().getActiveCell()
  }
  getUi(): GoogleAppsScript.Base.Ui {
    return uiFace()
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return newValidation()
  }
  /** Writes are never held back on the desk; formulas are brought up to date. */
  flush(): void {
    running().calculator.recalculate()
  }
}
