/** 初始化模板. */
import { layout } from '../../workbook'
import { menuWords, runWords } from '../../words/actions'
import { done, type Host, type Progress } from '../host'
import { templateTabs } from '../tabs'
import { planTemplate, type TemplateReading } from '../template/plan-template'
import type { TemplateRequest } from '../template/filling'

const every = layout().tabs.map(({ key }) => key)

function readTemplate(host: Host): TemplateReading {
  const { tabs, names, properties } = host.read({ values: every, formulas: every, notes: every, properties: true })
  const ours = templateTabs(
    tabs.map(({ name }) => name),
    names,
  )
  return {
    tabs: tabs.map(({ name, values, formulas = [], notes = [] }) => {
      const isBlank = tabs.length === 1 && values.length === 0
      return { name, isBlank, read: ours.includes(name) && !isBlank ? { name, values, formulas, notes } : null }
    }),
    names,
    properties,
  }
}

/** A request fills in unit, year and last year's figures where they are blank. */
export function initTemplate(host: Host, request: TemplateRequest = {}): Progress<{ message: string }> {
  const message = host.alone(
    menuWords.template,
    () => {
      const plan = planTemplate(readTemplate(host), request, host.stamp())
      host.apply(plan.writes)
      host.tell(plan.message, menuWords.menu)
      return plan.message
    },
    runWords.interrupted,
  )
  return done({ message })
}
