import { checkTabs, markedTabs, planCheck, tabsToRead } from '../actions'
import type { CheckPlan, CheckReading } from '../actions'
import { menuWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs, wholeRange } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

/** Nine tabs and the properties: with the named ranges, eleven reads. */
export function readFigures(workbook: OpenWorkbook): Omit<CheckReading, 'notes'> {
  return {
    snapshot: readTabs(workbook, checkTabs),
    sheetIds: Object.fromEntries([...workbook.sheets].map(([name, sheet]) => [name, sheet.getSheetId()])),
    properties: PropertiesService.getDocumentProperties().getProperties(),
  }
}

/** Checks what was read, and the notes of three tabs: three reads. */
export function checkRead({ spreadsheet, sheets, names }: OpenWorkbook, read: Omit<CheckReading, 'notes'>): CheckPlan {
  const notes = tabsToRead([...sheets.keys()], names, markedTabs).flatMap((name) => {
    const sheet = sheets.get(name)
    return sheet ? [[name, wholeRange(sheet).getNotes()] as const] : []
  })
  const plan = planCheck({ ...read, notes: Object.fromEntries(notes) }, currentRun())
  applyWrites(spreadsheet, sheets, plan.writes)
  return plan
}

/** 校验. */
export function runCheck(): CheckPlan {
  return alone(menuWords.check, () => {
    const workbook = openWorkbook()
    const plan = checkRead(workbook, readFigures(workbook))
    workbook.spreadsheet.toast(plan.message, menuWords.check)
    return plan
  })
}
