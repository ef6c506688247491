/** Takes an earlier version: over what its person has seen, and with a copy of before that lacks no change. */
import { logRow } from '../../actions'
import { versionWords as words } from '../../words/versions'
import { diffBooks, isEmptyPatch, shownTime } from '../book'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import type { CellChange, Person, TakenVersion } from '../protocol'
import type { Store } from '../store'
import { causeOf, itself } from './cause'
import { authorsIn } from './authors'
import type { Changes } from './changes'
import { logLine } from './edit-log'
import { NewerCells, OfficeError, withoutId, withoutWriter } from './error'
import type { LogKeeper } from './log-keeper'
import { asVersion, captionOf, cellsOf } from './version-contents'
import type { Change } from './working-copy'

/** People go on typing while the copy of before is made. */
const MOST_TRIES = 5

/** What a person wants, having seen what differs. */
export interface Taking {
  person: Person
  name: string
  /** The last change that stood in what was seen. */
  base: number
}

interface Taken {
  change: Change | null
  logged: Change | null
  count: number
  /** Lines of 流程记录 about what people did before. */
  earlier: ReturnType<LogKeeper['write']>
  /** What others had written. */
  others: (CellChange & { by: string })[]
}

/** Cells that one person is asked about. */
const MOST_ASKED = 50

interface TakerParts {
  changes: Changes
  log: LogKeeper
  store: Store
  clock: () => Date
  /** Of the program. */
  version: string
  /** Marks of a check are renewed after a moment. */
  renew: () => void
  /** The workbook's bytes, and the last change that they hold. */
  asItIs: () => Promise<{ bytes: Uint8Array; seq: number }>
}

export class Taker {
  constructor(private readonly parts: TakerParts) {}

  /** Rejects with an OfficeError. */
  async take(version: Book, taking: Taking): Promise<TakenVersion> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      this.refuseSame(version, taking.name)
      const { bytes, seq } = await this.parts.asItIs()
      const made = await this.parts.changes.alone(async () => {
        const taken = await this.makeAt(seq, bytes, version, taking)
        // In the same turn: the next edit has to know who wrote what it replaces.
        return taken && this.told(taken, taking)
      })
      if (made) return made
    }
    throw new OfficeError('conflict', words.busy)
  }

  private refuseSame(version: Book, name: string): void {
    const now = this.parts.changes.copy.book
    if (isEmptyPatch(diffBooks(now, asVersion(now, version))))
      throw new OfficeError('refused', words.same(captionOf(name)))
  }

  /** The copy of before and the change, in one turn. Null: somebody has written since the copy was made. */
  private async makeAt(seq: number, bytes: Uint8Array, version: Book, taking: Taking): Promise<Taken | null> {
    const { copy } = this.parts.changes
    // Who was answered a moment ago is known, too.
    await new Promise((next) => setImmediate(next))
    if (this.parts.store.seq !== seq) return null
    this.refuseNewer(version, taking)
    const aside = await this.kept(bytes)
    try {
      const taken = this.taken(version, taking, aside)
      await copy.commit()
      return taken
    } catch (error) {
      copy.rollBack()
      throw error
    }
  }

  /** What others wrote since is shown first. */
  private refuseNewer(version: Book, { person, base }: Taking): void {
    const { copy, writers } = this.parts.changes
    const now = copy.bench.book
    const cells = cellsOf(now, asVersion(now, version))
    const isErased = base < this.parts.store.erasedAt && cells.length > 0
    const newer = isErased ? cells.map(withoutWriter) : writers.overwritten(cells, person.id, base).map(withoutId)
    if (newer.length > 0) throw new NewerCells(newer, this.parts.store.seq, words.newer(newer.length))
  }

  private told({ change, logged, count, earlier, others }: Taken, { person, name }: Taking): TakenVersion {
    this.parts.log.written(earlier)
    if (change) {
      this.parts.changes.steps.ran(change, words.logged.event, { isLogged: logged !== null })
      this.parts.changes.announce(change)
      this.parts.renew()
    }
    if (logged) this.parts.changes.announce(logged)
    if (change) this.tellOthers(person, captionOf(name), count, others)
    return { seq: change?.seq ?? this.parts.changes.seq, caption: captionOf(name), count }
  }

  /** Everybody learns of it; who wrote what has gone can put it back. */
  private tellOthers({ id, name: who }: Person, caption: string, count: number, others: Taken['others']): void {
    const { changes } = this.parts
    for (const { id: to } of changes.present()) {
      if (to === id) continue
      changes.tell({ type: 'notice', to, text: words.told(who, caption, count) })
      const own = others.filter(({ by }) => by === to).slice(0, MOST_ASKED)
      for (const { sheet, row, column, cell, from: was, to: now } of own) {
        changes.tell({ type: 'overwritten', to, who, was, now, sheet, row, column, cell })
      }
    }
  }

  private taken(version: Book, { person, name }: Taking, aside: string): Taken {
    const { copy } = this.parts.changes
    const cause = causeOf(person, 'import', words.logged.what(captionOf(name)))
    const now = copy.bench.book
    // As many as were shown before: nobody asks for those that the program writes for itself.
    const count = cellsOf(now, asVersion(now, version)).length
    const authorOf = authorsIn(this.parts.store)
    const earlier = this.parts.log.write()
    const change = copy.makeChange(diffBooks(now, asVersion(now, version)), cause)
    const others = (change?.cells ?? []).flatMap((cell) => {
      const by = authorOf(cell)?.by
      return by === undefined ? [] : [{ ...cell, by }]
    })
    const { clock, version: program } = this.parts
    const stamp = { time: shownTime(clock().toISOString()), user: person.name, version: program }
    const { event, detail } = words.logged
    const line = logLine(copy.bench.book, logRow(stamp, { event, detail: detail(captionOf(name), count, aside) }))
    const logged = line && copy.makeChange(line, causeOf(itself, 'run', event))
    return { change, logged, count, earlier, others }
  }

  private async kept(bytes: Uint8Array): Promise<string> {
    try {
      return await this.parts.store.backups.keep(bytes, this.parts.clock(), false)
    } catch (error) {
      throw new OfficeError('failed', words.notKept(reasonOf(error)))
    }
  }
}
