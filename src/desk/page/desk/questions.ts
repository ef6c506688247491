/** Cells in which two people differ: what both wrote is kept in view until the person has chosen. */
import type { BookPatch, Overwrote, Scalar, SheetPosition } from '../../protocol'
import type { TypedEdit } from '../view/view'
import { isAsWanted, isOneCell, isSame, isThere, other, placeOf, spotOf, standing } from './differing'
import type { Differing, Question, QuestionKind } from './differing'
import { isTouched } from './touched'
import { typedAt, withoutCells, withTexts } from './typed-cells'
import type { Unsent } from './unsent'

export interface QuestionsOwner {
  /** Person.id */
  me: string
  /** The last change the page has. */
  seq: () => number
  /** What the server has there; undefined: the tab's cells are not here. */
  contentOf: (place: SheetPosition) => Scalar | null | undefined
  /** What has to be typed there so that the cell holds exactly that. */
  typedAgain: (place: SheetPosition, value: Scalar | null) => Scalar | null
  /** Sends an edit that asks again if somebody has changed its cells since. */
  write: (unsent: Unsent) => void
  newId: () => string
  /** The questions are others than before. */
  changed: (questions: readonly Question[]) => void
  /**
   * Another (`Person.id`; null: not known) has written what the person had wanted there, by one change in all of these
   * cells: nothing is asked any more.
   */
  settled: (cells: readonly Differing[], by: string | null) => void
  /** Name of a person; null: not known. */
  whoIs: (id: string) => string | null
}

/** Blocks of one request. */
const MOST_BLOCKS = 200

export class Questions {
  private list: Question[] = []
  private ids = 0
  /** Not told yet: what one change settles is told together. */
  private settledNow: { cells: Differing[]; by: string | null } = { cells: [], by: null }

  constructor(private readonly owner: QuestionsOwner) {}

  get all(): readonly Question[] {
    return this.list
  }

  /** Edits that are not written before the person has chosen. */
  held(): Unsent[] {
    return this.list.flatMap(({ letters }) => letters)
  }

  /** My edit, the change `seq`, has replaced what others had written. */
  overwrote(cells: readonly Overwrote[], { edit }: Unsent, seq: number): void {
    const isLatest = this.owner.seq() === seq
    const differing = cells.map((cell): Differing => {
      const now = isLatest ? this.owner.contentOf(cell) : undefined
      const mine = now === undefined ? (typedAt(edit, cell) ?? null) : now
      return { ...placeOf(cell), theirs: cell.value, mine, isSeen: this.owner.seq() >= seq }
    })
    this.add('overwrote', differing)
  }

  /** Somebody has replaced what I had written. */
  overwritten(cell: Omit<Overwrote, 'value'>, was: Scalar | null, now: Scalar | null): void {
    const differing = { ...placeOf(cell), mine: was, theirs: now, isSeen: true }
    const last = this.list[this.list.length - 1]
    const isSameEdit = last?.kind === 'overwritten' && last.cells.every(({ who }) => who === cell.who)
    this.forget(differing)
    if (last && isSameEdit && this.seqOfLast === this.owner.seq() && this.list.includes(last)) {
      last.cells.push(differing)
    } else this.put('overwritten', [differing])
    this.seqOfLast = this.owner.seq()
    this.look(differing, null)
    this.told()
  }

  private seqOfLast = -1

  /** The edit was not written: it would have replaced newer values of others. */
  newer(cells: readonly Overwrote[], typed: Unsent, seq: number): void {
    const letter = { ...typed, edit: withTexts(typed.edit, cells) }
    const differing = cells.map((cell): Differing => ({
      ...placeOf(cell),
      theirs: cell.value,
      mine: typedAt(letter.edit, cell) ?? null,
      isSeen: this.isStanding(cell, cell.value),
    }))
    const before = this.sameCell(differing)
    this.list = this.list.filter((one) => one !== before)
    const letters = [...(before?.letters ?? []), letter]
    const earlier = before ? [...before.earlier, ...before.cells.map(({ mine }) => mine)] : []
    this.add('newer', differing, { letters, earlier, seq })
  }

  /** Questions of a page before this one. */
  restore(kept: readonly Question[]): void {
    for (const { kind, cells } of kept) this.add(kind, [...cells])
    this.renewed()
  }

  /** After a change of the server; null: its author is not known. */
  changed(patch: BookPatch, by: string | null): void {
    if (this.list.length === 0) return
    for (const cell of this.list.flatMap(({ cells }) => cells)) if (isTouched(patch, cell)) this.look(cell, by)
    this.told()
  }

  /** After another book has taken the place of the page's. */
  renewed(): void {
    for (const cell of this.list.flatMap(({ cells }) => cells)) this.look(cell, null)
    this.told()
  }

  /** `isOther`: not what stands now, but the other value. */
  choose(id: number, cells: readonly Differing[], isOther: boolean): void {
    const question = this.list.find((one) => one.id === id)
    const chosen = question?.cells.filter((cell) => cells.includes(cell)) ?? []
    if (!question || chosen.length === 0) return
    question.cells = question.cells.filter((cell) => !chosen.includes(cell))
    if (question.kind === 'newer') {
      if (!isOther) question.left.push(...chosen)
      this.finish(question)
    } else if (isOther) this.restoreCells(question.kind, chosen)
    this.told()
  }

  private restoreCells(kind: QuestionKind, cells: readonly Differing[]): void {
    const blocks = cells.map((cell) => ({
      ...spotOf(cell),
      values: [[this.owner.typedAgain(cell, other(kind, cell))]],
    }))
    this.write({ blocks, isConfirmed: true, isRestored: true, overrules: 0 }, this.owner.newId())
  }

  /** All cells are decided: what the person wants of the edit is written. */
  private finish({ cells, letters, left, seq }: Question): void {
    const letter = letters[letters.length - 1]
    if (cells.length > 0 || !letter) return
    const { edit, id } = letter
    this.write({ ...edit, overrules: edit.base, blocks: withoutCells(edit, left) }, id, seq)
  }

  private write(edit: Omit<TypedEdit, 'base'>, id: string, seq = 0): void {
    const { blocks, isConfirmed, isRestored, overrules } = edit
    const base = Math.max(this.owner.seq(), seq)
    const marks = {
      ...(isConfirmed === true && blocks.length === 1 && { isConfirmed: true }),
      ...(isRestored === true && { isRestored: true }),
      ...(overrules !== undefined && { overrules }),
    }
    for (let from = 0; from < blocks.length; from += MOST_BLOCKS) {
      const part = { blocks: blocks.slice(from, from + MOST_BLOCKS), base, ...marks }
      this.owner.write({ id: from === 0 ? id : this.owner.newId(), edit: part })
    }
  }

  private add(kind: QuestionKind, cells: Differing[], rest: Partial<Question> = {}): void {
    // What an earlier question says about the cell stands in its history.
    for (const cell of cells) this.forget(cell)
    this.put(kind, cells, rest)
    for (const cell of cells) if (cell.isSeen) this.look(cell, null)
    this.told()
  }

  private put(kind: QuestionKind, cells: Differing[], rest: Partial<Question> = {}): void {
    this.list.push({ id: ++this.ids, kind, cells, letters: [], left: [], earlier: [], seq: 0, ...rest })
  }

  /** A question about this cell alone whose value waits as well. */
  private sameCell(cells: readonly Differing[]): Question | undefined {
    const [cell] = cells
    if (!cell || cells.length > 1) return undefined
    return this.list.find((one) => {
      const [first] = one.cells
      return one.kind === 'newer' && isOneCell(one) && first !== undefined && isThere(first, cell)
    })
  }

  private forget(place: SheetPosition): void {
    for (const question of this.list) {
      if (question.kind === 'newer') continue
      question.cells = question.cells.filter((cell) => !isThere(cell, place))
    }
  }

  private isStanding(place: SheetPosition, value: Scalar | null): boolean {
    const now = this.owner.contentOf(place)
    return now !== undefined && isSame(now, value)
  }

  /** Compares the question with what the cell holds by now; null: who wrote that is not known. */
  private look(cell: Differing, by: string | null): void {
    const question = this.list.find(({ cells }) => cells.includes(cell))
    const now = this.owner.contentOf(cell)
    if (!question || now === undefined) return
    const { kind } = question
    const isMine = by === this.owner.me
    const isBack = cell.isSeen && isAsWanted(question, cell, now)
    if (kind === 'overwrote' && isMine && !isBack) Object.assign(cell, { mine: now, isSeen: true })
    if (isSame(now, standing(kind, cell))) {
      cell.isSeen = true
      delete cell.now
    } else if (isMine && (kind === 'overwritten' || isBack)) this.drop(question, cell)
    else if (isBack) this.settle(question, cell, by)
    else if (cell.isSeen) cell.now = now
  }

  /** Another has put back what the person's own value had replaced, or has written what she wanted herself. */
  private settle(question: Question, cell: Differing, by: string | null): void {
    this.drop(question, cell)
    if (question.kind !== 'overwrote') {
      this.settledNow = { cells: [...this.settledNow.cells, cell], by }
      return
    }
    const who = (by === null ? null : this.owner.whoIs(by)) ?? cell.who
    this.put('overwritten', [{ ...cell, who }])
  }

  /** There is nothing to choose any more. */
  private drop(question: Question, cell: Differing): void {
    question.cells = question.cells.filter((one) => one !== cell)
    if (question.kind !== 'newer') return
    question.left.push(cell)
    this.finish(question)
  }

  private told(): void {
    this.list = this.list.filter(({ cells }) => cells.length > 0)
    this.owner.changed(this.list)
    const { cells, by } = this.settledNow
    this.settledNow = { cells: [], by: null }
    if (cells.length > 0) this.owner.settled(cells, by)
  }
}
