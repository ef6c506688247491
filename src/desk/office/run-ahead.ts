/** A run that is made while the menu is open. The click then only applies its result. */
import type { Ahead, LiveHost, LiveResult } from '../host'

/** Who runs what, at which state of the workbook. */
export interface Moment {
  user: string
  functionName: string
  /** Number of the last change. */
  seq: number
  /** Milliseconds. */
  now: number
}

/** The script writes times to the minute: within one minute a run has the same result. */
const minuteOf = ({ now }: Moment): number => Math.floor(now / 60_000)

const isAsGood = (made: Moment, wanted: Moment): boolean =>
  made.user === wanted.user &&
  made.functionName === wanted.functionName &&
  made.seq === wanted.seq &&
  minuteOf(made) === minuteOf(wanted)

export class RunAhead {
  private made: (Moment & { run: Ahead }) | null = null

  constructor(private readonly host: LiveHost) {}

  make(moment: Moment): void {
    if (this.made && isAsGood(this.made, moment)) return
    const { user, now, functionName } = moment
    const run = this.host.ahead(functionName, { user, now })
    this.made = run && { ...moment, run }
  }

  /** Applies the run and returns its result; null if anything has changed since. */
  take(moment: Moment): LiveResult | null {
    const { made } = this
    this.made = null
    return made && isAsGood(made, moment) ? this.host.carryOut(made.run) : null
  }
}
