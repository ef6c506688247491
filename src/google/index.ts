/** The functions that Google calls by name: triggers, menu items and what dialogs run. Each carries out one command. */
import {
  acceptFinding as accept,
  applyImport as importTicked,
  applyRepair as repair,
  areFindingsFresh as isFresh,
  checkWorkbook as check,
  fillZeros as fillBlanks,
  generateReport as generate,
  goToCell as go,
  importLastYear as askForLastYear,
  importPublished as askForPublished,
  initTemplate as makeTemplate,
  insertField as insert,
  makeSketch,
  previewImport as preview,
  refreshFields as listFields,
  refreshFindings as checkAgain,
  restoreTotals as restore,
  showSketch,
  showFields as openFields,
  showFindings as openFindings,
  undoRepair as undo,
  useField as replaceByField,
  withdrawAcceptance as withdraw,
} from '../actions'
import type {
  ApplyRequest,
  Checked,
  FieldOffer,
  ImportDone,
  ImportRequest,
  ImportShown,
  ReportMade,
  Sidebar,
  SidebarUpdate,
  TemplateRequest,
  ToolUpdate,
} from '../actions'
import { carryOut } from './carry-out'
import { refreshEdited, type EditEvent } from './edit'
import { addMenu } from './menu'
import { changes, looks, makesFiles, opens, opensAndWorks, works } from './needs'
import { selfTest as testSelf, type SelfTestAnswer, type Pressed } from './self-test'

export function onOpen(): void {
  addMenu()
}

export function onEdit(event?: EditEvent): void {
  refreshEdited(event)
}

/** 校验. */
export function checkWorkbook(): Checked {
  return carryOut(works, check)
}

/** 计算合计. */
export function restoreTotals(): { message: string } {
  return carryOut(works, restore)
}

/** 空白填 0; null where the person did not want it. */
export function fillZeros(): { message: string } | null {
  return carryOut(works, fillBlanks)
}

/** 生成年度报告; null where none was made. */
export function generateReport(): ReportMade | null {
  return carryOut(makesFiles, generate)
}

/** 导入上年报告: the dialog. */
export function importLastYear(): void {
  carryOut(opensAndWorks, askForLastYear)
}

/** 从已发布文本导入: the dialog. */
export function importPublished(): void {
  carryOut(opensAndWorks, askForPublished)
}

/** What an import would change; the source may be what an earlier preview has read. */
export function previewImport(request: ImportRequest): ImportShown {
  return carryOut(looks, (host) => preview(host, request))
}

/** Imports the ticked items of a preview. */
export function applyImport(request: ApplyRequest): ImportDone {
  return carryOut(changes, (host) => importTicked(host, request))
}

/** 初始化模板; without a request nothing is filled in. */
export function initTemplate(request?: TemplateRequest): { message: string } {
  return carryOut(works, (host) => makeTemplate(host, request))
}

/** 校验结果侧栏. */
export function showFindings(): Sidebar {
  return carryOut(opensAndWorks, openFindings)
}

/** 校验 from the sidebar; `isLook`: nothing is checked, only shown anew. */
export function refreshFindings(isLook?: boolean): SidebarUpdate {
  return carryOut(isLook === true ? looks : changes, (host) => checkAgain(host, isLook))
}

/** Applies the repairs with these ids, all or none. */
export function applyRepair(ids: readonly string[]): SidebarUpdate {
  return carryOut(changes, (host) => repair(host, ids))
}

/** Puts back what the last repair replaced, if it is the one of this name. */
export function undoRepair(id: string): SidebarUpdate {
  return carryOut(changes, (host) => undo(host, id))
}

/** Accepts a finding, by its fingerprint, with a reason. */
export function acceptFinding(fingerprint: string, reason: string): SidebarUpdate {
  return carryOut(changes, (host) => accept(host, fingerprint, reason))
}

export function withdrawAcceptance(fingerprint: string): SidebarUpdate {
  return carryOut(changes, (host) => withdraw(host, fingerprint))
}

/** Selects a cell, in A1 notation, of the tab of this name. */
export function goToCell(tab: string, cell: string): { tab: string; cell: string } {
  return carryOut(looks, (host) => go(host, tab, cell))
}

/** Whether nothing has changed since the last check; null where the sidebar shows something else than stands there. */
export function areFindingsFresh(shown?: string): boolean | null {
  return carryOut(looks, (host) => isFresh(host, shown))
}

/** 插入数据项. */
export function showFields(): ToolUpdate {
  return carryOut(opens, openFields)
}

export function refreshFields(): ToolUpdate {
  return carryOut(looks, listFields)
}

/** Writes a field behind the selected text, else behind that of a section. */
export function insertField(name: string, where: { section: string }): ToolUpdate {
  return carryOut(changes, (host) => insert(host, name, where))
}

/** Puts a field in the place of a figure that was typed by hand. */
export function useField(offer: Pick<FieldOffer, 'section' | 'start' | 'from' | 'to'>): ToolUpdate {
  return carryOut(changes, (host) => replaceByField(host, offer))
}

/** 生成叙述初稿. */
export function showDraft(): ToolUpdate {
  return carryOut(opensAndWorks, showSketch)
}

/** Writes the draft into blank sections, or in place of the sections named. */
export function makeDraft(replaced: readonly string[], facts: Readonly<Record<string, string>>): ToolUpdate {
  return carryOut(changes, (host) => makeSketch(host, replaced, facts))
}

/** 自检; `pressed` tells which button of its page was pressed, `text` is what the page sends. Google only. */
export function selfTest(pressed?: Pressed, text?: string): SelfTestAnswer {
  return carryOut(pressed === undefined ? opens : looks, () => ({ value: testSelf(pressed, text) }))
}
