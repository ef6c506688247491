/** Who wrote what into which cell lately: so that nobody overwrites what another has written meanwhile without a word. */
import { mergedTexts } from '../../narrative'
import { MOST_IN_CELL } from '../../workbook'
import { officeWords as words } from '../../words/office'
import type { CellChange, EntryKind, Overwrote, Scalar, SheetPosition } from '../protocol'
import type { NewEntry, Store } from '../store'

interface Written {
  seq: number
  kind: EntryKind
  /** Person.id */
  by: string
  who: string
  /** What stood there before. */
  from: Scalar | null
}

type Entry = Pick<NewEntry, 'by' | 'who' | 'kind' | 'cells'> & { seq: number }

/** Remembered of each cell: what somebody types over was written in the last minutes. */
const MOST_OF_CELL = 8
/** Changes from before the workbook was opened that a page may be behind. */
const MOST_EARLIER = 2_000

/** The same where they changed different paragraphs; else with the paragraphs of the one, or of the others. */
export interface Merged {
  mine: string
  theirs: string
}

const keyOf = ({ sheet, row, column }: SheetPosition): string => `${sheet},${row},${column}`

/** Who wrote what stands there now. An undo writes nothing: it puts back what somebody had written earlier. */
export function writerOf<T extends Pick<Written, 'kind' | 'from'>>(
  written: readonly T[],
  stands: Scalar | null,
): T | undefined {
  const left = [...written.slice(1).map(({ from }) => from), stands]
  return written.filter(({ kind }, at) => kind !== 'undo' && left[at] === stands).at(-1)
}

export class Writers {
  /** Of each cell, oldest first. */
  private readonly cells = new Map<string, Written[]>()
  /** Changes up to this one are in the journal only, until a page that is so far behind writes. */
  private unread: number

  /** @param pending the changes that are not on the disk yet, in their order */
  constructor(
    private readonly store: Pick<Store, 'seq' | 'latest' | 'history'>,
    private readonly pending: () => readonly Entry[],
  ) {
    this.unread = store.seq
  }

  /** What stood there before is not told any more. */
  forget(): void {
    this.cells.clear()
    this.unread = -1
  }

  /** Remembers a change that is on the disk. */
  wrote({ seq, by, who, kind, cells }: Entry): void {
    for (const cell of cells) {
      const before = this.cells.get(keyOf(cell)) ?? []
      this.cells.set(keyOf(cell), [...before, { seq, kind, by, who, from: cell.from }].slice(-MOST_OF_CELL))
    }
  }

  /** Who wrote into the cell last, if that is known. */
  last(place: SheetPosition): Written | undefined {
    return this.after(place, -1).at(-1)
  }

  /** Cells that a change of one person has changed and that others wrote into after `base`, with what they had written. */
  overwritten(cells: readonly CellChange[], by: string, base: number): (Overwrote & { by: string })[] {
    return cells.flatMap(({ sheet, row, column, cell, from }) => {
      const place = { sheet, row, column }
      const hasChanged = this.after(place, base).length > 0
      const writer = hasChanged ? writerOf(this.after(place, -1), from) : undefined
      if (!writer || writer.seq <= base || writer.by === by) return []
      return [{ ...place, cell, who: writer.who || words.someone, value: from, by: writer.by }]
    })
  }

  /**
   * What the cell can hold where others wrote into it after `base`: paragraphs that only one has changed, of both, and
   * the others of the one or the other. Null where nobody did, or only one of the two texts can stand.
   */
  merged(
    place: SheetPosition,
    base: number,
    by: string,
    { stands, typed }: { stands: Scalar | null; typed: Scalar | null },
  ): Merged | null {
    if (typeof stands !== 'string' || typeof typed !== 'string') return null
    const later = this.after(place, base)
    if (later.every((one) => one.by === by)) return null
    const from = this.textAt(place, base, later)
    const texts = from === null ? null : mergedTexts(from, typed, stands)
    if (!texts || Math.max(texts.one.length, texts.other.length) > MOST_IN_CELL) return null
    return { mine: texts.one, theirs: texts.other }
  }

  /** The text of a cell at `base`: of many changes since then only the journal knows the first one. */
  private textAt(place: SheetPosition, base: number, later: readonly Written[]): string | null {
    const written = this.store.history(place).filter(({ seq }) => seq > base)
    const from = (written[written.length - 1] ?? later[0])?.from
    return typeof from === 'string' ? from : null
  }

  private after(place: SheetPosition, base: number): Written[] {
    if (base >= 0 && base < this.unread) this.readEarlier()
    const waiting = this.pending().flatMap(({ seq, by, who, kind, cells }) =>
      cells.filter((cell) => keyOf(cell) === keyOf(place)).map(({ from }) => ({ seq, kind, by, who, from })),
    )
    return [...(this.cells.get(keyOf(place)) ?? []), ...waiting].filter(({ seq }) => seq > base)
  }

  private readEarlier(): void {
    const since = new Map(this.cells)
    const earlier = this.store.latest(MOST_EARLIER).filter(({ seq }) => seq <= this.unread)
    this.unread = -1
    this.cells.clear()
    for (const entry of earlier) this.wrote(entry)
    for (const [key, written] of since) {
      this.cells.set(key, [...(this.cells.get(key) ?? []), ...written].slice(-MOST_OF_CELL))
    }
  }
}
