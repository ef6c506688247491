/** Asks for what is wrong with a text while it is written: not at each letter, and never an older answer last. */
import type { TextAnswer } from '../../protocol'

export interface CheckingOwner {
  ask: (text: string) => Promise<TextAnswer>
  answered: (answer: TextAnswer) => void
  /** The server was not to be reached. */
  failed: () => void
}

/** After the last letter. */
const PAUSE_MS = 300

export class Checking {
  private timer = 0
  private latest = 0

  constructor(private readonly owner: CheckingOwner) {}

  now(text: string): void {
    window.clearTimeout(this.timer)
    const own = ++this.latest
    this.owner.ask(text).then(
      (answer) => own === this.latest && this.owner.answered(answer),
      () => own === this.latest && this.owner.failed(),
    )
  }

  soon(text: () => string): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.now(text()), PAUSE_MS)
  }

  stop(): void {
    window.clearTimeout(this.timer)
    this.latest += 1
  }
}
