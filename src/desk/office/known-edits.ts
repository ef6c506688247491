/** Edits that were made already, by the name that the page gave them: sent again, they count once. */
import type { EditAnswer } from '../protocol'
import type { PatchEntry } from '../store'

/** A page sends an edit again after seconds, or when it is opened anew after a crash. */
const MOST = 2_000

/** A page names its edits; two people's pages may give the same name. */
const keyOf = (by: string, id: string): string => `${by} ${id}`

export class KnownEdits {
  private readonly answers = new Map<string, Promise<EditAnswer>>()
  private isRead = false

  /** `patches`: the latest changes of the journal, those made before the desk was started included. */
  constructor(private readonly patches: (limit: number) => PatchEntry[]) {}

  /** Makes the edit, or gives the answer that it got; one that was refused may be tried again. */
  once(by: string, id: string | undefined, make: () => Promise<EditAnswer>): Promise<EditAnswer> {
    if (id === undefined) return make()
    if (!this.isRead) this.read()
    const key = keyOf(by, id)
    const known = this.answers.get(key)
    if (known) return known
    const answer = make()
    this.remember(key, answer)
    answer.catch(() => this.answers.delete(key))
    return answer
  }

  private remember(key: string, answer: Promise<EditAnswer>): void {
    this.answers.set(key, answer)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }

  private read(): void {
    this.isRead = true
    for (const { by, edit, seq, overwrote } of this.patches(MOST)) {
      const answer = { seq, ...(overwrote && { overwrote }) }
      if (edit !== undefined) this.remember(keyOf(by, edit), Promise.resolve(answer))
    }
  }
}
