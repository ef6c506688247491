/** A run made while the person is still at the menu, so that the click only has to give it its effect. */
import type { Ahead, LiveHost, LiveResult } from '../host'

/** Who would run what, and in which state of the workbook. */
export interface Moment {
  user: string
  functionName: string
  /** Number of the last change. */
  seq: number
  /** Milliseconds. */
  now: number
}

/** Workbooks tell times to the minute: within one, a run leaves the same behind. */
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

  /** The run's result, now with its effect; null where anything is not as it was. */
  take(moment: Moment): LiveResult | null {
    const { made } = this
    this.made = null
    return made && isAsGood(made, moment) ? this.host.carryOut(made.run) : null
  }
}
