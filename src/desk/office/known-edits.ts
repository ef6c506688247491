/** Edits that were made already, by the name that the page gave them: sent again, they count once. */
import type { EditAnswer } from '../protocol'
import type { PatchEntry } from '../store'

/** A page sends an edit again after seconds, or when it is opened anew after a crash. */
const MOST = 2_000

export class KnownEdits {
  private readonly answers = new Map<string, EditAnswer>()
  private isRead = false

  /** `patches`: the latest changes of the journal, those made before the desk was started included. */
  constructor(private readonly patches: (limit: number) => PatchEntry[]) {}

  answerOf(id: string | undefined): EditAnswer | undefined {
    if (id === undefined) return undefined
    if (!this.isRead) this.read()
    return this.answers.get(id)
  }

  remember(id: string | undefined, answer: EditAnswer): void {
    if (id === undefined) return
    this.answers.set(id, answer)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }

  private read(): void {
    this.isRead = true
    for (const { edit, seq } of this.patches(MOST)) this.remember(edit, { seq })
  }
}
