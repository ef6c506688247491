import { findTypedTotals, isInterrupted, planTotals, planUnfinished, stillTyped, tabNamed, totalTabs } from '../actions'
import type { Decision, Plan, TotalsReading, TypedTotals, WorkbookSnapshot } from '../actions'
import { menuWords, totalsWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs, readValues, wholeRange } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

/** Named ranges, values and formulas of two tabs, the properties: six reads. */
function readTotals(workbook: OpenWorkbook): TotalsReading {
  const { sheets, names } = workbook
  const { tabs } = readTabs(workbook, totalTabs)
  const snapshot: WorkbookSnapshot = {
    names,
    tabs: tabs.map((tab) => {
      const sheet = tab.values.length > 0 ? sheets.get(tab.name) : undefined
      return sheet ? { ...tab, formulas: wholeRange(sheet).getFormulas() } : tab
    }),
  }
  const log = tabNamed([...sheets.keys()], names, 'log')
  return { snapshot, properties: PropertiesService.getDocumentProperties().getProperties(), log }
}

function isAgreed(question: string): boolean {
  const ui = SpreadsheetApp.getUi()
  return ui.alert(totalsWords.title, question, ui.ButtonSet.YES_NO) === ui.Button.YES
}

function apply({ spreadsheet, sheets }: OpenWorkbook, plan: Plan): Plan {
  applyWrites(spreadsheet, sheets, plan.writes)
  spreadsheet.toast(plan.message, menuWords.totals)
  return plan
}

function finish(workbook: OpenWorkbook, reading: TotalsReading): Plan {
  const sheet = reading.log === null ? undefined : workbook.sheets.get(reading.log)
  return apply(workbook, planUnfinished(reading, sheet ? readValues(wholeRange(sheet)) : []))
}

interface Begun {
  workbook: OpenWorkbook
  reading: TotalsReading
  typed: TypedTotals
}

/** Everything is done here unless a person has to be asked. */
function begin(): Begun | Plan {
  return alone(menuWords.totals, () => {
    const workbook = openWorkbook()
    const reading = readTotals(workbook)
    if (isInterrupted(reading.properties)) return finish(workbook, reading)
    const typed = findTypedTotals(reading)
    if (typed.differing.length > 0) return { workbook, reading, typed }
    return apply(workbook, planTotals(reading, { restored: typed.harmless, kept: [] }, typed.placed, currentRun()))
  })
}

/** Others may have gone on working while the question stood there: what has changed meanwhile is left alone. */
function conclude({ workbook, reading, typed }: Begun, agreed: boolean): Plan {
  return alone(menuWords.totals, () => {
    const now = readTabs(workbook, totalTabs)
    const differing = stillTyped(typed.differing, now)
    const decision: Decision = {
      restored: [...stillTyped(typed.harmless, now), ...(agreed ? differing : [])],
      kept: agreed ? [] : differing,
    }
    return apply(workbook, planTotals(reading, decision, typed.placed, currentRun()))
  })
}

/** 计算合计. No lock is held while the person thinks. */
export function runTotals(): Plan {
  const begun = begin()
  return 'workbook' in begun ? conclude(begun, isAgreed(begun.typed.question)) : begun
}
