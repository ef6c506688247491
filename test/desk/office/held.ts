/** The making of a file that stops half-way, until the test lets it go on. */
import type { Book } from '../../../src/desk/book'
import { bookToXlsx } from '../../../src/desk/xlsx'

export class Held {
  private hold: (() => void) | null = null
  private release: () => void = () => undefined

  /** As an office's `toXlsx`. */
  readonly toXlsx = async (book: Book): Promise<Uint8Array> => {
    const bytes = await bookToXlsx(book)
    const { hold } = this
    this.hold = null
    if (hold) {
      await new Promise<void>((go) => {
        this.release = go
        hold()
      })
    }
    return bytes
  }

  /** Resolves when the next file is made and held back. */
  next(): Promise<void> {
    return new Promise((known) => (this.hold = known))
  }

  goOn(): void {
    this.release()
  }
}
