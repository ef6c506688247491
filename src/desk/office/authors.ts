/** Who wrote what stands in a cell now. */
import type { EntryKind, Scalar, SheetPosition } from '../protocol'
import type { Store } from '../store'
import { writerOf } from './writers'

export interface Author {
  /** Person.id */
  by: string
  who: string
  /** ISO 8601, UTC. */
  time: string
}

interface Written extends Author {
  kind: EntryKind
  from: Scalar | null
}

/** The latest changes that are looked through. */
const MOST_READ = 5_000

const keyOf = ({ sheet, row, column }: SheetPosition): string => `${sheet},${row},${column}`

/** As far as the latest changes tell. The program is nobody. */
export function authorsIn(store: Pick<Store, 'latest'>): (place: SheetPosition) => Author | null {
  const written = new Map<string, { all: Written[]; stands: Scalar | null }>()
  for (const { by, who, time, cells, kind } of store.latest(MOST_READ)) {
    if (kind === 'comment') continue
    for (const cell of cells) {
      const all = written.get(keyOf(cell))?.all ?? []
      all.push({ by, who, time, kind, from: cell.from })
      written.set(keyOf(cell), { all, stands: cell.to })
    }
  }
  return (place) => {
    const { all, stands } = written.get(keyOf(place)) ?? { all: [], stands: null }
    const author = writerOf(all, stands)
    return author && author.by !== '' ? { by: author.by, who: author.who, time: author.time } : null
  }
}
