/** Edits that were made already, by the name that the page gave them: sent again, they count once. */
import { createHash } from 'node:crypto'
import { officeWords as words } from '../../words/office'
import type { EditAnswer, EditRequest } from '../protocol'
import type { EarlierEdit, Store } from '../store'
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
  by: string
  edit: string
  answer: Promise<EditAnswer>
  /** Null: it is not made yet. */
  seq: number | null
  /** Null: older journals do not tell, nor does an erased history. */
  sum: string | null
}

const knownOf = (by: string, edit: string, answer: EditAnswer, sum: string | null): Known => {
  return { by, edit, answer: Promise.resolve(answer), seq: answer.seq, sum }
}

export class KnownEdits {
  private readonly answers = new Map<string, Known>()
  private isRead = false

  /** `latest`: the latest changes of the journal, those made before the desk was started included. */
  constructor(private readonly latest: Store['latest']) {}

  /**
   * Makes the edit, or gives the answer that it got; one that was refused may be tried again. Rejects with an
   * OfficeError where another edit has the name.
   */
  async once({ by, id, sum }: Named, make: () => Promise<EditAnswer>): Promise<EditAnswer> {
    if (id === undefined) return make()
    if (!this.isRead) this.read()
    const key = keyOf(by, id)
    const known = this.answers.get(key)
    if (known && known.sum !== null && known.sum !== sum) {
      throw new OfficeError('conflict', words.sameName)
    }
    if (known) return known.answer
    const made: Known = { by, edit: id, answer: make(), seq: null, sum }
    this.remember(made)
    made.answer.then(
      ({ seq }) => (made.seq = seq),
      () => this.answers.delete(key),
    )
    return made.answer
  }

  /** Those that were made, without what they wrote: a browser may keep one and send it when their history is erased. */
  earlier(): EarlierEdit[] {
    if (!this.isRead) this.read()
    return [...this.answers.values()].flatMap(({ by, edit, seq }) => (seq === null ? [] : [{ by, edit, seq }]))
  }

  /** From now on only that is known of those that were made. */
  forget(): void {
    for (const { by, edit, seq } of this.earlier()) this.remember(knownOf(by, edit, { seq }, null))
  }

  private remember(known: Known): void {
    this.answers.set(keyOf(known.by, known.edit), known)
    const [oldest] = this.answers.keys()
    if (this.answers.size > MOST && oldest !== undefined) this.answers.delete(oldest)
  }

  private read(): void {
    for (const { by, edit, editSum, seq, overwrote, edits = [] } of this.latest(MOST)) {
      for (const one of edits) this.remember(knownOf(one.by, one.edit, { seq: one.seq }, null))
      const answer = { seq, ...(overwrote && { overwrote }) }
      if (edit !== undefined) this.remember(knownOf(by, edit, answer, editSum ?? null))
    }
    // Only now: a journal that could not be read is read again for the next edit.
    this.isRead = true
  }
}
