/** 校验. */
import { menuWords, runWords } from '../../words/actions'
import { checkTabs, markedTabs, planCheck, type CheckPlan, type CheckReading } from '../check/plan-check'
import { done, type Host, type Progress } from '../host'

/** What a check reads first. It reads the notes of the marked tabs only when it goes on. */
export type FiguresRead = Omit<CheckReading, 'notes'>

/** Nine tabs and the properties: with the named ranges, eleven reads at Google. */
export function readFigures(host: Host): FiguresRead {
  const request = { values: checkTabs, ids: true, properties: true, settings: true }
  const { tabs, names, ids, properties, settings } = host.read(request)
  return { snapshot: { tabs, names }, sheetIds: ids, properties, id: settings?.id ?? '' }
}

/** Checks what was read, and the notes of three tabs: three reads more at Google. */
export function checkFigures(host: Host, read: FiguresRead): CheckPlan {
  const { tabs } = host.read({ notes: markedTabs })
  const notes = Object.fromEntries(tabs.flatMap(({ name, notes: own }) => (own ? [[name, own] as const] : [])))
  const plan = planCheck({ ...read, notes }, host.stamp())
  host.apply(plan.writes)
  return plan
}

export interface Checked {
  message: string
  counts: CheckPlan['counts']
}

export function checkWorkbook(host: Host): Progress<Checked> {
  const { message, counts } = host.alone(
    menuWords.check,
    () => {
      const plan = checkFigures(host, readFigures(host))
      host.tell(plan.message, menuWords.check)
      return plan
    },
    runWords.interrupted,
  )
  return done({ message, counts })
}
