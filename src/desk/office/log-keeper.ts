import { officeWords as words } from '../../words/office'
import { causeOf, itself } from './cause'
import type { Changes } from './changes'
import type { Change } from './working-copy'
import { EditLog } from './edit-log'
import type { LogUpdate } from './edit-log'

interface Logged {
  update: LogUpdate
  change: Change | null
}

/** Writes people's edits into 流程记录: after a pause, and before a run, which may write there too. */
export class LogKeeper {
  private readonly edits = new EditLog()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly changes: Changes,
    private readonly clock: () => Date,
    private readonly seconds = 30,
  ) {}

  /** A person's edit is on the disk. */
  noted(change: Change): void {
    this.edits.noted(change, change.cells, this.clock())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.atRest().catch(() => undefined), this.seconds * 1000).unref()
  }

  /** Puts the lines into the working copy, as a part of the change that is under way. */
  write(): Logged | null {
    const { copy } = this.changes
    const update = this.edits.update(copy.bench.book)
    return update && { update, change: copy.makeChange(update.patch, causeOf(itself, 'run', words.logged.what)) }
  }

  /** The lines that `write` returned are on the disk. */
  written(logged: Logged | null): void {
    logged?.update.done()
    if (logged?.change) this.changes.announce(logged.change)
  }

  /** Rejects with an OfficeError where it cannot be kept. */
  async writeNow(): Promise<void> {
    clearTimeout(this.timer)
    await this.atRest()
  }

  /** Never rejects: even without these lines the journal has every edit. */
  async close(): Promise<void> {
    clearTimeout(this.timer)
    await this.atRest().catch(() => undefined)
  }

  private async atRest(): Promise<void> {
    if (!this.edits.isBehind) return
    await this.changes.make(
      () => this.write(),
      (logged) => this.written(logged),
    )
  }
}
