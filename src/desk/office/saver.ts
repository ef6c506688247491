/** Writes the workbook's file some seconds after the last change, and now and then while changes go on. */

export interface SaverOptions {
  /** Seconds without a change. */
  rest: number
  /** Seconds after which it is written even while changes go on. */
  most: number
  /** Seconds until a failed save is tried again. */
  again: number
  /** Rejects when the file cannot be written. */
  write: () => Promise<void>
  /** What people are told of it. */
  reasonOf: (error: unknown) => string
  /** Told once, until a save succeeds. */
  failed: (reason: string) => void
  /** Told when a save succeeds after one that failed. */
  written: () => void
}

export class Saver {
  private timer: NodeJS.Timeout | null = null
  private since: number | null = null
  private isBroken = false
  private work: Promise<void> = Promise.resolve()

  constructor(private readonly options: SaverOptions) {}

  /** Something has changed. */
  changed(): void {
    const now = performance.now()
    this.since ??= now
    const left = this.options.most * 1000 - (now - this.since)
    this.plan(Math.max(0, Math.min(this.options.rest * 1000, left)))
  }

  /** Saves now, after any save that is under way. Rejects when the file cannot be written. */
  now(): Promise<void> {
    return this.afterwards(() => this.tried())
  }

  /** As `now`, for the last time: a file that cannot be written is not tried again. */
  last(): Promise<void> {
    return this.afterwards(() => this.write())
  }

  /** Resolves when no save is under way. */
  whenIdle(): Promise<void> {
    return this.work
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private plan(ms: number): void {
    this.stop()
    this.timer = setTimeout(() => void this.now().catch(() => undefined), ms).unref()
  }

  private afterwards(work: () => Promise<void>): Promise<void> {
    const done = this.work.then(work)
    this.work = done.catch(() => undefined)
    return done
  }

  /** Whoever asked for it: what failed is told and tried again. */
  private async tried(): Promise<void> {
    try {
      await this.write()
    } catch (error) {
      this.broken(error)
      throw error
    }
  }

  private async write(): Promise<void> {
    this.stop()
    this.since = null
    await this.options.write()
    if (this.isBroken) this.options.written()
    this.isBroken = false
  }

  private broken(error: unknown): void {
    if (!this.isBroken) this.options.failed(this.options.reasonOf(error))
    this.isBroken = true
    this.plan(this.options.again * 1000)
  }
}
