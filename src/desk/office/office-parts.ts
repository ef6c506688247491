/** The parts of an open workbook, each with those that it needs. */
import { randomUUID } from 'node:crypto'
import type { SelectedCell } from '../../actions'
import type { Book } from '../book'
import type { Store } from '../store'
import { Changes } from './changes'
import { Commenting } from './commenting'
import { Edits } from './edits'
import { Erasing } from './erasing'
import { KnownEdits } from './known-edits'
import { LogKeeper } from './log-keeper'
import type { OfficeOptions } from './options'
import { People } from './people'
import { Renewals } from './renewal'
import { Runs } from './runs'
import { Stepping } from './stepping'
import { Versions } from './versions'

interface PartsOwner {
  /** Tells the people, those who come later included. */
  say: (text: string) => void
  /** Forgets what memory tells of the workbook as it was. */
  forget: () => void
}

/** Where the person is; null: nobody knows. */
function selectedBy({ copy }: Changes, presence: People, id: string): SelectedCell | null {
  const place = presence.list().find((person) => person.id === id)?.place
  const tab = place && copy.bench.book.sheets.find((sheet) => sheet.id === place.sheet)?.name
  return place && tab !== undefined ? { tab, row: place.row, column: place.column } : null
}

export function officeParts(options: OfficeOptions, store: Store, book: Book, { say, forget }: PartsOwner) {
  const clock = options.clock ?? (() => new Date())
  const newId = options.newId ?? (() => randomUUID())
  const changes = new Changes(store, book, clock, options)
  const presence = new People((people) => changes.tell({ type: 'people', people }))
  changes.present = () => presence.list()
  const known = new KnownEdits((limit) => store.latest(limit))
  const log = new LogKeeper(changes, clock, options.logSeconds)
  const renewals = new Renewals(changes, clock)
  const selected = (id: string) => selectedBy(changes, presence, id)
  const versions = new Versions(changes, store, { ...options, clock, log, renew: () => renewals.plan(), tell: say })
  return {
    changes,
    presence,
    known,
    log,
    renewals,
    versions,
    edits: new Edits(changes, log, renewals, clock, () => store.erasedAt),
    stepping: new Stepping(changes, log, clock),
    runs: new Runs(changes, log, renewals, { ...options, clock, selected }),
    commenting: new Commenting(changes, clock, newId),
    erasing: new Erasing({
      changes,
      store,
      known,
      versions,
      writeLog: () => log.writeNow(),
      forget,
      clock,
      onFault: (error) => options.onFault?.(error),
    }),
  }
}

export type OfficeParts = ReturnType<typeof officeParts>
