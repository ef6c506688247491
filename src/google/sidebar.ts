/** 校验结果侧栏, and what is done from it. Nothing here asks or tells anything but through the sidebar itself. */
import {
  assess,
  bannerPlace,
  changedTabs,
  chooseRepairs,
  freshnessTold,
  lastCheck,
  planRepair,
  planUndo,
  planVerdict,
  sidebarHtml,
  sidebarOf,
  sidebarPage,
  tabNamed,
} from '../actions'
import type { CheckReading, Plan, Sidebar } from '../actions'
import { sidebarWords as words } from '../words/sidebar'
import { menuWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { checkRead, readFigures } from './check'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readValues, wholeRange } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

/** What a function called by the sidebar answers; nothing was changed unless `isDone`. */
export interface SidebarAnswer {
  isDone: boolean
  message: string
  sidebar: Sidebar
  /** The sidebar's new contents. */
  html: string
}

type Reading = Omit<CheckReading, 'notes'>

function answer(isDone: boolean, message: string, sidebar: Sidebar): SidebarAnswer {
  return { isDone, message, sidebar, html: sidebarHtml(sidebar) }
}

const logOf = ({ sheets, names }: OpenWorkbook): string | null => tabNamed([...sheets.keys()], names, 'log')

/** By the last check as it stands, or one made now. */
function currentSidebar(workbook: OpenWorkbook, read: Reading): Sidebar {
  const { snapshot, properties } = read
  const freshness = lastCheck(assess(snapshot).reading, snapshot)
  if (!freshness) checkRead(workbook, read)
  return sidebarOf(snapshot, properties, freshness ?? 'fresh')
}

const unchanged = (workbook: OpenWorkbook, read: Reading, message: string): SidebarAnswer =>
  answer(false, message, currentSidebar(workbook, read))

/** Carries out a plan, and reads once more what it touched. */
function readAfter({ spreadsheet, sheets }: OpenWorkbook, read: Reading, { writes }: Pick<Plan, 'writes'>): Reading {
  applyWrites(spreadsheet, sheets, writes)
  SpreadsheetApp.flush()
  const changed = changedTabs(writes)
  const tabs = read.snapshot.tabs.map((tab) => {
    const sheet = changed.includes(tab.name) ? sheets.get(tab.name) : undefined
    return sheet ? { ...tab, values: readValues(wholeRange(sheet)) } : tab
  })
  const properties = PropertiesService.getDocumentProperties().getProperties()
  return { ...read, snapshot: { ...read.snapshot, tabs }, properties }
}

/** A change of figures, after which the whole is checked. */
function change(workbook: OpenWorkbook, read: Reading, plan: Plan): SidebarAnswer {
  if (plan.writes.length === 0) return unchanged(workbook, read, plan.message)
  const after = readAfter(workbook, read, plan)
  checkRead(workbook, after)
  return answer(true, plan.message, sidebarOf(after.snapshot, after.properties, 'fresh'))
}

const act = (action: string, work: (workbook: OpenWorkbook, read: Reading) => SidebarAnswer): SidebarAnswer =>
  alone(
    action,
    () => {
      const workbook = openWorkbook()
      return work(workbook, readFigures(workbook))
    },
    words.interrupted,
  )

/** 校验结果侧栏. */
export function openSidebar(): Sidebar {
  const sidebar = alone(menuWords.sidebar, () => {
    const workbook = openWorkbook()
    return currentSidebar(workbook, readFigures(workbook))
  })
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(sidebarPage(sidebar)).setTitle(menuWords.sidebar))
  return sidebar
}

export function recheck(): SidebarAnswer {
  return act(menuWords.check, (workbook, read) => {
    const { message } = checkRead(workbook, read)
    return answer(true, message, sidebarOf(read.snapshot, read.properties, 'fresh'))
  })
}

export function repair(ids: readonly string[]): SidebarAnswer {
  return act(words.applyEvent, (workbook, read) => {
    const { snapshot } = read
    const assessment = assess(snapshot)
    const chosen = chooseRepairs(assessment, ids)
    if (!chosen) return unchanged(workbook, read, words.notApplied)
    const formulas = chosen.areas.map(
      ({ tab, area }) =>
        workbook.sheets.get(tab)?.getRange(area.row, area.column, area.rows, area.columns).getFormulasR1C1() ?? [],
    )
    const log = logOf(workbook)
    return change(workbook, read, planRepair({ assessment, snapshot, chosen, formulas, log, run: currentRun() }))
  })
}

export function undo(): SidebarAnswer {
  return act(words.undoEvent, (workbook, read) => {
    const { reading } = assess(read.snapshot)
    return change(workbook, read, planUndo({ ...read, reading, log: logOf(workbook), run: currentRun() }))
  })
}

/** Accepts a finding with a reason; without one, withdraws that. */
export function judge(fingerprint: string, reason: string | null): SidebarAnswer {
  return act(reason === null ? words.withdrawEvent : words.acceptEvent, (workbook, read) => {
    const { snapshot } = read
    const log = logOf(workbook)
    const plan = planVerdict({ ...assess(snapshot), snapshot, fingerprint, reason, log, run: currentRun() })
    if (!plan) return unchanged(workbook, read, words.notListed)
    return answer(true, plan.message, currentSidebar(workbook, readAfter(workbook, read, plan)))
  })
}

/** No read at all; a tab that is gone is told. */
export function jump(tab: string, cell: string): { tab: string; cell: string } {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab)
  if (!sheet) throw new Error(words.tabGone(tab))
  sheet.getRange(cell).activate()
  return { tab, cell }
}

/** Two reads. */
export function isFresh(): boolean {
  const { sheets, names } = openWorkbook()
  const place = bannerPlace([...sheets.keys()], names)
  const value: unknown = place ? sheets.get(place.tab)?.getRange(place.row, 1).getValue() : ''
  return freshnessTold(String(value)) === 'fresh'
}
