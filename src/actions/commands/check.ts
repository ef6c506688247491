/** 校验. */
import { menuWords, runWords } from '../../words/actions'
import { areasOf, blankWrites, invisibleCells, typedCells, withoutInvisible } from '../check/invisible'
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

/** What nobody can see in a figure's cell is taken away, but for what a formula gives. Most sheets have none. */
function withBlanks(host: Host, read: FiguresRead): FiguresRead {
  const seen = invisibleCells(read.snapshot)
  if (seen.length === 0) return read
  const areas = areasOf(seen)
  const cells = typedCells(seen, areas, host.readFormulas(areas))
  host.apply(blankWrites(cells))
  return { ...read, snapshot: withoutInvisible(read.snapshot, cells) }
}

/** Checks what was read, and the notes of three tabs: three reads more at Google. */
export function checkFigures(host: Host, given: FiguresRead): CheckPlan {
  const read = withBlanks(host, given)
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
