/** 初始化模板. */
import { layout } from '../../workbook'
import { menuWords, runWords } from '../../words/actions'
import { templateWords as words } from '../../words/template'
import { done, type Host, type Progress } from '../host'
import { templateTabs } from '../tabs'
import type { CopyChoice } from '../template/copied'
import { isChoiceOpen, planTemplate } from '../template/plan-template'
import type { TemplateReading } from '../template/reading'
import type { TemplateRequest } from '../template/filling'

const every = layout().tabs.map(({ key }) => key)

function readTemplate(host: Host): TemplateReading {
  const { tabs, names, properties, settings } = host.read({
    values: every,
    formulas: every,
    notes: every,
    properties: true,
    settings: true,
  })
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
    settings,
  }
}

function carry(host: Host, reading: TemplateReading, request: TemplateRequest, choice: CopyChoice | null): Told {
  const plan = planTemplate(reading, request, host.stamp(), choice)
  host.apply(plan.writes)
  host.tell(plan.message, menuWords.menu)
  return { message: plan.message }
}

interface Told {
  message: string
}

/** Null where the person has to choose first. */
function begin(host: Host, request: TemplateRequest): Told | null {
  const reading = readTemplate(host)
  return isChoiceOpen(reading) ? null : carry(host, reading, request, null)
}

const alone = <T>(host: Host, work: () => T): T => host.alone(menuWords.template, work, runWords.interrupted)

function leave(host: Host): Told {
  host.tell(words.undecided, menuWords.menu)
  return { message: words.undecided }
}

/**
 * A request fills in unit, year and last year's figures where they are blank. In a spreadsheet that was copied with
 * contents the person chooses first: begin anew, or go on.
 */
export function initTemplate(host: Host, request: TemplateRequest = {}): Progress<Told> {
  const told = alone(host, () => begin(host, request))
  if (told) return done(told)
  const message = words.copyQuestion(host.stamp().version)
  return {
    question: { title: menuWords.template, message, kind: 'yesNo' },
    next: (then, reply) => {
      if (reply === 'closed') return done(leave(then))
      const choice = reply === 'yes' ? 'anew' : 'continued'
      return done(alone(then, () => carry(then, readTemplate(then), request, choice)))
    },
  }
}
