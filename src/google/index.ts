/** The functions that Google calls by name: triggers, menu items and what dialogs run. */
import type { ReportMade, TemplateRequest } from '../actions'
import { runCheck } from './check'
import { refreshEdited, type EditEvent } from './edit'
import { addMenu } from './menu'
import { runReport } from './report'
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

/** 初始化模板; without a request nothing is filled in. */
export function initTemplate(request?: TemplateRequest): { message: string } {
  return { message: runTemplate(request ?? {}).message }
}
