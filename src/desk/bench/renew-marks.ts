/** After a change the marks of the last check are held against the workbook: none contradicts what was corrected. */
import { checkTabs, markedTabs, renewedMarks } from '../../actions'
import type { Write } from '../../actions'
import { applyWrites } from './apply-writes'
import type { Bench } from './bench'
import { readBook } from './read'

function writesFor({ book, calculator }: Bench): Write[] {
  calculator.recalculate()
  const { tabs, names, properties } = readBook(book, { values: checkTabs, notes: markedTabs })
  const notes = Object.fromEntries(tabs.flatMap(({ name, notes: own }) => (own ? [[name, own] as const] : [])))
  return renewedMarks({ snapshot: { tabs, names }, notes, properties })
}

/** To be called within `Bench.change`. Throws whatever is wrong with a tab: the caller does without it then. */
export function renewMarks(bench: Bench, year: number): void {
  applyWrites(bench, writesFor(bench), year)
}
