/** 插入数据项 and 生成叙述初稿. */
import {
  checkTabs,
  draftHtml,
  fieldsHtml,
  planDraft,
  planInsertion,
  planReplacement,
  tabNamed,
  toolPage,
} from '../actions'
import type { FieldOffer } from '../actions'
import { menuWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs } from './workbook-reader'

/** What a function called by these pages answers; without `html` the page stays as it is. */
export interface ToolAnswer {
  message: string
  html?: string
}

const show = (title: string, html: string): void =>
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(toolPage(title, html)).setTitle(title))

const currentFields = (): string => fieldsHtml(readTabs(openWorkbook(), checkTabs))

export function openFields(): ToolAnswer {
  const html = currentFields()
  show(menuWords.fields, html)
  return { message: '', html }
}

export const listFields = (): ToolAnswer => ({ message: '', html: currentFields() })

/** Behind the text of the cell that is selected now. */
export function insert(field: string, section: string): ToolAnswer {
  return alone(menuWords.fields, () => {
    const workbook = openWorkbook()
    const { spreadsheet, sheets } = workbook
    const cell = spreadsheet.getCurrentCell() as GoogleAppsScript.Spreadsheet.Range | null
    const selected = cell && { tab: cell.getSheet().getName(), row: cell.getRow(), column: cell.getColumn() }
    const plan = planInsertion(readTabs(workbook, checkTabs), { field, section, selected })
    applyWrites(spreadsheet, sheets, plan.writes)
    return { message: plan.message }
  })
}

/** In place of a figure that was typed; the page is drawn anew, since what stands behind it has moved. */
export function replaceByField(offer: Pick<FieldOffer, 'section' | 'start' | 'from' | 'to'>): ToolAnswer {
  return alone(menuWords.fields, () => {
    const workbook = openWorkbook()
    const { message, writes } = planReplacement(readTabs(workbook, checkTabs), offer)
    applyWrites(workbook.spreadsheet, workbook.sheets, writes)
    SpreadsheetApp.flush()
    return { message, html: currentFields() }
  })
}

export function openDraft(): ToolAnswer {
  const html = draftHtml([])
  show(menuWords.draft, html)
  return { message: '', html }
}

export function draft(replaced: readonly string[], facts: Readonly<Record<string, string>>): ToolAnswer {
  return alone(menuWords.draft, () => {
    const workbook = openWorkbook()
    const { spreadsheet, sheets, names } = workbook
    const log = tabNamed([...sheets.keys()], names, 'log')
    const plan = planDraft({ snapshot: readTabs(workbook, checkTabs), facts, replaced, log, run: currentRun() })
    applyWrites(spreadsheet, sheets, plan.writes)
    return { message: plan.message, html: draftHtml(plan.kept) }
  })
}
