/**
 * Objects lead to each other at Google: a range to its tab, a tab to its workbook. Their modules import each other in
 * one direction only; the other way goes through here, where each of them puts its maker.
 */
import type { Sheet } from '../../../../src/desk/book'

interface Faces {
  sheet: (sheet: Sheet) => GoogleAppsScript.Spreadsheet.Sheet
  spreadsheet: () => GoogleAppsScript.Spreadsheet.Spreadsheet
}

const missing = (): never => {
  throw new Error('The services are not loaded yet')
}

export const faces: Faces = { sheet: missing, spreadsheet: missing }
