/** People's edits. What others wrote into the same cells meanwhile is kept beside, or told to both. */
import { officeWords as words } from '../../words/office'
import { cellAt, contentOf, yearOf } from '../book'
import type { BookChange } from '../book'
import { EditRefused, typeInto } from '../bench'
import type {
  CellChange,
  EditAnswer,
  EditRequest,
  MergedText,
  Overwrote,
  Person,
  SheetPosition,
  UnderstoodText,
} from '../protocol'
import { cellChanges, cellName } from '../store'
import { causeOf } from './cause'
import type { Changes } from './changes'
import { NewerCells, OfficeError, withoutId, withoutWriter } from './error'
import type { LogKeeper } from './log-keeper'
import type { Renewals } from './renewal'
import { refuseReviewer } from './role'
import { targetsOf } from './typed'
import type { Target } from './typed'
import type { Cause, Change } from './working-copy'
import type { Merged } from './writers'

interface Made {
  change: Change | null
  /** Name of the tab of the first block. */
  tab: string
  understood: UnderstoodText[]
  merged: MergedText[]
  overwrote: Replaced[]
  /** Whose values were replaced by a person who knew them: they are told, she is not. */
  overruled: Replaced[]
}

type Replaced = Overwrote & { by: string }

/** What a person has typed, with the texts that were merged into it. */
interface Typed {
  typed: BookChange
  base: number
  merged: readonly MergedText[]
  contested: readonly Contested[]
}

export class Edits {
  constructor(
    private readonly changes: Changes,
    private readonly log: LogKeeper,
    private readonly renewals: Renewals,
    private readonly clock: () => Date,
    /** See Store.erasedAt. */
    private readonly erasedAt: () => number,
  ) {}

  /**
   * On the disk when it resolves.
   *
   * @param editSum of what it writes, see KnownEdits
   */
  make(person: Person, request: EditRequest, editSum: string): Promise<EditAnswer> {
    return this.changes.make(
      () => this.perform(person, request, editSum),
      (made) => this.done(person, made),
    )
  }

  private perform(person: Person, request: EditRequest, editSum: string): Made {
    refuseReviewer(person)
    const { bench } = this.changes.copy
    const targets = targetsOf(bench.book, request)
    // A page that saw a later change saw another history: all that stands here is news to it.
    const base = request.base <= this.changes.copy.seq ? request.base : 0
    const { kept, merged, contested } = this.withTextsOfOthers(targets, person, base)
    const { made: understood, ...typed } = this.typed(kept)
    const { cause, overwrote, overruled } = this.orTakenBack(typed, () =>
      this.replacedBy(person, request, { typed, base, merged, contested }, editSum),
    )
    const change = this.changes.copy.take(typed, cause)
    // Who wants the other's paragraphs back keeps those that only one has changed.
    const told = overwrote.map((cell) => ({ ...cell, value: contestedAt(contested, cell)?.theirs ?? cell.value }))
    return { change, tab: targets[0]?.tab.name ?? '', understood, merged, overwrote: told, overruled }
  }

  /** What was typed stands on the bench already: a refusal, or a journal that cannot be read, takes it back. */
  private orTakenBack<T>({ back }: BookChange, work: () => T): T {
    try {
      return work()
    } catch (error) {
      this.changes.copy.bench.apply(back)
      throw error
    }
  }

  /** Whose values the edit replaces. Throws NewerCells where the person is to be asked first. */
  private replacedBy(
    person: Person,
    request: EditRequest,
    { typed, base, merged, contested }: Typed,
    editSum: string,
  ): { cause: Cause; overwrote: Replaced[]; overruled: Replaced[] } {
    const cells = cellChanges(this.changes.copy.bench.book, typed)
    // Nobody knows any more who wrote what before the history was erased: all that stands is to be asked about.
    const isErased = request.base < this.erasedAt() && cells.length > 0
    if (isErased) throw new NewerCells(cells.map(withoutWriter), this.changes.copy.seq)
    const overwrote = this.changes.writers
      .overwritten(cells, person.id, base)
      .filter((cell) => !merged.some((text) => isSame(text, cell)))
    if (request.isAsking === true && overwrote.length > 0) {
      const withBoth = overwrote.map((cell) => ({ ...withoutId(cell), ...bothAt(contested, cell) }))
      throw new NewerCells(withBoth, this.changes.copy.seq)
    }
    const overruled = this.overruledBy(person, request, cells, base, overwrote)
    const cause = {
      ...causeOf(person, 'edit', request.isRestored === true ? words.restored : ''),
      ...(request.id !== undefined && { edit: request.id, editSum }),
      ...(overwrote.length > 0 && { overwrote: overwrote.map(withoutId) }),
    }
    return { cause, overwrote, overruled }
  }

  private overruledBy(
    { id }: Person,
    { overrules }: EditRequest,
    cells: readonly CellChange[],
    base: number,
    told: readonly Replaced[],
  ): Replaced[] {
    if (overrules === undefined) return []
    const known = this.changes.writers.overwritten(cells, id, Math.min(base, overrules))
    return known.filter((cell) => !told.some((one) => isSame(one, cell)))
  }

  private done(person: Person, { change, tab, understood, merged, overwrote, overruled }: Made): EditAnswer {
    if (change) {
      this.changes.steps.edited(change, tab)
      this.changes.announce(change)
      this.log.noted(change)
      this.renewals.plan()
    }
    for (const one of [...overwrote, ...overruled]) this.tellOverwritten(person, one, change)
    return {
      seq: change?.seq ?? this.changes.seq,
      ...(understood.length > 0 && { understood }),
      ...(merged.length > 0 && { merged }),
      ...(overwrote.length > 0 && { overwrote: overwrote.map(withoutId) }),
    }
  }

  /** Texts that others changed meanwhile, with the changes of both; `contested`: both changed the same paragraph. */
  private withTextsOfOthers(targets: readonly Target[], { id }: Person, base: number) {
    const merged: MergedText[] = []
    const contested: Contested[] = []
    const kept = targets.map((target): Target => {
      const { tab, area, values } = target
      const both = values.map((line, down) =>
        line.map((typed, across) => {
          const at = { sheet: tab.id, row: area.row + down, column: area.column + across }
          const stands = contentOf(cellAt(tab, at.row, at.column))
          const texts = this.changes.writers.merged(at, base, id, { stands, typed })
          if (!texts) return typed
          if (texts.mine !== texts.theirs) contested.push({ ...at, ...texts })
          else {
            const who = this.changes.writers.last(at)?.who ?? ''
            merged.push({ ...at, cell: cellName(tab, at.row, at.column), who: who || words.someone, value: texts.mine })
          }
          return texts.mine
        }),
      )
      return { ...target, values: both }
    })
    return { kept, merged, contested }
  }

  /** All blocks of what a person typed, or none; refused as the workbook refuses it. */
  private typed(targets: readonly Target[]): BookChange & { made: UnderstoodText[] } {
    const { bench } = this.changes.copy
    const year = yearOf(this.clock())
    const type = () =>
      targets.flatMap(({ tab, area, values }) =>
        typeInto(bench, { tab: tab.name, area, values }, year).map((one) => ({ sheet: tab.id, ...one })),
      )
    try {
      return bench.change(type)
    } catch (error) {
      throw error instanceof EditRefused ? new OfficeError('refused', error.message) : error
    }
  }

  /** The earlier one is told at once, with what stands there now. */
  private tellOverwritten({ name }: Person, { by, value, ...place }: Replaced, change: Change | null): void {
    const { sheet, row, column, cell } = place
    const now = change?.cells.find((one) => isSame(one, place))?.to ?? null
    this.changes.tell({ type: 'overwritten', to: by, sheet, row, column, cell, who: name, was: value, now })
  }
}

type Contested = SheetPosition & Merged

const contestedAt = (contested: readonly Contested[], cell: SheetPosition): Contested | undefined =>
  contested.find((text) => isSame(text, cell))

/** What the text is to hold if the person keeps what was typed. */
function bothAt(contested: readonly Contested[], cell: SheetPosition): Pick<Overwrote, 'both'> {
  const text = contestedAt(contested, cell)
  return text ? { both: text.mine } : {}
}

const isSame = (one: SheetPosition, other: SheetPosition): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column
