/**
 * A script's first runs take several times as long as later ones, until the engine has compiled it: so its first menu
 * item is run a few times without any effect, soon after somebody is there and before it is likely to be clicked.
 */
export class Rehearsal {
  private timer: NodeJS.Timeout | undefined
  private left = 5

  constructor(
    private readonly rehearse: () => void,
    private readonly seconds: number,
  ) {}

  /** Somebody is there. */
  begin(): void {
    if (this.timer || this.left === 0) return
    this.timer = setTimeout(() => this.once(), this.seconds * 1000).unref()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.left = 0
  }

  private once(): void {
    this.timer = undefined
    this.left -= 1
    this.rehearse()
    this.begin()
  }
}
