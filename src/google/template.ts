import { planTemplate, templateTabs } from '../actions'
import type { Plan, TabAsIs, TemplateReading, TemplateRequest } from '../actions'
import { menuWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readValues, wholeRange } from './workbook-reader'
import type { OpenWorkbook, Sheet } from './workbook-reader'

function readAll(name: string, sheet: Sheet): TabAsIs {
  const range = wholeRange(sheet)
  return { name, values: readValues(range), formulas: range.getFormulas(), notes: range.getNotes() }
}

function readTemplate({ sheets, names }: OpenWorkbook): TemplateReading {
  const ours = templateTabs([...sheets.keys()], names)
  const tabs = [...sheets].map(([name, sheet]) => {
    const isBlank = sheets.size === 1 && sheet.getLastRow() === 0
    return { name, isBlank, read: ours.includes(name) && !isBlank ? readAll(name, sheet) : null }
  })
  return { tabs, names, properties: PropertiesService.getDocumentProperties().getProperties() }
}

/** 初始化模板. A request fills in unit, year and last year's figures where they are blank. */
export function runTemplate(request: TemplateRequest): Plan {
  return alone(menuWords.template, () => {
    const workbook = openWorkbook()
    const plan = planTemplate(readTemplate(workbook), request, currentRun())
    applyWrites(workbook.spreadsheet, workbook.sheets, plan.writes)
    workbook.spreadsheet.toast(plan.message, menuWords.menu)
    return plan
  })
}
