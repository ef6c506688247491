import { setTimeout as wait } from 'node:timers/promises'
import { officeWords as words } from '../../words/office'
import { renewMarks } from '../bench'
import { yearOf } from '../book'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import type { Change, WorkingCopy } from './working-copy'

/**
 * A change of the program's own, after a person's: marks and hints of a check that do not hold any more are renewed.
 * No part of the person's change, so that an undo of hers does not depend on them. Null: nothing is to be renewed.
 */
export function renewal(copy: WorkingCopy, year: number): Change | null {
  try {
    const change = copy.bench.change(() => renewMarks(copy.bench, year))
    return copy.take(change, causeOf(itself, 'run', words.renewed))
  } catch {
    // Marks never stop a person who types, whatever is wrong with the tab: the next check tells it.
    return null
  }
}

/** People who type do not wait for it: it comes when so long nothing was edited, and while they go on, once a second. */
const QUIET_MS = 60
const AT_MOST_MS = 1000

/** Renews marks and hints a moment after an edit was acknowledged. */
export class Renewals {
  private planned: Promise<void> | null = null
  private due = 0
  private isDue = false

  constructor(
    private readonly changes: Changes,
    private readonly clock: () => Date,
  ) {}

  /** Something was edited. */
  plan(): void {
    this.due = performance.now() + QUIET_MS
    this.isDue = true
    this.planned ??= this.renewWhileDue()
  }

  /** What is edited while marks are renewed is for the next time. */
  private async renewWhileDue(): Promise<void> {
    while (this.isDue) {
      await this.whenQuiet()
      this.isDue = false
      await this.renew()
    }
    this.planned = null
  }

  private async whenQuiet(): Promise<void> {
    const latest = performance.now() + AT_MOST_MS
    for (;;) {
      const left = Math.min(this.due, latest) - performance.now()
      if (left <= 0) return
      await wait(left)
    }
  }

  /** Resolves when nothing is to be renewed any more. */
  async whenDone(): Promise<void> {
    await this.planned
  }

  private async renew(): Promise<void> {
    const { copy } = this.changes
    const done = (renewed: Change | null) => {
      if (renewed) this.changes.announce(renewed)
    }
    // Of a workbook that was closed meanwhile, or on a full disk, the next check tells it.
    await this.changes.make(() => renewal(copy, yearOf(this.clock())), done).catch(() => undefined)
  }
}
