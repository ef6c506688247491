import { DataValidationCriteria, ProtectionType } from './enums'
import type { Has } from './kinds'
import { running } from './running'
import { spreadsheetFace } from './spreadsheet'
import { uiFace } from './ui'
import { newValidation } from './validation'

type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp

export class DoubleSpreadsheetApp implements Pick<GoogleApp, Has<'SpreadsheetApp'>> {
  readonly DataValidationCriteria = DataValidationCriteria
  readonly ProtectionType = ProtectionType

  getActive(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return spreadsheetFace()
  }
  getUi(): GoogleAppsScript.Base.Ui {
    return uiFace()
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return newValidation()
  }
  /** Writes are never held back in the double; formulas are brought up to date. */
  flush(): void {
    running().calculator.recalculate()
  }
}
