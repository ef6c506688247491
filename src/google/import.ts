/** 导入上年报告 and 从已发布文本导入: a dialog that shows what it will change before it does. */
import {
  importedHtml,
  importPage,
  openImport,
  planImport,
  prepareImport,
  previewHtml,
  previewOf,
  tabNamed,
} from '../actions'
import type { HandedIn, ImportedReport, ImportResult, ImportPreview, Prepared, TabKey } from '../actions'
import { importWords as words, type ImportTarget } from '../words/import'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs, wholeRange } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

export interface ImportRequest {
  into: ImportTarget
  source: HandedIn | ImportedReport
  /** Ids of the readings chosen for rows that have several. */
  choices?: readonly string[]
}

export interface ApplyRequest extends ImportRequest {
  /** Ids of the preview's items. */
  ticks: readonly string[]
}

export interface ImportShown {
  /** To be sent again with the next request. */
  source: ImportedReport
  preview: ImportPreview
  html: string
}

export interface ImportDone extends ImportResult {
  html: string
}

/** Tabs to read, by target. `formulas`: values and formulas, two reads each; `others`: values only. */
const tabsFor: Record<ImportTarget, { formulas: readonly TabKey[]; others: readonly TabKey[] }> = {
  thisYear: { formulas: ['table2', 'table3', 'table4'], others: ['basics', 'overview', 'problems', 'other'] },
  lastYear: { formulas: ['lastYear', 'table2', 'table3'], others: ['basics'] },
}

function prepared(workbook: OpenWorkbook, { into, choices }: ImportRequest, source: ImportedReport): Prepared {
  const { sheets, names } = workbook
  const { formulas, others } = tabsFor[into]
  const { tabs } = readTabs(workbook, [...formulas, ...others])
  const withFormulas = formulas.map((key) => tabNamed([...sheets.keys()], names, key))
  const snapshot = {
    names,
    tabs: tabs.map((tab) => {
      const sheet = withFormulas.includes(tab.name) ? sheets.get(tab.name) : undefined
      return sheet
        ? {
            ...tab,
            formulas: wholeRange(sheet)
              .getFormulasR1C1()
              .map((line) => line.map((one) => one ?? '')),
          }
        : tab
    }),
  }
  return prepareImport({ into, source, choices: choices ?? [], snapshot })
}

export function showImport(into: ImportTarget): void {
  const page = HtmlService.createHtmlOutput(importPage(into)).setWidth(920).setHeight(640)
  SpreadsheetApp.getUi().showModalDialog(page, words.captions[into])
}

export function preview(request: ImportRequest): ImportShown {
  const source = openImport(request.source)
  const shown = previewOf(prepared(openWorkbook(), request, source))
  return { source, preview: shown, html: previewHtml(shown) }
}

/** What has changed since the preview is left alone and told. */
export function applyTicked(request: ApplyRequest): ImportDone {
  const source = openImport(request.source)
  const work = () => {
    const workbook = openWorkbook()
    const { spreadsheet, sheets, names } = workbook
    const log = tabNamed([...sheets.keys()], names, 'log')
    const { ticks } = request
    const { writes, result } = planImport({
      prepared: prepared(workbook, request, source),
      ticks,
      log,
      run: currentRun(),
    })
    applyWrites(spreadsheet, sheets, writes)
    return result
  }
  const result = alone(words.captions[request.into], work, words.interrupted)
  return { ...result, html: importedHtml(result) }
}
