/** What the person writes into cells: shown at once, sent in order, given back when it was not taken. */
import { pageWords } from '../../../words/desk-page'
import { contentOf } from '../../book/content'
import type {
  BookPatch,
  EditAnswer,
  EditRequest,
  MergedText,
  Overwrote,
  Scalar,
  SheetPosition,
  UnderstoodText,
} from '../../protocol'
import type { ChoiceLine } from '../ui/choices'
import type { RefusedList } from '../ui/refused'
import type { TypedEdit } from '../view/view'
import { Outbox } from './outbox'
import type { Letter, Saving } from './outbox'
import { linesOf } from './question-lines'
import { Questions } from './questions'
import { valueText } from './restoring'
import type { Differing, Question } from './differing'
import { shortened } from './shortened'
import type { ShownBook } from './shown-book'
import { typedAgain } from './typed-again'
import type { Unsent } from './unsent'

/** What would be lost if the page went away. */
export interface KeptEdits {
  /** Edits that the server does not have: on their way, refused, or waiting for a choice. */
  unsent: readonly Unsent[]
  /** Questions about values that the server has. */
  questions: readonly Question[]
}

export interface EditsOwner {
  /** Person.id */
  me: string
  shown: ShownBook
  show: (patch: BookPatch) => void
  nameOf: (place: SheetPosition) => string
  /** Name of a person who is here; null: not known. */
  whoIs: (id: string) => string | null
  select: (place: SheetPosition) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
  /** Says something about a cell as it is after the change `seq`. */
  mention: (place: SheetPosition, seq: number, text: string) => void
  /** What was said of the cell holds no longer. */
  forget: (place: SheetPosition) => void
  saving: (saving: Saving) => void
  keep: (kept: KeptEdits) => void
  /** How many edits are not written before the person has said something. */
  waiting: (count: number) => void
  refused: RefusedList
  ask: (lines: readonly ChoiceLine[]) => void
  /** Whether a total is to be typed over; null: `settled` came first. */
  askTotal: (place: string, typed: string, settled: AbortSignal) => Promise<boolean | null>
  /** Texts that stand for numbers. */
  onUnderstood: (texts: readonly UnderstoodText[], seq: number) => void
  send: (request: EditRequest) => Promise<EditAnswer>
  newId: () => string
  /** Calls after so many milliseconds; a clock, for tests. */
  later: (act: () => void, milliseconds: number) => void
}

export class Edits {
  private readonly outbox: Outbox
  private readonly questions: Questions
  private refused: Letter[] = []
  /** Over totals: whether they are wanted is being asked. */
  private asked: Unsent[] = []
  private readonly closing = new AbortController()
  /** What was typed up to this change is not written over newer values unasked: the page was away since. */
  private awayAt: number

  constructor(private readonly owner: EditsOwner) {
    const { shown, send, later, newId, me, saving, ask, whoIs } = owner
    this.awayAt = shown.seq - 1
    this.outbox = new Outbox({
      send,
      onSaving: (state) => {
        saving(state)
        this.keep()
      },
      onAnswer: (answer, letter) => this.answered(answer, letter),
      onRefused: (letter, reason) => this.takeBack(letter, reason),
      onNewer: (letter, newer, seq) => this.waits(letter, newer, seq),
      later,
    })
    this.questions = new Questions({
      me,
      seq: () => shown.seq,
      contentOf: (place) => this.standing(place),
      typedAgain: (place, value) => typedAgain(value, shown.standing(place)),
      write: (unsent) => this.send(unsent, true),
      newId,
      changed: (questions) => {
        ask(linesOf(questions, (id, cells, isOther) => this.questions.choose(id, cells, isOther)))
        this.keep()
      },
      settled: (cells, by) => this.settled(cells, by),
      whoIs,
    })
  }

  /** Edits on their way. */
  get count(): number {
    return this.outbox.count
  }

  /** How many edits the server does not have, those that wait for the person included. */
  get held(): number {
    return this.unsent().length
  }

  /** Resolves when the server has every edit that is here now and needs no choice. */
  whenEmpty(): Promise<void> {
    return this.outbox.whenEmpty()
  }

  /** Stops sending, and returns the edits that the server does not have. */
  stop(): Unsent[] {
    this.outbox.stop()
    return this.unsent()
  }

  /** The workbook is closed: nothing is sent and nothing asked any more. What is not sent stays kept for it. */
  close(): void {
    this.outbox.stop()
    this.closing.abort()
  }

  /** Goes on with what an earlier page has left. */
  resume({ unsent, questions }: KeptEdits): void {
    this.questions.restore(questions)
    for (const one of unsent) {
      if (one.isTotal === true) void this.overTotal(one.edit)
      else this.send(one, true)
    }
  }

  typed(edit: TypedEdit): void {
    this.send({ id: this.owner.newId(), edit }, edit.base <= this.awayAt)
  }

  /** Asks before a total is typed over: a formula computes it. */
  async overTotal(edit: TypedEdit): Promise<void> {
    const { nameOf, focus, askTotal, newId } = this.owner
    const [block] = edit.blocks
    if (!block) return
    const asked: Unsent = { id: newId(), edit, isTotal: true }
    this.asked.push(asked)
    this.keep()
    const isWanted = await askTotal(nameOf(block), block.values.flat().join(' '), this.closing.signal)
    if (isWanted === null) return
    this.asked = this.asked.filter((one) => one !== asked)
    if (isWanted) this.typed({ ...edit, isConfirmed: true })
    else this.keep()
    focus()
  }

  /** A change of the server, which the page shows by now. */
  changed(patch: BookPatch, by: string): void {
    this.questions.changed(patch, by)
  }

  /** Another book has taken the place of the page's. */
  renewed(): void {
    this.questions.renewed()
  }

  /** The page does not hear of changes any more. */
  away(): void {
    this.awayAt = this.owner.shown.seq
  }

  /** Somebody wrote over what this person had written. */
  overwritten(cell: Omit<Overwrote, 'value'>, was: Scalar | null, now: Scalar | null): void {
    this.owner.forget(cell)
    this.questions.overwritten(cell, was, now)
  }

  private answered({ seq, overwrote, merged = [], understood }: EditAnswer, letter: Letter): void {
    const { shown, show, onUnderstood } = this.owner
    show(shown.answered())
    if (overwrote) this.questions.overwrote(overwrote, letter, seq)
    this.merged(merged, seq)
    if (understood) onUnderstood(understood, seq)
  }

  private settled(cells: readonly Differing[], by: string | null): void {
    const { mention, shown, whoIs } = this.owner
    const [first] = cells
    if (!first) return
    const who = (by === null ? null : whoIs(by)) ?? first.who
    const said =
      cells.length === 1
        ? pageWords.both.settled(first.cell, who, shortened(valueText(first.mine)))
        : pageWords.both.settledMany(first.cell, cells.length, who)
    mention(first, shown.seq, said)
  }

  private merged(texts: readonly MergedText[], seq: number): void {
    const [first] = texts
    if (!first) return
    const { merged, mergedMany } = pageWords.both
    const said = texts.length === 1 ? merged(first.cell, first.who) : mergedMany(first.cell, texts.length)
    this.owner.mention(first, seq, said)
  }

  /** Nothing was written: the person is asked first. */
  private waits(letter: Letter, newer: readonly Overwrote[], seq: number): void {
    const { shown, show } = this.owner
    show(shown.withdrawn(letter))
    this.questions.newer(newer, letterOnly(letter), seq)
  }

  private takeBack(letter: Letter, reason: string): void {
    const { shown, show, nameOf, select, focus, refused } = this.owner
    const { edit } = letter
    const { blocks } = edit
    const [first] = blocks
    show(shown.withdrawn(letter))
    if (!first) return
    this.refused.push(letter)
    const done = () => {
      this.refused = this.refused.filter((one) => one !== letter)
    }
    refused.add({
      text: pageWords.saving.refused(nameOf(first), shortened(first.values.flat().join(' ')), reason),
      again: () => {
        done()
        select(first)
        this.typed({ ...edit, base: shown.seq })
      },
      discard: () => {
        done()
        this.keep()
        focus()
      },
    })
  }

  private send(unsent: Unsent, isAsking: boolean): void {
    this.owner.show(this.owner.shown.typed(this.outbox.add(unsent, isAsking)))
  }

  private standing(place: SheetPosition): Scalar | null | undefined {
    const { shown } = this.owner
    return shown.isThere(place.sheet) ? contentOf(shown.standing(place)) : undefined
  }

  private unsent(): Unsent[] {
    const refused = this.refused.map(letterOnly)
    return [...this.questions.held(), ...this.asked, ...refused, ...this.outbox.unsent()]
  }

  private keep(): void {
    const questions = this.questions.all.filter(({ kind }) => kind !== 'newer')
    this.owner.keep({ unsent: this.unsent(), questions })
    this.owner.waiting(this.held - this.count)
  }
}

const letterOnly = ({ id, edit }: Letter): Unsent => ({ id, edit })
