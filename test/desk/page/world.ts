/** Two pages at one desk: the real store and office, the pages' own logic, a network and a clock that tests push. */
import { cpSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyBook } from '../../../src/desk/book'
import { NewerCells, OfficeError } from '../../../src/desk/office'
import type { Office } from '../../../src/desk/office'
import { ServerError } from '../../../src/desk/page/api'
import type { Book, EditAnswer, EditRequest, OfficeEvent, Person } from '../../../src/desk/protocol'
import { bookToXlsx } from '../../../src/desk/xlsx'
import { again, li, wang } from '../office/desk'
import { newFolder, smallBook } from '../store/folder'
import { unreachable } from './network'
import { SimulatedPage } from './simulated-page'

export const paragraphs = ['第一段。', '第二段。', '第三段。']
/** A5: a text; the figures are A1:B3. */
export const textPlace = { sheet: 0, row: 5, column: 1 }

const fresh = smallBook({ A1: 1, B1: 2, C1: '=A1+B1', A5: paragraphs.join('\n') })
let workbookBytes: Promise<Uint8Array> | undefined

/** All is in the journal; making the file each time would take longer than everything else. */
const toXlsx = () => Promise.reject(new Error('no file is made here'))

export class World {
  office!: Office
  private path = ''
  private isDown = false
  /** What the server is doing. */
  private readonly busy = new Set<Promise<unknown>>()
  readonly pages: SimulatedPage[] = []
  private ids = 0
  /** Milliseconds. */
  time = 1_000
  /** Sent again as if nobody could have written meanwhile. */
  readonly unasked: EditRequest[] = []
  /** Values of acknowledged edits. */
  readonly acknowledged: EditRequest[] = []

  static async open(): Promise<World> {
    const world = new World()
    world.path = join(newFolder(), '年报.xlsx')
    writeFileSync(world.path, await (workbookBytes ??= bookToXlsx(fresh)))
    await world.start()
    for (const person of [li, wang]) world.pages.push(new SimulatedPage(world, person))
    return world
  }

  newId(): string {
    this.ids += 1
    return `e${this.ids}`
  }

  book(): Book {
    return copyBook(this.office.book)
  }

  /** Gives the page's request to the server; breaks when either goes away meanwhile. */
  async serve(person: Person, request: EditRequest): Promise<EditAnswer> {
    const { office } = this
    if (this.isDown) throw unreachable
    const work = office.edit(person, structuredClone(request))
    this.watch(work).catch(() => undefined)
    try {
      const answer = await work
      if (this.isKilled(office)) throw unreachable
      return answer
    } catch (error) {
      if (this.isKilled(office)) throw unreachable
      if (error instanceof NewerCells) throw new ServerError(error.message, 409, 'newer', error.newer, error.seq)
      if (error instanceof OfficeError) throw new ServerError(error.message, 422)
      throw error
    }
  }

  async step(person: Person, way: 'undo' | 'redo'): Promise<void> {
    await this.watch(this.office[way](person).catch(() => undefined))
  }

  /** kill -9 and a new start: what is on the disk at this moment is all there is. */
  async kill(): Promise<void> {
    const old = this.office
    const copy = this.copied()
    this.isDown = true
    for (const page of this.pages) page.lose()
    this.path = copy
    await this.start()
    this.isDown = false
    await old.close().catch(() => undefined)
  }

  /** The workbook as another desk would find it. */
  async onDisk(): Promise<Book> {
    const { office } = await again(this.copied(), { toXlsx })
    return office.book
  }

  /** When the server has done what it was asked. */
  async atRest(): Promise<void> {
    do {
      await Promise.allSettled([...this.busy])
      await new Promise((next) => setImmediate(next))
    } while (this.busy.size > 0)
  }

  /** Everything arrives, and nobody is away. */
  async end(): Promise<void> {
    for (const page of this.pages) page.connect()
    for (let rounds = 0; rounds < 200; rounds++) {
      this.time += 6_000
      for (const page of this.pages) page.pass(Infinity)
      await this.atRest()
      if (this.pages.every((page) => page.isAtRest)) return
    }
    throw new Error('the pages do not come to rest')
  }

  private copied(): string {
    const folder = newFolder()
    cpSync(dirname(this.path), folder, { recursive: true, filter: (path) => !path.endsWith('.lock') })
    return join(folder, basename(this.path))
  }

  private async start(): Promise<void> {
    const { office } = await again(this.path, { logSeconds: 3600, toXlsx })
    this.office = office
    office.subscribe((event) => this.tell(office, event))
  }

  private tell(office: Office, event: OfficeEvent): void {
    if (!this.isKilled(office)) for (const page of this.pages) page.hears(structuredClone(event))
  }

  /** What it still does after the kill is on no disk, and reaches nobody. */
  private isKilled(office: Office): boolean {
    return this.isDown || office !== this.office
  }

  private watch<T>(work: Promise<T>): Promise<T> {
    const one = work.catch(() => undefined).finally(() => this.busy.delete(one))
    this.busy.add(one)
    return work
  }
}
