/** A lock is renewed as long as its process is at work, so that others see whether it is. */
import { statSync, utimesSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const BEAT_MS = 1_000
/** Some file systems tell times to two seconds. */
const STILL_MS = 3_500

const renewedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Watches a lock for some seconds: whether somebody renews it, or takes it away. The clocks need not agree. */
export async function isRenewed(path: string): Promise<boolean> {
  const before = renewedAt(path)
  for (let waited = 0; waited < STILL_MS; waited += BEAT_MS / 2) {
    await wait(BEAT_MS / 2)
    if (renewedAt(path) !== before) return true
  }
  return false
}

/** Renews a lock every second, while it is ours. */
export class Heartbeat {
  /** When it was last seen to be ours, by the computer's clock, which goes on while the computer sleeps. */
  private seen = Date.now()
  private readonly timer = setInterval(() => this.beat(), BEAT_MS).unref()

  constructor(
    private readonly path: string,
    private readonly isOurs: () => boolean,
    private readonly onBeat: () => void,
  ) {}

  /**
   * Whether the lock is ours. Nobody takes a lock over that was renewed just now: it is looked at again only after the
   * process was held up, or the computer slept.
   */
  isSure(): boolean {
    const isRecent = Math.abs(Date.now() - this.seen) < 2 * BEAT_MS
    return isRecent || this.look()
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private look(): boolean {
    const isOurs = this.isOurs()
    if (isOurs) this.seen = Date.now()
    return isOurs
  }

  private beat(): void {
    if (!this.look()) {
      // From now on each check looks: the lock may come back.
      this.seen = 0
      return
    }
    const now = new Date()
    try {
      utimesSync(this.path, now, now)
    } catch {
      // Where times cannot be set the lock looks as if nobody renewed it; each check finds out who has it.
      this.seen = 0
    }
    this.onBeat()
  }
}
