/** What was done, as people read it: without the program's own lines and cells, places in the words of the form. */
import { captionOf, knownCellsIn } from '../bench'
import type { Book } from '../book'
import type {
  CellChange,
  HistoryEntry,
  SheetPosition,
  ShownCellChange,
  ShownTrailEntry,
  TrailAnswer,
  TrailEntry,
} from '../protocol'
import type { Store } from '../store'
import { itself } from './cause'

/** Cells of one change that the page lists. */
const MOST_LISTED = 50

/** The program's own: lines of 流程记录, marks renewed after a change. */
const isOwn = ({ who, kind }: TrailEntry): boolean => kind === 'run' && who === itself.name

type Known = ReturnType<typeof knownCellsIn>

/** Of a command only what it changed in the form; of what people typed everything. */
function listed(kind: TrailEntry['kind'], cells: readonly CellChange[], known: Known): ShownCellChange[] {
  return cells.flatMap((cell) => {
    const { label, isProgram } = known(cell)
    const isShown = kind === 'edit' || (kind === 'run' || kind === 'import' ? label !== null : !isProgram)
    return isShown ? [{ ...cell, ...(label !== null && { label }) }] : []
  })
}

function shownEntry(entry: TrailEntry, known: Known): ShownTrailEntry {
  const cells = listed(entry.kind, entry.cells, known)
  return { ...entry, cells: cells.slice(0, MOST_LISTED), left: Math.max(0, cells.length - MOST_LISTED) }
}

/** A run is in the journal by its command's name. */
const named = <Entry extends { kind: string; what: string }>(entry: Entry): Entry =>
  entry.kind === 'run' ? { ...entry, what: captionOf(entry.what) } : entry

/** The earlier contents of a cell, newest first. */
export const historyOf = (store: Pick<Store, 'history'>, place: SheetPosition): HistoryEntry[] =>
  store.history(place).map(named)

/** So many entries of people, newest first, from the change before `before` on; and whether there are earlier ones. */
export function trailOf(store: Pick<Store, 'trail'>, book: Book, limit: number, before?: number): TrailAnswer {
  const found: TrailEntry[] = []
  let from = before
  for (let isMore = true; isMore && found.length <= limit;) {
    const next = store.trail(limit + 1, from).map(named)
    found.push(...next.filter((entry) => !isOwn(entry)))
    from = next[next.length - 1]?.seq
    isMore = next.length > limit
  }
  const known = knownCellsIn(book)
  const shown = found.slice(0, limit).map((entry) => shownEntry(entry, known))
  return { entries: shown, isMore: found.length > limit }
}
