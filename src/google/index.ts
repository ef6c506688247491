/** The functions that Google calls by name: triggers, menu items and what dialogs run. */
import type { TemplateRequest } from '../actions'
import { runCheck } from './check'
import { addMenu } from './menu'
import { runTemplate } from './template'

export function onOpen(): void {
  addMenu()
}

/** 校验. */
export function checkWorkbook(): { message: string; counts: Record<string, number> } {
  const { message, counts } = runCheck()
  return { message, counts }
}

/** 初始化模板; without a request nothing is filled in. */
export function initTemplate(request?: TemplateRequest): { message: string } {
  return { message: runTemplate(request ?? {}).message }
}
