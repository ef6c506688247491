import { randomUUID } from 'node:crypto'
import { storeWords } from '../../words/store'
import { officeWords as words } from '../../words/office'
import type { Book } from '../book'
import { LiveHost } from '../host'
import type { DeskFile, LiveResult } from '../host'
import type {
  CommentRequest,
  EditAnswer,
  EditRequest,
  HistoryEntry,
  Menu,
  OfficeEvent,
  Overwrote,
  Person,
  Place,
  RunAnswer,
  RunRequest,
  StepAnswer,
  TrailEntry,
} from '../protocol'
import { openStore, StoreError } from '../store'
import type { PatchEntry, Store } from '../store'
import { bookToXlsx } from '../xlsx'
import type { PrintSetup } from '../xlsx'
import { commentsAfter, commentText } from './comments'
import { Draft } from './draft'
import type { Cause, Change } from './draft'
import { OfficeError } from './error'
import { People } from './people'
import { Queue } from './queue'
import { shownOf, WaitingRuns } from './runs'
import { Saver } from './saver'
import { wayBack } from './step'
import { Steps } from './steps'
import type { Way } from './steps'
import { targetOf } from './typed'

export interface OfficeOptions {
  /** The .xlsx file. */
  workbook: string
  /** Who opens it; told to others who try. */
  who: string
  /** Code of dist/desk/services.js and dist/google/Code.js. */
  services: string
  bundle: string
  /** How tabs are printed, for the file. */
  print?: Readonly<Record<string, PrintSetup>>
  clock?: () => Date
  newId?: () => string
  /** Called for each file a run wrote, once the run is on the disk. */
  onFile?: (file: DeskFile) => void
  /** Seconds without a change until the file is written; 3 unless given. */
  restSeconds?: number
  /** Bytes after which the journal goes on in a new file. */
  journalLimit?: number
}

type Listener = (event: OfficeEvent) => void

/** One workbook that people have open on the desk. Errors for a person to read are OfficeErrors. */
export class Office {
  /** What was recovered when it was opened, one sentence each. */
  readonly messages: string[]
  readonly menus: Menu[] = []
  private readonly draft: Draft
  private readonly host: LiveHost
  private readonly queue: Queue
  private readonly saver: Saver
  private readonly presence: People
  private readonly listeners = new Set<Listener>()
  private readonly steps = new Steps()
  private readonly waiting = new WaitingRuns()
  private readonly clock: () => Date
  private readonly newId: () => string
  private isClosed = false

  constructor(
    private readonly options: OfficeOptions,
    private readonly store: Store,
    book: Book,
    messages: readonly string[],
  ) {
    this.messages = [...messages]
    this.clock = options.clock ?? (() => new Date())
    this.newId = options.newId ?? (() => randomUUID())
    this.host = new LiveHost({ ...options, book: () => this.draft.next, kept: store.kept })
    this.draft = new Draft(book, store, () => this.host, this.clock)
    this.queue = new Queue({ commit: () => this.draft.commit(), rollBack: () => this.draft.rollBack() })
    this.saver = new Saver(this.queue, {
      ...{ rest: options.restSeconds ?? 3, most: 60, again: 30 },
      write: () => store.save(this.book, (saved) => bookToXlsx(saved, options.print)),
      failed: (text) => this.tell({ type: 'notice', text }),
    })
    this.presence = new People((people) => this.tell({ type: 'people', people }))
  }

  /** The workbook with everything acknowledged. Not to be changed. */
  get book(): Book {
    return this.draft.book
  }

  /** The number of the last acknowledged change. */
  get seq(): number {
    return this.store.seq
  }

  get workbook(): string {
    return this.store.path
  }

  people(): Person[] {
    return this.presence.list()
  }

  /** A page of the person is open; call the result when it is closed. */
  join(person: Person): () => void {
    return this.presence.join(person)
  }

  here(person: Person, place: Place): void {
    this.presence.here(person.id, place)
  }

  /** Events come in the order of their changes, each after it is on the disk. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The earlier contents of a cell, newest first. */
  history(place: Place): HistoryEntry[] {
    return this.store.history(place)
  }

  /** The audit trail, newest first. */
  trail(limit: number): TrailEntry[] {
    return this.store.trail(limit)
  }

  /** The latest changes, oldest first, for pages that were away. */
  patches(limit: number): PatchEntry[] {
    return this.store.patches(limit)
  }

  /** On the disk when it resolves. */
  edit(person: Person, request: EditRequest): Promise<EditAnswer> {
    return this.change(
      () => {
        this.refuseReviewer(person)
        const { tab, area } = targetOf(this.draft.next, request)
        const before = this.host.keeps()
        const result = this.host.edit({ sheet: tab.name, area, values: request.values }, { user: person.name })
        if (result.refused) throw new OfficeError('refused', result.error?.message ?? '')
        return { tab, result, change: this.draft.takeResult(result, causeOf(person, 'edit', ''), before) }
      },
      ({ tab, result, change }) => {
        const overwrote = change ? this.steps.overwrote(change, request.base) : []
        this.published(change, words.edited(change?.cells[0]?.cell ?? tab.name, change?.cells.length ?? 0), false)
        for (const one of overwrote) this.tellOverwritten(person, one)
        this.keepFiles(result)
        return {
          seq: change?.seq ?? this.seq,
          ...(overwrote.length > 0 && { overwrote: overwrote.map(withoutId) }),
          ...(result.error && { error: result.error.message }),
        }
      },
    )
  }

  /** Runs a function of the bundle. What it asks comes back as `question`, and nothing has happened yet. */
  run(person: Person, request: RunRequest): Promise<RunAnswer> {
    const run = request.run ?? this.newId()
    const name = request.functionName
    const now = this.waiting.take(run) ?? this.clock().getTime()
    return this.change(
      () => {
        this.refuseReviewer(person)
        const before = this.host.keeps()
        const options = { user: person.name, now, answers: request.answers ?? [] }
        const result = this.host.run(name, request.arguments ?? [], options)
        return { result, change: this.draft.takeResult(result, causeOf(person, 'run', name), before) }
      },
      ({ result, change }) => {
        this.published(change, this.captionOf(name), true)
        this.keepFiles(result)
        if (result.asked) this.waiting.wait(run, now)
        const shown = shownOf(result)
        this.tell({ type: 'run', id: run, state: 'finished', name, by: person.id, ...shown })
        return { run, seq: change?.seq ?? this.seq, ...shown }
      },
      { isApart: true, started: () => this.tell({ type: 'run', id: run, state: 'started', name, by: person.id }) },
    )
  }

  /** Takes back the person's last edit or run, as far as nobody has gone on from it. */
  undo(person: Person): Promise<StepAnswer> {
    return this.goBack(person, 'undo')
  }

  redo(person: Person): Promise<StepAnswer> {
    return this.goBack(person, 'redo')
  }

  /** Reviewers may, too. */
  comment(person: Person, request: CommentRequest): Promise<{ seq: number }> {
    return this.change(
      () => {
        const author = { who: person.name, time: this.clock().toISOString(), id: this.newId() }
        const comments = commentsAfter(this.draft.next, request, author)
        return this.draft.take({ cells: {}, comments }, causeOf(person, 'comment', commentText(request)))
      },
      (change) => {
        if (change) this.announce(change)
        return { seq: change?.seq ?? this.seq }
      },
    )
  }

  /** The .xlsx file as it would be written now. */
  bytes(): Promise<Uint8Array> {
    return bookToXlsx(this.book, this.options.print)
  }

  /** Writes the file now. Rejects with a StoreError when it cannot be written; nothing is lost then. */
  save(): Promise<void> {
    return this.saver.now()
  }

  /** Finishes what is under way, writes the file and lets the workbook go. Rejects when the file was not written. */
  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await this.queue.settled()
    try {
      if (this.store.isBehind) await this.saver.now()
    } finally {
      this.saver.stop()
      await this.store.close()
      this.listeners.clear()
    }
  }

  /** Runs onOpen for the menus; for who opens the office, once. */
  async start(): Promise<void> {
    const desk: Person = { id: '', name: '', role: 'editor', colour: '' }
    await this.change(
      () => {
        const before = this.host.keeps()
        const result = this.host.run('onOpen', [], { user: '', now: this.clock().getTime() })
        this.menus.push(...result.menus)
        if (result.error) this.messages.push(words.menuFailed(result.error.message))
        return this.draft.takeResult(result, causeOf(desk, 'run', 'onOpen'), before)
      },
      (change) => change && this.announce(change),
    )
    if (this.store.isBehind) this.saver.changed()
  }

  private change<T, Answer>(
    perform: () => T,
    done: (made: T) => Answer,
    { isApart = false, started }: { isApart?: boolean; started?: () => void } = {},
  ): Promise<Answer> {
    if (this.isClosed) return Promise.reject(new OfficeError('conflict', storeWords.closed))
    return new Promise((resolve, reject) => {
      const made: T[] = []
      const job = {
        isApart,
        perform: () => void made.push(perform()),
        done: () => {
          for (const one of made) resolve(done(one))
        },
        failed: (error: unknown) => reject(asOfficeError(error)),
      }
      // A moment for the pages to be told before this process is busy.
      if (started) {
        this.queue.alone(async () => {
          started()
          await new Promise((next) => setImmediate(next))
        })
      }
      this.queue.add(job)
    })
  }

  private refuseReviewer({ role }: Person): void {
    if (role !== 'editor') throw new OfficeError('forbidden', words.reviewer)
  }

  private published(change: Change | null, what: string, isRun: boolean): void {
    if (!change) return
    this.steps.remember(change, what, isRun)
    this.announce(change)
  }

  private announce(change: Change): void {
    const { seq, by, kind, patch } = change
    this.steps.touch(change)
    this.tell({ type: 'patch', seq, by, kind, patch })
    if (!this.isClosed) this.saver.changed()
  }

  private captionOf(functionName: string): string {
    const items = this.menus.flatMap(({ items: all }) => all)
    return items.find((item) => item.functionName === functionName)?.caption ?? functionName
  }

  private goBack(person: Person, way: Way): Promise<StepAnswer> {
    return this.change(
      () => {
        this.refuseReviewer(person)
        const step = this.steps.last(person.id, way)
        const back = wayBack(this.draft.next, step)
        if ('kind' in back) throw this.steps.blocked(person.id, step, back)
        return { step, change: this.draft.makeChange(back, causeOf(person, way, step.what)) }
      },
      ({ step, change }) => {
        this.steps.moved(person.id, way, change)
        if (change) this.announce(change)
        return { seq: change?.seq ?? this.seq, what: step.what }
      },
      { isApart: true },
    )
  }

  private tellOverwritten(person: Person, { by, cell, value }: Overwrote & { by: string }): void {
    const text = words.overwritten(person.name, cell, String(value ?? ''))
    this.tell({ type: 'notice', text, to: by })
  }

  private keepFiles({ files }: LiveResult): void {
    for (const file of files) this.options.onFile?.(file)
  }

  private tell(event: OfficeEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}

function withoutId({ sheet, row, column, cell, who, value }: Overwrote): Overwrote {
  return { sheet, row, column, cell, who, value }
}

/** A disk that takes nothing is the office's own word too. */
function asOfficeError(error: unknown): unknown {
  return error instanceof StoreError ? new OfficeError('failed', error.message) : error
}

function causeOf(person: Person, kind: Cause['kind'], what: string): Cause {
  return { by: person.id, who: person.name, kind, what }
}

/** Opens a workbook's file. Throws a StoreError or XlsxError with a message for the user. */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const { workbook, who, journalLimit } = options
  const clock = options.clock ?? (() => new Date())
  const limit = journalLimit === undefined ? {} : { journalLimit }
  const { store, book, messages } = await openStore(workbook, { who, clock, ...limit })
  const office = new Office(options, store, book, messages)
  await office.start()
  return office
}
