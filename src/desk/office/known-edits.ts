/** Edits that were made already, by the name that the page gave them: sent again, they count once. */
import { createHash } from 'node:crypto'
import { officeWords as words } from '../../words/office'
import type { EditAnswer, EditRequest } from '../protocol'
import type { PatchEntry } from '../store'
import { OfficeError } from './error'

/** A page sends an edit again after seconds, or when it is opened anew after a crash. */
const MOST = 2_000

/** A page names its edits; two people's pages may give the same name. */
const keyOf = (by: string, id: string): string => `${by} ${id}`

/** A short sum of what an edit writes, and where: sent again, an edit has the same. */
export function sumOfEdit({ sheet, row, column, values, more = [] }: EditRequest): string {
  const blocks = [{ sheet, row, column, values }, ...more]
  const content = blocks.map((block) => [block.sheet, block.row, block.column, block.values])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8)
}

interface Named {
  /** Person.id */
  by: string
  id: string | undefined
  /** See sumOfEdit. */
  sum: string
}

interface Known {
  answer: Promise<EditAnswer>
  /** Null: older journals do not tell. */
  sum: string | null
}

export class KnownEdits {
  private readonly answers = new Map<string, Known>()
  private isRead = false

  /** `patches`: the latest changes of the journal, those made before the desk was started included. */
  constructor(private readonly patches: (limit: number) => PatchEntry[]) {}

  /**
   * Makes the edit, or gives the answer that it got; one that was refused may be tried again. Rejects with an
   * OfficeError where another edit has the name.
   */
  once({ by, id, sum }: Named, make: () => Promise<EditAnswer>): Promise<EditAnswer> {
    if (id === undefined) return make()
    if (!this.isRead) this.read()
    const key = keyOf(by, id)
    const known = this.answers.get(key)
    if (known && known.sum !== null && known.sum !== sum) {
      return Promise.reject(new OfficeError('conflict', words.sameName))
    }
    if (known) return known.answer
    const answer = make()
    this.remember(key, { answer, sum })
    answer.catch(() => this.answers.delete(key))
    return answer
  }

  /** They cannot be sent again: they are of a time whose history is erased. */
  forget(): void {
    this.isRead = true
    this.answers.clear()
  }

  private remember(key: string, known: Known): void {
    this.answers.set(key, known)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }

  private read(): void {
    this.isRead = true
    for (const { by, edit, editSum, seq, overwrote } of this.patches(MOST)) {
      const answer = Promise.resolve({ seq, ...(overwrote && { overwrote }) })
      if (edit !== undefined) this.remember(keyOf(by, edit), { answer, sum: editSum ?? null })
    }
  }
}
