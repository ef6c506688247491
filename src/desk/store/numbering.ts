/** Gives changes their numbers, and notes them when they are on the disk. */
import { summaryOf, withOpening } from './lines'
import type { EntryLine } from './lines'
import type { RecentChange } from './marks'
import type { NewEntry, StoreState } from './store-state'

export class Numbering {
  /** A change was made since the workbook was opened. */
  hasBegun = false

  constructor(private readonly state: StoreState) {}

  numbered(entries: readonly NewEntry[]): EntryLine[] {
    let { last } = this.state
    return entries.map((entry, at) => {
      const isFirst = at === 0 && !this.hasBegun
      const about = { ...entry, ...(isFirst && { isFirst }), ...(last && { last }) }
      const line: EntryLine = { line: 'entry', seq: this.state.seq + 1 + at, ...about }
      last = summaryOf(line)
      return line
    })
  }

  /** Returns what a witness is told of them. @param sums of the lines */
  wrote(lines: readonly EntryLine[], sums: readonly string[]): RecentChange[] {
    const { state } = this
    const first = lines[0]
    if (first && !this.hasBegun) state.openings = withOpening(state.openings, first.seq, sums[0] ?? '')
    this.hasBegun = true
    state.seq += lines.length
    state.entrySum = sums.at(-1) ?? state.entrySum
    state.kept = lines.findLast((line) => line.kept)?.kept ?? state.kept
    const summaries = lines.map(summaryOf)
    state.last = summaries.at(-1) ?? state.last
    return summaries.map((summary, at) => ({ ...summary, sum: sums[at] ?? '' }))
  }
}
