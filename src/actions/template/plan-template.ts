/** 初始化模板: every tab of the layout made, finished or repaired; what people typed stays. */
import { layout, readWorkbook } from '../../workbook'
import { templateWords as words } from '../../words/template'
import { logRow, logWrite } from '../log'
import type { Plan, Write } from '../plan'
import { otherVersion, propertyNames } from '../properties'
import type { Stamp } from '../stamp'
import { emptyWorkbook, hasContents, isCopy, type CopyChoice } from './copied'
import type { TemplateRequest } from './filling'
import { planTabs, presentAs, summaryOf, type PlannedTab } from './plan-tabs'
import { snapshotOf, type TemplateReading } from './reading'
import type { TabAsIs } from './repair-tab'
import { beginAnew, closingWrites, idWrites, regionWrites } from './workbook-writes'

/** Copy a tab before naming its ranges: Google copies the names too. */
function namedAfterCopying(writes: readonly Write[]): Write[] {
  const lastCopy = new Map(
    writes.flatMap((write, index) => (write.kind === 'insertTab' && write.like ? [[write.like, index]] : [])),
  )
  const isLate = (write: Write, index: number) => write.kind === 'name' && index < (lastCopy.get(write.area.tab) ?? -1)
  const late = writes.filter(isLate)
  return [...writes.filter((write, index) => !isLate(write, index)), ...late]
}

/** What is about to be written over goes into the log first: it must not be lost, whatever happens next. */
function replacedWrites(replaced: readonly string[], log: TabAsIs | null, stamp: Stamp): Write[] {
  if (replaced.length === 0 || !log) return []
  return logWrite(log.name, logRow(stamp, { event: words.event, detail: words.replacedLog(replaced) }))
}

/** Whether the person has to choose first between 新建 and 继续: also where an earlier 新建 was cut off. */
export const isChoiceOpen = (reading: TemplateReading): boolean =>
  isCopy(reading) &&
  (propertyNames.emptying in reading.properties || hasContents(reading, readWorkbook(snapshotOf(reading))))

/** The log as it is called afterwards; null where the tab of that name is somebody else's. */
function logName(tabs: readonly PlannedTab[]): string | null {
  const planned = tabs.find(({ key }) => key === 'log')
  return planned && planned.result !== 'foreign' ? planned.name : null
}

/**
 * Each tab's writes end with its named ranges, so that a run that was cut off is taken up where it stopped. A tab of
 * somebody else's that has our name is left alone, and so are the contents of a tab whose lines were moved. The id is
 * noted first in a new spreadsheet, and last in a copy: a run that was cut off asks again.
 *
 * @param choice of the person, in a copy
 */
export function planTemplate(
  given: TemplateReading,
  request: TemplateRequest,
  stamp: Stamp,
  choice: CopyChoice | null = null,
): Plan {
  const workbook = readWorkbook(snapshotOf(given))
  const empty = choice === 'anew' ? emptyWorkbook(given, workbook) : { writes: [], reading: given }
  const { reading } = empty
  const madeBy = otherVersion(reading.properties, stamp.version)
  const tabs = planTabs(reading, request, madeBy)
  const summary = summaryOf(tabs)
  const log = layout().tabs.find(({ key }) => key === 'log')
  const region = regionWrites(reading)
  const id = idWrites(reading)
  const redrawn = tabs.flatMap((tab) => tab.redrawn ?? [])
  const entry =
    choice === null ? [] : logWrite(logName(tabs), logRow(stamp, { event: words.event, detail: words.copied[choice] }))
  return {
    writes: [
      ...(choice === null ? id : []),
      ...(choice === 'anew' ? [beginAnew()] : []),
      ...region,
      ...empty.writes,
      ...replacedWrites(summary.replaced, log ? presentAs(reading, workbook, log) : null, stamp),
      ...namedAfterCopying(tabs.flatMap((tab) => tab.writes)),
      ...entry,
      ...closingWrites(reading, stamp.version, choice, redrawn),
      ...(choice === null ? [] : id),
    ],
    message: words.done(summary, madeBy, { isRegionChanged: region.length > 0, choice, version: stamp.version }),
  }
}
