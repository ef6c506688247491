/** Rehearsals until a check takes a third of the first one's time. */
const TIMES = 16

/**
 * A script's first runs take several times as long as later ones, until the engine has compiled it: so its first menu
 * item is run without any effect, soon after somebody is there and before it is likely to be clicked, in moments when
 * nobody does anything.
 */
export class Rehearsal {
  private timer: NodeJS.Timeout | undefined
  private turn = 0
  private isUnderWay = false

  constructor(
    private readonly rehearse: (turn: number) => void,
    private readonly seconds: { first: number; next: number },
  ) {}

  /** Somebody is there. */
  begin(): void {
    if (this.isUnderWay) return
    this.isUnderWay = true
    this.wait(this.seconds.first)
  }

  /** Somebody does something. */
  postpone(): void {
    if (this.timer) this.wait(this.seconds.first)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.turn = TIMES
  }

  private wait(seconds: number): void {
    clearTimeout(this.timer)
    this.timer = this.turn < TIMES ? setTimeout(() => this.once(), seconds * 1000).unref() : undefined
  }

  private once(): void {
    this.rehearse(this.turn)
    this.turn += 1
    this.wait(this.seconds.next)
  }
}
