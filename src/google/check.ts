import { checkTabs, markedTabs, planCheck, tabsToRead } from '../actions'
import type { CheckPlan, CheckReading } from '../actions'
import { menuWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs, wholeRange } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

/** Named ranges, nine tabs, the notes of three and the properties: fourteen reads. */
function readCheck(workbook: OpenWorkbook): CheckReading {
  const { sheets, names } = workbook
  const marked = tabsToRead([...sheets.keys()], names, markedTabs)
  const notes = marked.flatMap((name) => {
    const sheet = sheets.get(name)
    return sheet ? [[name, wholeRange(sheet).getNotes()] as const] : []
  })
  return {
    snapshot: readTabs(workbook, checkTabs),
    notes: Object.fromEntries(notes),
    sheetIds: Object.fromEntries([...sheets].map(([name, sheet]) => [name, sheet.getSheetId()])),
    properties: PropertiesService.getDocumentProperties().getProperties(),
  }
}

/** 校验. */
export function runCheck(): CheckPlan {
  return alone(menuWords.check, () => {
    const workbook = openWorkbook()
    const plan = planCheck(readCheck(workbook), currentRun())
    applyWrites(workbook.spreadsheet, workbook.sheets, plan.writes)
    workbook.spreadsheet.toast(plan.message, menuWords.check)
    return plan
  })
}
