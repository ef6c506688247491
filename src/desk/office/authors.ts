/** Who wrote what stands in a cell now. */
import type { SheetPosition } from '../protocol'
import type { Store } from '../store'

export interface Author {
  /** Person.id */
  by: string
  who: string
  /** ISO 8601, UTC. */
  time: string
}

/** The latest changes that are looked through. */
const MOST_READ = 5_000

const keyOf = ({ sheet, row, column }: SheetPosition): string => `${sheet},${row},${column}`

/** As far as the latest changes tell. The program is nobody. */
export function authorsIn(store: Pick<Store, 'latest'>): (place: SheetPosition) => Author | null {
  const authors = new Map<string, Author>()
  for (const { by, who, time, cells, kind } of store.latest(MOST_READ)) {
    if (kind === 'comment') continue
    for (const cell of cells) authors.set(keyOf(cell), { by, who, time })
  }
  return (place) => {
    const author = authors.get(keyOf(place))
    return author && author.by !== '' ? author : null
  }
}
