import { officeWords as words } from '../../words/office'
import type { Book } from '../book'
import { checkTextIn, menuOf } from '../bench'
import type {
  CommentRequest,
  EditAnswer,
  EditRequest,
  HistoryEntry,
  Menu,
  OfficeEvent,
  Person,
  SheetPosition,
  RunAnswer,
  RunRequest,
  StepAnswer,
  TextAnswer,
  TextRequest,
  TrailAnswer,
} from '../protocol'
import type { PatchEntry, Store } from '../store'
import type { Changes } from './changes'
import { refuseOutside } from './comments'
import type { Erasing } from './erasing'
import { OfficeError } from './error'
import { sumOfEdit } from './known-edits'
import { officeParts } from './office-parts'
import type { OfficeParts } from './office-parts'
import type { OfficeOptions } from './options'
import { historyOf, trailOf } from './trail'
import type { Versions } from './versions'
import { losesText, writable } from './writable-text'

/** One workbook that people have open on the desk. Errors for a person to read are OfficeErrors. */
export class Office {
  /** What was recovered when it was opened, one sentence each. */
  readonly messages: string[]
  /** Where the workbook is that stood here before another one took its place. */
  beside: string | null = null
  readonly menus: readonly Menu[] = [menuOf()]
  private readonly parts: OfficeParts
  private isClosed = false
  private hasJoined = false

  constructor(
    private readonly options: OfficeOptions,
    private readonly store: Store,
    book: Book,
    messages: readonly string[],
  ) {
    this.messages = [...messages]
    const owner = { say: (text: string) => this.say(text), forget: () => this.forget() }
    this.parts = officeParts(options, store, book, owner)
    if (store.isBehind) this.changes.saveAtRest()
  }

  get versions(): Versions {
    return this.parts.versions
  }

  get erasing(): Erasing {
    return this.parts.erasing
  }

  private get changes(): Changes {
    return this.parts.changes
  }

  /** A copy of the workbook with all acknowledged changes. */
  get book(): Book {
    return this.changes.copy.book
  }

  /** Reads the same without a copy: of a tab of 20,000 rows that takes most of a second. What is kept must be copied. */
  read<T>(look: (book: Book) => T): T {
    return this.changes.copy.read(look)
  }

  get title(): string {
    return this.changes.copy.bench.book.title
  }

  /** The number of the last acknowledged change. */
  get seq(): number {
    return this.store.seq
  }

  /** Number of the change that tells that the history before it was erased; 0: it never was. */
  get erasedAt(): number {
    return this.store.erasedAt
  }

  /** Why the .xlsx cannot be written now; null: it can. */
  get unwritten(): string | null {
    return this.changes.unwritten
  }

  /** Where it was kept when it was closed, because its own folder was gone; else null. */
  get rescuedAt(): string | null {
    return this.changes.rescuedAt
  }

  get workbook(): string {
    return this.store.path
  }

  people(): Person[] {
    return this.parts.presence.list()
  }

  /** A page of the person was opened. Call the returned function when it is closed. */
  join(person: Person): () => void {
    this.hasJoined = true
    return this.parts.presence.join(person)
  }

  /** Throws an OfficeError for a place that is not there. */
  here(person: Person, place: SheetPosition): void {
    refuseOutside(this.changes.copy.bench.book, place)
    this.parts.presence.here(person.id, place)
  }

  /** Events come in the order of the changes, each when its change is on the disk. */
  subscribe(listener: (event: OfficeEvent) => void): () => void {
    return this.changes.subscribe(listener)
  }

  /** What the text would be found to have; null: there is no such tab. */
  checkText(request: TextRequest): TextAnswer | null {
    return this.read((book) => {
      refuseOutside(book, request)
      return checkTextIn(book, request)
    })
  }

  /** The earlier contents of a cell, newest first. */
  history(place: SheetPosition): HistoryEntry[] {
    refuseOutside(this.changes.copy.bench.book, place)
    return historyOf(this.store, place)
  }

  /** What people did before the change of this number, newest first. */
  trail(limit: number, before?: number): TrailAnswer {
    return this.read((book) => trailOf(this.store, book, limit, before))
  }

  /** The latest changes, oldest first, for pages that were away. */
  patches(limit: number): PatchEntry[] {
    return this.store.patches(limit)
  }

  /** On the disk when it resolves. Sent twice with the same id it counts once. */
  edit(person: Person, request: EditRequest): Promise<EditAnswer> {
    const given = this.cleaned(person, request)
    if (given !== request && losesText(request, given)) {
      return Promise.reject(new OfficeError('refused', words.onlyUnwritable))
    }
    const sum = sumOfEdit(given)
    const make = () => this.parts.edits.make(person, given, sum)
    return this.parts.known.once({ by: person.id, id: request.id, sum }, make)
  }

  /** Runs a command. If it asks something, the answer has its `question`, and the run goes on when that is answered. */
  run(person: Person, request: RunRequest): Promise<RunAnswer> {
    return this.parts.runs.run(person, this.cleaned(person, request))
  }

  /** The findings of the workbook as it is now, as HTML; a reviewer may see them. */
  findings(person: Person): Promise<string> {
    return this.parts.runs.findings(person)
  }

  /** Undoes the person's last edit or run, but for what somebody has changed later. */
  undo(person: Person): Promise<StepAnswer> {
    return this.parts.stepping.go(person, 'undo')
  }

  redo(person: Person): Promise<StepAnswer> {
    return this.parts.stepping.go(person, 'redo')
  }

  /** Reviewers may, too. */
  comment(person: Person, given: CommentRequest): Promise<{ seq: number }> {
    return this.parts.commenting.make(person, this.cleaned(person, given))
  }

  /** Leaves the day's copy, behind what people do. */
  keepVersion(): void {
    void this.versions.keepDaily()
  }

  /** The .xlsx file as it would be written now. */
  bytes(): Promise<Uint8Array> {
    return this.options.toXlsx(this.book)
  }

  /** Writes the file now. Rejects with a StoreError when it cannot be written; nothing is lost then. */
  save(): Promise<void> {
    return this.changes.save()
  }

  /** Finishes what is under way, writes the file and lets the workbook go. Rejects when the file was not written. */
  async close(): Promise<void> {
    if (this.isClosed) return
    await this.versions.whenIdle()
    await this.parts.renewals.whenDone()
    await this.parts.log.close()
    this.isClosed = true
    await this.changes.close()
  }

  /** Resolves when the marks and hints of a check agree with what was edited last. */
  whenRenewed(): Promise<void> {
    return this.parts.renewals.whenDone()
  }

  /** Without characters that no file can carry; the person is told. */
  private cleaned<T>(person: Person, request: T): T {
    const given = writable(request)
    if (given !== request) this.changes.tell({ type: 'notice', text: words.cleaned, to: person.id })
    return given
  }

  /** Before the first page has joined, it is kept for those who come. */
  private say(text: string): void {
    if (!this.hasJoined) this.messages.push(text)
    this.changes.tell({ type: 'notice', text })
  }

  /** What was recovered quotes values, and a run that waits for an answer holds the workbook as it was. */
  private forget(): void {
    this.messages.length = 0
    this.parts.runs.forget()
  }
}
