/** Writes the workbook's file at rest: some seconds after the last change, and now and then while changes go on. */

export interface SaverOptions {
  /** Seconds without a change. */
  rest: number
  /** Seconds after which it is written in any case. */
  most: number
  /** Seconds until a failed save is tried again. */
  again: number
}

export class Saver {
  private timer: NodeJS.Timeout | null = null
  private since: number | null = null

  constructor(
    private readonly options: SaverOptions,
    private readonly save: () => void,
  ) {}

  /** Something has changed. */
  changed(): void {
    const now = performance.now()
    this.since ??= now
    const left = this.options.most * 1000 - (now - this.since)
    this.plan(Math.max(0, Math.min(this.options.rest * 1000, left)))
  }

  saved(): void {
    this.stop()
    this.since = null
  }

  failed(): void {
    this.plan(this.options.again * 1000)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private plan(ms: number): void {
    this.stop()
    this.timer = setTimeout(this.save, ms)
    this.timer.unref()
  }
}
