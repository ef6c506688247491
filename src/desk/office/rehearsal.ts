/** Rehearsals until a check takes a third of the first one's time. */
const TIMES = 16

/**
 * The first runs of a script are several times slower than later ones, until the engine has compiled it. So the first
 * item of the menu is run without any effect, after somebody has opened a page and while nobody works.
 */
export class Rehearsal {
  private timer: NodeJS.Timeout | undefined
  private turn = 0
  private isUnderWay = false

  constructor(
    private readonly rehearse: (turn: number) => void,
    private readonly seconds: { first: number; next: number },
  ) {}

  /** Somebody has opened a page. */
  begin(): void {
    if (this.isUnderWay) return
    this.isUnderWay = true
    this.wait(this.seconds.first)
  }

  /** Somebody works. */
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
