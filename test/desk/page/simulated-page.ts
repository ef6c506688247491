/** A page without its screen: what it shows, sends, asks and keeps, over a network that tests push. */
import { applyPatch, copyBook } from '../../../src/desk/book'
import type { Book, BookPatch, EditAnswer, EditRequest, OfficeEvent, Person } from '../../../src/desk/protocol'
import { Drafts } from '../../../src/desk/page/desk/drafts'
import { Edits } from '../../../src/desk/page/desk/edits'
import type { Saving } from '../../../src/desk/page/desk/outbox'
import { ShownBook } from '../../../src/desk/page/desk/shown-book'
import type { ChoiceLine } from '../../../src/desk/page/ui/choices'
import type { Typing } from '../../../src/desk/page/view/view'
import { fakeStorage } from './fake-storage'
import { never, unreachable } from './network'
import type { World } from './world'

interface Refused {
  text: string
  again: () => void
  discard: () => void
}

const workbook = { file: '年报.xlsx', title: '年报' }

export class SimulatedPage {
  /** The browser's, which outlives the page. */
  private readonly storage = fakeStorage()
  private tabs = 0
  private life = 0
  isOnline = true
  private isConnected = false
  private events: OfficeEvent[] = []
  /** Requests that have not reached the server. */
  private wire: (() => void)[] = []
  /** Edits that were sent before, by this page or one before it. */
  private readonly tried = new Set<string | undefined>()
  private timers: { at: number; act: () => void }[] = []
  private drafts!: Drafts
  private saving: Saving = { state: 'saved' }
  shown!: ShownBook
  edits!: Edits
  /** What the screen has. */
  view!: Book
  lines: readonly ChoiceLine[] = []
  refused: Refused[] = []
  /** What stands in the open cell. */
  typing: Typing | null = null
  waiting: readonly Typing[] = []
  /** What the person was shown and decided about. */
  readonly decided: string[] = []

  constructor(
    private readonly world: World,
    readonly person: Person,
  ) {
    this.load()
  }

  get isAtRest(): boolean {
    return this.edits.count === 0 && this.events.length === 0 && this.wire.length === 0 && this.saving.state === 'saved'
  }

  /** All that the page still has to say about values that are not in the workbook. */
  get told(): string {
    const lines = this.lines.flatMap(({ title, parts }) => [title, ...parts.map((part) => part.title)])
    const typing = [...(this.typing ? [this.typing] : []), ...this.waiting].map(({ text }) => text)
    const refused = this.refused.map(({ text }) => text)
    return [...lines, ...refused, ...typing, ...this.decided, ...this.held].join('\n')
  }

  /** Cells of an edit that waits for a choice about some of them; the question says how many. */
  private get held(): string[] {
    return this.lines.some(({ parts }) => parts.length > 0) ? [...this.storage.kept.values()] : []
  }

  hears(event: OfficeEvent): void {
    if (event.type === 'overwritten' && event.to !== this.person.id) return
    if (this.isConnected) this.events.push(event)
  }

  /** The server is gone, or the network. */
  lose(): void {
    this.isConnected = false
    this.events = []
    this.edits.away()
  }

  goOffline(): void {
    this.isOnline = false
    this.lose()
  }

  /** By the changes since, or (`isAnew`) with the whole book. */
  connect(isAnew = false): void {
    this.isOnline = true
    if (this.isConnected) return
    this.isConnected = true
    if (isAnew) return this.renew()
    for (const { seq, by, patch, kind } of this.world.office.patches(2_000)) {
      if (seq > this.shown.seq) this.events.push(structuredClone({ type: 'patch', seq, by, patch, kind }))
    }
  }

  /** So many events and requests arrive, and so many timers ring. */
  pass(most: number): void {
    for (const act of this.wire.splice(0, most)) act()
    for (const event of this.events.splice(0, most)) this.take(event)
    const due = this.timers.filter(({ at }) => at <= this.world.time)
    this.timers = this.timers.filter((timer) => !due.includes(timer))
    for (const { act } of due) act()
  }

  type(place: Omit<Typing, 'base' | 'text'>, text: string): void {
    const isSame = this.typing?.row === place.row && this.typing.column === place.column
    if (this.typing && !isSame) this.enter()
    this.typing = { ...place, text, base: this.typing?.base ?? this.shown.seq }
    this.drafts.keep(this.typing)
  }

  enter(): void {
    const { typing } = this
    if (!typing) return
    this.typing = null
    this.drafts.keep(null)
    const { sheet, row, column, text, base } = typing
    this.edits.typed({ blocks: [{ sheet, row, column, values: [[text === '' ? null : text]] }], base })
  }

  paste(row: number, column: number, values: (string | null)[][]): void {
    this.enter()
    this.edits.typed({ blocks: [{ sheet: 0, row, column, values }], base: this.shown.seq })
  }

  /** Presses a button of a question, or of what was refused. */
  choose(number: number, isFirst: boolean): void {
    const rows = this.lines.flatMap((line) => [line, ...line.parts])
    const refused = this.refused[number % (rows.length + this.refused.length || 1)]
    if (refused) {
      this.refused = this.refused.filter((one) => one !== refused)
      this.decided.push(refused.text)
      return isFirst ? refused.again() : refused.discard()
    }
    const row = rows[number % (rows.length || 1)]
    if (!row) return
    this.decided.push(row.title, ...row.parts.map(({ title }) => title))
    row.buttons[isFirst ? 0 : 1]?.press()
  }

  /** Dies and is opened anew; `isSameTab`: loaded anew, else found by a new tab after some seconds. */
  die(isSameTab: boolean): void {
    if (!isSameTab) {
      this.tabs += 1
      this.world.time += 5_000
    }
    this.load()
  }

  private load(): void {
    this.life += 1
    this.saving = { state: 'saved' }
    this.wire = []
    this.timers = []
    this.events = []
    this.lines = []
    this.refused = []
    this.typing = null
    this.waiting = []
    this.isOnline = true
    this.isConnected = true
    const { office } = this.world
    this.shown = new ShownBook(this.world.book(), 2024, office.seq)
    this.view = this.world.book()
    this.drafts = new Drafts(this.storage, workbook, `${this.person.id}${this.tabs}`, () => this.world.time)
    this.edits = this.makeEdits()
    const left = this.drafts.take()
    this.edits.resume(left)
    const [first, ...others] = left.typing
    this.typing = first ?? null
    this.waiting = others
    this.drafts.keep(this.typing)
    this.drafts.keepWaiting(others)
  }

  private makeEdits(): Edits {
    const { life, world } = this
    return new Edits({
      me: this.person.id,
      shown: this.shown,
      show: (patch) => this.show(patch),
      nameOf: ({ row, column }) => `${row},${column}`,
      whoIs: () => null,
      select: () => undefined,
      focus: () => undefined,
      mention: () => undefined,
      forget: () => undefined,
      saving: (saving) => (this.saving = saving),
      waiting: () => undefined,
      keep: (kept) => life === this.life && this.drafts.keepEdits(kept),
      refused: { element: null as never, add: (entry) => this.refuse(entry) },
      ask: (lines) => (this.lines = lines),
      askTotal: () => Promise.resolve(true),
      onUnderstood: () => undefined,
      send: (request) => this.send(life, request),
      newId: () => world.newId(),
      later: (act, milliseconds) => this.timers.push({ at: world.time + milliseconds, act }),
    })
  }

  private refuse(entry: Refused): () => void {
    this.refused.push(entry)
    return () => undefined
  }

  private async send(life: number, request: EditRequest): Promise<EditAnswer> {
    if (life !== this.life) return never()
    if (this.tried.has(request.id) && !request.isAsking) this.world.unasked.push(request)
    this.tried.add(request.id)
    await new Promise<void>((go) => this.wire.push(go))
    if (life !== this.life) return never()
    if (!this.isOnline) throw unreachable
    try {
      const answer = await this.world.serve(this.person, request)
      if (life === this.life && !this.isOnline) throw unreachable
      if (life === this.life) this.world.acknowledged.push(request)
      return life === this.life ? answer : await never()
    } catch (error) {
      if (life !== this.life) return never()
      throw error
    }
  }

  private take(event: OfficeEvent): void {
    if (event.type === 'overwritten') this.edits.overwritten(event, event.was, event.now)
    if (event.type !== 'patch' || event.seq <= this.shown.seq) return
    this.show(this.shown.changed(event.seq, event.patch))
    this.edits.changed(event.patch, event.by)
  }

  private renew(): void {
    const patch = this.shown.renew(this.world.book(), this.world.office.seq)
    this.view = copyBook(this.shown.book)
    this.show(patch)
    this.edits.renewed()
  }

  private show(patch: BookPatch): void {
    applyPatch(this.view, structuredClone(patch))
  }
}
