import { existsSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { HandedIn, ImportedReport } from '../../actions'
import type { Book } from '../book'
import { reasonOf } from '../disk-error'
import { traceOf } from '../fault'
import { serverWords } from '../../words/server'
import { openOffice } from '../office'
import type { Office, OfficeOptions } from '../office'
import type { OpenAnswer } from '../start-protocol'
import { EventHub } from './events'
import { Documents } from './documents'
import { PersonColours } from './person-colours'
import { RecentList } from './recent'
import { privateFolder } from './private-file'
import { toldOf } from './problem'
import type { Session } from './sessions'
import { Sessions } from './sessions'
import { Tickets } from './tickets'
import { Passes } from './tokens'

/** A new workbook as the command line makes it. Throws an error whose message is for the user. */
export interface NewWorkbook {
  unit: string
  year: number
  /** A file with last year's report. */
  lastYear?: string
  /** Takes 上年结转 into this year's table 3 as well. 现行有效 rests on figures that this year does not have yet. */
  carry: boolean
  /** Who makes it; 流程记录 tells it. */
  user: string
}

export interface MadeWorkbook {
  title: string
  bytes: Uint8Array
  /** What to tell about last year's file. */
  message?: string
}

export interface DeskOptions {
  /** Folder of the desk's own files. */
  home: string
  /** Folder of the built page. */
  page: string
  /** The bytes of a workbook's file. */
  toXlsx: (book: Book) => Promise<Uint8Array>
  /** Reads .xlsx files; in this process unless given, where everybody waits for it. */
  reading?: OfficeOptions['reading']
  version: string
  /** Name of the person at this machine. Guests are asked for theirs. */
  userName: string
  isShared: boolean
  clock: () => Date
  /** Connections at the same time; absent: what the system allows. */
  connections?: number
  /** Programs for PDFs are looked for there. */
  searchPath: string
  newWorkbook: (request: NewWorkbook) => Promise<MadeWorkbook>
  exampleWorkbook: () => Promise<MadeWorkbook>
  /** Reads a report from a file as the command line does. */
  readFile: (path: string) => Promise<{ report: unknown; findings: readonly unknown[] }>
  /** Reads a report from a text as `previewImport` does. */
  readText: (given: HandedIn) => Promise<ImportedReport>
  /** Whether an error's message tells the user why nothing was read or opened. */
  isForUser: (error: unknown) => error is Error
  /** Prints a text in the window where the desk was started. */
  tell: (text: string) => void
}

/** How many changes are read back from the journal, for pages that go on after the desk was killed. */
const PATCHES_AT_START = 200

/** What the server knows: who may come in, and the workbook that is open. */
export class DeskState {
  readonly passes = new Passes()
  readonly tickets = new Tickets()
  readonly colours = new PersonColours()
  readonly sessions: Sessions
  readonly recent: RecentList
  readonly hub = new EventHub()
  readonly documents: Documents
  office: Office | null = null
  /** Who opened the workbook; empty: nobody, it was there at the start. */
  openedBy = ''
  /** It saves and ends: nothing more is taken in. */
  isEnding = false
  /** Why the workbook asked for at the start is not open. */
  message: string | null = null
  /** Sessions that have been told what was recovered. */
  private readonly informed = new Set<string>()
  /** Sessions whose page still shows the workbook before: what they send is not meant for this one. */
  private readonly behind = new Set<string>()
  private work: Promise<unknown> = Promise.resolve()

  constructor(
    readonly options: DeskOptions,
    readonly port: number,
    sessionFile: string,
  ) {
    const { home, clock, tell } = options
    this.sessions = new Sessions(sessionFile, options.isShared, clock, tell)
    this.recent = new RecentList(join(home, 'recent.json'))
    this.documents = new Documents(join(home, 'documents'), options.searchPath)
  }

  get isShared(): boolean {
    return this.options.isShared
  }

  get clock(): () => Date {
    return this.options.clock
  }

  get userName(): string {
    return this.options.userName
  }

  get workbookFolder(): string {
    return join(this.options.home, 'workbooks')
  }

  /** Opens another workbook. If it cannot be opened, the one before stays open. */
  open(path: string, by = ''): Promise<OpenAnswer> {
    return this.alone(async () => {
      const before = this.office
      if (!before || !isSame(before.workbook, path)) await this.change(path, before, by)
      const office = this.office
      const file = basename(path)
      return { title: office?.book.title || file, file }
    })
  }

  /** Saves and closes the workbook. Rejects if it was not saved; nothing is lost, the journal has it. */
  close(): Promise<void> {
    return this.alone(async () => {
      const office = this.office
      if (!office) return
      this.office = null
      for (const id of this.sessions.ids()) this.behind.add(id)
      this.sessions.moveTo(null)
      this.hub.restart(0)
      await this.closeOffice(office)
    })
  }

  /** The open workbook if this person's page has loaded it, else null. */
  officeSeenBy({ id }: Session): Office | null {
    return this.behind.has(id) ? null : this.office
  }

  /** The person's page has loaded the workbook that is open. */
  caughtUp({ id }: Session): void {
    this.behind.delete(id)
  }

  /** What was recovered at opening. Each person is told once. */
  messageFor({ id }: Session): string | undefined {
    const messages = this.office?.messages ?? []
    if (this.informed.has(id) || messages.length === 0) return undefined
    this.informed.add(id)
    return messages.join('\n')
  }

  /** Prints what a maintainer needs to find a fault of the program. Nothing of the workbook is in it. */
  fault(error: unknown): void {
    this.options.tell(serverWords.console.fault(traceOf(error)))
  }

  /** What the user is told of an error that no request is answered with. */
  toldOf(error: unknown): string {
    return toldOf(error, { isForUser: this.options.isForUser, fault: (found) => this.fault(found) })
  }

  private async change(path: string, before: Office | null, by: string): Promise<void> {
    const { version, toXlsx, reading, clock, userName: who } = this.options
    const onFile: OfficeOptions['onFile'] = (file) => {
      if (this.office === office) this.documents.add(file)
    }
    const onFault = (error: unknown) => this.fault(error)
    const witnesses = this.folderFor('witnesses')
    const about = {
      workbook: path,
      who,
      version,
      toXlsx,
      clock,
      onFile,
      onFault,
      rescued: this.workbookFolder,
      ...(reading && { reading }),
      ...(witnesses !== null && { witnesses }),
    }
    const office: Office = await openOffice(about)
    const patches = await latestOf(office)
    // The pages follow the new workbook from here on; what the old one does until it is closed is not for them.
    this.unfollow()
    this.unfollow = office.subscribe((event) => this.hub.publish(event))
    this.office = office
    this.openedBy = by
    this.message = null
    this.informed.clear()
    this.documents.moveTo(office.workbook)
    const now = clock().toISOString()
    if (office.beside !== null) this.recent.add(office.beside, basename(office.beside), now)
    this.recent.add(office.workbook, office.title, now)
    this.sessions.moveTo(office.workbook)
    this.hub.restart((patches[0]?.seq ?? office.seq + 1) - 1, patches)
    if (before) for (const id of this.sessions.ids()) this.behind.add(id)
    if (before) await this.closeOffice(before).catch((error: unknown) => this.options.tell(this.toldOf(error)))
  }

  private async closeOffice(office: Office): Promise<void> {
    try {
      await office.close()
    } finally {
      const { rescuedAt } = office
      if (rescuedAt !== null) this.recent.add(rescuedAt, office.title, this.clock().toISOString())
    }
  }

  /** A folder of the desk's own; null where it cannot be made, which is told. */
  private folderFor(name: string): string | null {
    const folder = join(this.options.home, name)
    try {
      privateFolder(folder)
      return folder
    } catch (error) {
      this.options.tell(serverWords.cannotWrite(folder, reasonOf(error)))
      return null
    }
  }

  private unfollow: () => void = () => undefined

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.work.then(work)
    this.work = done.catch(() => undefined)
    return done
  }
}

/** Read before anything is switched: if the journal cannot be read, the new workbook is let go again. */
async function latestOf(office: Office) {
  try {
    return office.patches(PATCHES_AT_START).map((patch) => ({ type: 'patch' as const, ...patch }))
  } catch (error) {
    await office.close().catch(() => undefined)
    throw error
  }
}

function isSame(open: string, path: string): boolean {
  return existsSync(path) && existsSync(open) && realpathSync(open) === realpathSync(path)
}
