/** The functions that Google calls by name: triggers, menu items and what dialogs run. */
import type { ReportMade, Sidebar, TemplateRequest } from '../actions'
import { runCheck } from './check'
import { refreshEdited, type EditEvent } from './edit'
import { applyTicked, preview, showImport } from './import'
import type { ApplyRequest, ImportDone, ImportRequest, ImportShown } from './import'
import { addMenu } from './menu'
import { draft, insert, listFields, openDraft, openFields, replaceByField } from './narrative'
import type { ToolAnswer } from './narrative'
import { runReport } from './report'
import { isFresh, judge, jump, openSidebar, recheck, repair, undo } from './sidebar'
import type { SidebarAnswer } from './sidebar'
import { runTemplate } from './template'
import { runTotals } from './totals'

export function onOpen(): void {
  addMenu()
}

export function onEdit(event?: EditEvent): void {
  refreshEdited(event)
}

/** 校验. */
export function checkWorkbook(): { message: string; counts: Record<string, number> } {
  const { message, counts } = runCheck()
  return { message, counts }
}

/** 计算合计. */
export function restoreTotals(): { message: string } {
  return { message: runTotals().message }
}

/** 生成年度报告; null where none was made. */
export function generateReport(): ReportMade | null {
  return runReport()
}

/** 导入上年报告: the dialog. */
export function importLastYear(): void {
  showImport('lastYear')
}

/** 从已发布文本导入: the dialog. */
export function importPublished(): void {
  showImport('thisYear')
}

/** What an import would change; the source may be what an earlier preview has read. */
export function previewImport(request: ImportRequest): ImportShown {
  return preview(request)
}

/** Imports the ticked items of a preview. */
export function applyImport(request: ApplyRequest): ImportDone {
  return applyTicked(request)
}

/** 初始化模板; without a request nothing is filled in. */
export function initTemplate(request?: TemplateRequest): { message: string } {
  return { message: runTemplate(request ?? {}).message }
}

/** 校验结果侧栏. */
export function showFindings(): Sidebar {
  return openSidebar()
}

/** 校验 from the sidebar. */
export function refreshFindings(): SidebarAnswer {
  return recheck()
}

/** Applies the repairs with these ids, all or none. */
export function applyRepair(ids: readonly string[]): SidebarAnswer {
  return repair(ids)
}

/** Puts back what the last repair replaced. */
export function undoRepair(): SidebarAnswer {
  return undo()
}

/** Accepts a finding, by its fingerprint, with a reason. */
export function acceptFinding(fingerprint: string, reason: string): SidebarAnswer {
  return judge(fingerprint, String(reason))
}

export function withdrawAcceptance(fingerprint: string): SidebarAnswer {
  return judge(fingerprint, null)
}

/** Selects a cell, in A1 notation, of the tab of this name. */
export function goToCell(tab: string, cell: string): { tab: string; cell: string } {
  return jump(tab, cell)
}

/** Whether nothing has changed since the last check. */
export function areFindingsFresh(): boolean {
  return isFresh()
}

/** 插入数据项. */
export function showFields(): ToolAnswer {
  return openFields()
}

export function refreshFields(): ToolAnswer {
  return listFields()
}

/** Writes a field behind the selected text, else behind that of a section. */
export function insertField(name: string, { section }: { section: string }): ToolAnswer {
  return insert(String(name), String(section))
}

/** Puts a field in the place of a figure that was typed by hand. */
export function useField(offer: Parameters<typeof replaceByField>[0]): ToolAnswer {
  return replaceByField(offer)
}

/** 生成叙述初稿. */
export function showDraft(): ToolAnswer {
  return openDraft()
}

/** Writes the draft into blank sections, or in place of the sections named. */
export function makeDraft(replaced: readonly string[], facts: Readonly<Record<string, string>>): ToolAnswer {
  return draft(replaced, facts)
}
