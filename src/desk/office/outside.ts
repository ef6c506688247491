/** Saves the workbook, and takes in first what another program has saved into its file meanwhile. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { journalWords } from '../../words/journal'
import { outsideWords as words } from '../../words/outside'
import { storeWords } from '../../words/store'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import type { OfficeEvent, Person } from '../protocol'
import { askingPatch, ForeignFile, OutsideChange, StoreError } from '../store'
import type { Store } from '../store'
import type { Cause, Change, WorkingCopy } from './working-copy'

interface OutsideOwner {
  inTurn: <T>(work: () => T | Promise<T>) => Promise<T>
  /** Tells the pages of a change that is on the disk. */
  announce: (change: Change) => void
  tell: (event: OfficeEvent) => void
  present: () => readonly Person[]
}

type Saving = Parameters<Store['save']>[0]
type File = Awaited<ReturnType<Store['readOutside']>>
type Compared = ReturnType<Store['compareOutside']>

/** Cells that are named in a message, and those that each person is asked about, at most. */
const MOST_NAMED = 20
const MOST_ASKED = 50

const cause: Cause = { by: '', who: storeWords.outsideWho, kind: 'import', what: storeWords.outsideWhat }

export class Outside {
  constructor(
    private readonly store: Store,
    private readonly copy: WorkingCopy,
    private readonly clock: () => Date,
    private readonly owner: OutsideOwner,
  ) {}

  async save(saving: Saving): Promise<void> {
    try {
      await this.store.save(saving)
    } catch (error) {
      if (!(error instanceof OutsideChange)) throw error
      await this.takeIn().catch((why: unknown) => this.keepBeside(why, saving))
      await this.store.save(saving)
    }
    for (const text of await this.store.news(saving.book)) this.owner.tell({ type: 'notice', text })
  }

  /** Another workbook is not written over; what people have made is in a file all the same. Always rejects. */
  private async keepBeside(why: unknown, saving: Saving): Promise<never> {
    if (!(why instanceof ForeignFile)) throw why
    try {
      const beside = await this.store.saveBeside(saving)
      throw new StoreError(words.replaced(basename(this.store.path), beside))
    } catch (error) {
      throw codeOf(error) === null ? error : why
    }
  }

  private async takeIn(): Promise<void> {
    const file = await this.store.readOutside(this.copy.bench.book.title)
    await this.owner.inTurn(async () => {
      const found = this.store.compareOutside(file, this.copy.bench.book)
      const changes = await this.written(found)
      this.store.tookOutside(file)
      for (const change of changes) this.owner.announce(change)
      this.tell(file, found)
    })
  }

  private async written({ patch, doubts }: Compared): Promise<Change[]> {
    try {
      const changes = [this.copy.makeChange(patch, cause), this.asked(doubts, this.copy.bench.book)]
      await this.copy.commit()
      return changes.flatMap((change) => change ?? [])
    } catch (error) {
      this.copy.rollBack()
      throw error
    }
  }

  /** Where both sides changed a cell, this desk's value stands; the other is in the cell's history, and asked about. */
  private asked(doubts: Compared['doubts'], book: Book): Change | null {
    const isThere = new Set(book.sheets.map(({ id }) => id))
    const inside = doubts.filter(({ sheet }) => isThere.has(sheet))
    if (inside.length === 0) return null
    const patch = askingPatch(inside, journalWords.whyOutside, this.clock().toISOString(), randomUUID)
    const cells = inside.map(({ stands, other, ...place }) => ({ ...place, from: other, to: stands }))
    return this.copy.makeChange(patch, cause, cells)
  }

  /** People choose in the same way as where a colleague has changed their cell. */
  private tell({ aside, unreadNotes }: File, { taken, doubts, isAsThen, isOlder }: Compared): void {
    const all = [...taken, ...doubts].map(({ cell }) => cell)
    const nothing = isAsThen && isOlder ? words.older(aside) : words.same(aside)
    const text = all.length > 0 ? words.taken(all.slice(0, MOST_NAMED), all.length, aside) : nothing
    for (const notice of [text, ...unreadNotes.map(({ message }) => message)])
      this.owner.tell({ type: 'notice', text: notice })
    const editors = this.owner.present().filter(({ role }) => role === 'editor')
    for (const { id: to } of editors) {
      for (const { stands: now, other: was, ...place } of taken.slice(0, MOST_ASKED)) {
        this.owner.tell({ type: 'overwritten', to, who: storeWords.outsideWho, ...place, was, now })
      }
    }
    const lines = doubts.slice(0, MOST_NAMED).map(({ cell, stands, other }) => journalWords.doubt(cell, stands, other))
    if (doubts.length > 0) this.owner.tell({ type: 'notice', text: journalWords.doubts(lines, doubts.length) })
  }
}
