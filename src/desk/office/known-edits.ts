/** Edits that were made already, by the name that the page gave them: sent again, they count once. */
import type { EditAnswer } from '../protocol'
import type { PatchEntry } from '../store'

/** A page sends an edit again after seconds, or when it is opened anew after a crash. */
const MOST = 2_000

export class KnownEdits {
  private readonly answers = new Map<string, Promise<EditAnswer>>()
  private isRead = false

  /** `patches`: the latest changes of the journal, those made before the desk was started included. */
  constructor(private readonly patches: (limit: number) => PatchEntry[]) {}

  /** Makes the edit, or gives the answer that it got; one that was refused may be tried again. */
  once(id: string | undefined, make: () => Promise<EditAnswer>): Promise<EditAnswer> {
    if (id === undefined) return make()
    if (!this.isRead) this.read()
    const known = this.answers.get(id)
    if (known) return known
    const answer = make()
    this.remember(id, answer)
    answer.catch(() => this.answers.delete(id))
    return answer
  }

  private remember(id: string, answer: Promise<EditAnswer>): void {
    this.answers.set(id, answer)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }

  private read(): void {
    this.isRead = true
    for (const { edit, seq } of this.patches(MOST)) {
      if (edit !== undefined) this.remember(edit, Promise.resolve({ seq }))
    }
  }
}
