import { randomUUID } from 'node:crypto'
import { officeWords as words } from '../../words/office'
import type { SelectedCell } from '../../actions'
import type { Book } from '../book'
import { captionOf, checkTextIn, menuOf } from '../bench'
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
import { causeOf } from './cause'
import { Changes } from './changes'
import { commentChange, commentText, refuseOutside } from './comments'
import { Edits } from './edits'
import { Erasing } from './erasing'
import { OfficeError } from './error'
import type { ErasingParts } from './erasing'
import { KnownEdits, sumOfEdit } from './known-edits'
import { LogKeeper } from './log-keeper'
import type { OfficeOptions } from './options'
import { People } from './people'
import { Renewals } from './renewal'
import { Runs } from './runs'
import { Stepping } from './stepping'
import { trailOf } from './trail'
import { Versions } from './versions'
import { losesText, writable } from './writable-text'

/** A run is in the journal by its command's name. */
const named = <Entry extends { kind: string; what: string }>(entry: Entry): Entry =>
  entry.kind === 'run' ? { ...entry, what: captionOf(entry.what) } : entry

/** One workbook that people have open on the desk. Errors for a person to read are OfficeErrors. */
export class Office {
  /** What was recovered when it was opened, one sentence each. */
  readonly messages: string[]
  /** Where the workbook is that stood here before another one took its place. */
  beside: string | null = null
  readonly menus: readonly Menu[] = [menuOf()]
  readonly versions: Versions
  readonly erasing: Erasing
  private readonly changes: Changes
  private readonly presence: People
  private readonly log: LogKeeper
  private readonly runs: Runs
  private readonly known: KnownEdits
  private readonly edits: Edits
  private readonly renewals: Renewals
  private readonly stepping: Stepping
  private readonly clock: () => Date
  private readonly newId: () => string
  private isClosed = false
  private hasJoined = false

  constructor(
    private readonly options: OfficeOptions,
    private readonly store: Store,
    book: Book,
    messages: readonly string[],
  ) {
    this.messages = [...messages]
    this.clock = options.clock ?? (() => new Date())
    this.newId = options.newId ?? (() => randomUUID())
    this.changes = new Changes(store, book, this.clock, options)
    this.known = new KnownEdits((limit) => store.latest(limit))
    this.log = new LogKeeper(this.changes, this.clock, options.logSeconds)
    this.renewals = new Renewals(this.changes, this.clock)
    this.edits = new Edits(this.changes, this.log, this.renewals, this.clock, () => store.erasedAt)
    this.stepping = new Stepping(this.changes, this.log, this.clock)
    this.presence = new People((people) => this.changes.tell({ type: 'people', people }))
    this.changes.present = () => this.presence.list()
    const selected = (id: string) => this.selectedBy(id)
    this.runs = new Runs(this.changes, this.log, this.renewals, { ...options, clock: this.clock, selected })
    const renew = () => this.renewals.plan()
    this.versions = new Versions(this.changes, store, {
      ...options,
      clock: this.clock,
      log: this.log,
      renew,
      tell: (text) => this.say(text),
    })
    const { changes, known, versions, clock } = this
    const writeLog = () => this.log.writeNow()
    const forget = () => this.forget()
    const onFault: ErasingParts['onFault'] = (error) => options.onFault?.(error)
    this.erasing = new Erasing({ changes, store, known, versions, writeLog, forget, clock, onFault })
    if (store.isBehind) this.changes.saveAtRest()
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
    return this.presence.list()
  }

  /** A page of the person was opened. Call the returned function when it is closed. */
  join(person: Person): () => void {
    this.hasJoined = true
    return this.presence.join(person)
  }

  /** Throws an OfficeError for a place that is not there. */
  here(person: Person, place: SheetPosition): void {
    refuseOutside(this.changes.copy.bench.book, place)
    this.presence.here(person.id, place)
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
    return this.store.history(place).map(named)
  }

  /** What people did before the change of this number, newest first. */
  trail(limit: number, before?: number): TrailAnswer {
    const entries = (most: number, from?: number) => this.store.trail(most, from).map(named)
    return this.read((book) => trailOf({ entries, book }, limit, before))
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
    const make = () => this.edits.make(person, given, sum)
    return this.known.once({ by: person.id, id: request.id, sum }, make)
  }

  /** Runs a command. If it asks something, the answer has its `question`, and the run goes on when that is answered. */
  run(person: Person, request: RunRequest): Promise<RunAnswer> {
    return this.runs.run(person, this.cleaned(person, request))
  }

  /** The findings of the workbook as it is now, as HTML; a reviewer may see them. */
  findings(person: Person): Promise<string> {
    return this.runs.findings(person)
  }

  /** Undoes the person's last edit or run, but for what somebody has changed later. */
  undo(person: Person): Promise<StepAnswer> {
    return this.stepping.go(person, 'undo')
  }

  redo(person: Person): Promise<StepAnswer> {
    return this.stepping.go(person, 'redo')
  }

  /** Reviewers may, too. */
  comment(person: Person, given: CommentRequest): Promise<{ seq: number }> {
    const request = this.cleaned(person, given)
    return this.changes.make(
      () => {
        const who = person.role === 'reviewer' ? words.reviewerNamed(person.name) : person.name
        const author = { who, time: this.clock().toISOString(), id: this.newId() }
        const change = commentChange(this.changes.copy.bench.book, request, author)
        const cause = causeOf(person, 'comment', commentText(request))
        return this.changes.copy.makeChange({ cells: {}, commentChanges: [change] }, cause)
      },
      (change) => {
        if (change) this.changes.announce(change)
        return { seq: change?.seq ?? this.seq }
      },
    )
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
    await this.renewals.whenDone()
    await this.log.close()
    this.isClosed = true
    await this.changes.close()
  }

  /** Resolves when the marks and hints of a check agree with what was edited last. */
  whenRenewed(): Promise<void> {
    return this.renewals.whenDone()
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
    this.runs.forget()
  }

  private selectedBy(id: string): SelectedCell | null {
    const place = this.presence.list().find((person) => person.id === id)?.place
    const tab = place && this.changes.copy.bench.book.sheets.find((sheet) => sheet.id === place.sheet)?.name
    return place && tab !== undefined ? { tab, row: place.row, column: place.column } : null
  }
}
