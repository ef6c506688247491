import { Script } from 'node:vm'
import { firstCellOf } from '../../../src/workbook'
import type { Area, Book, Scalar } from '../../../src/desk/book'
import type {
  Broken,
  ButtonName,
  Call,
  Fault,
  Lasting,
  Meanwhile,
  Menu,
  CallResult,
  Quirk,
  SavedFile,
  SpreadsheetSettings,
  StoredComment,
  StoredFile,
} from './services/protocol'
import { optimiseLate } from '../../support/short-lived-code'
import { runInContext } from './context'
import type { ScriptFiles } from './script-files'

export interface HostOptions extends ScriptFiles {
  book: Book
  /** The address `Session` tells; empty when nobody is signed in. */
  user: string
  /** The address of whoever the script acts for; absent: the same. */
  effectiveUser?: string
  spreadsheet?: Partial<SpreadsheetSettings>
  /** Names whose cells were deleted, and what their range gives. */
  brokenNames?: Readonly<Record<string, Broken>>
  /** The script may read files that it has not made, as with `drive.readonly`; absent: it may not. */
  readsEveryFile?: boolean
  /** False: documents have no link, as on the desk, which has no documents; absent: they have one. */
  linksDocuments?: boolean
  /** Already on Drive, before the script has made any. */
  files?: readonly StoredFile[]
  /** Google gives at most so many files at a time. */
  filesPerPage?: number
  /** The script's clock stands still at this moment; absent: it runs. */
  now?: Date
}

export interface RunOptions {
  /** Answers to questions, in order; without one a notice is acknowledged and a question closed. */
  answers?: readonly ButtonName[]
  /** Typed into windows that ask for a text, in order; without one the window is closed. */
  typed?: readonly string[]
  /** What others do to the workbook while the first question stands there. */
  meanwhile?: readonly Meanwhile[]
  /** What others do to the workbook while the script waits for the lock. */
  beforeLock?: readonly Meanwhile[]
  /** The scopes that the person has granted; absent: all. */
  scopes?: readonly string[]
  /** Another run holds the lock. */
  lockIsTaken?: boolean
  fault?: Fault
  quirks?: readonly Quirk[]
  /** On documents, by the file's id; those of the spreadsheet are in the book. */
  comments?: Readonly<Record<string, StoredComment[]>>
}

/** A file of Drive; a converted one (`mimeType` of Google) comes with the bytes it was made from. */
export interface MadeFile extends StoredFile {
  contentType: string
  bytes: Uint8Array
}

export interface RunResult extends Omit<CallResult, 'files'> {
  files: MadeFile[]
}

export interface Host {
  /** Runs `onOpen` and gives the menus it adds. */
  menus(): Menu[]
  /** Runs a function of the bundle. Arguments and value are JSON. Never throws for what the script does. */
  run(functionName: string, values?: readonly unknown[], options?: RunOptions): RunResult
  /**
   * A person types `values` (rows) into cells from `cell` (A1 notation) on, or a single value; then the bundle's
   * `onEdit` runs.
   */
  edit(sheet: string, cell: string, values: Scalar | readonly (readonly Scalar[])[], options?: RunOptions): RunResult
  /** A copy of the workbook as it stands. */
  book(): Book
  /** It as JSON, which is had and compared at once. */
  text(): string
  /** The files on Drive, those in the bin too. */
  drive(): StoredFile[]
  /** The spreadsheet besides its cells. */
  spreadsheet(): SpreadsheetSettings
  /** The file copied with its script: another id, the same contents. Both scripts see the same files on Drive. */
  copy(id: string): Host
  /** The same file once more, as it stands: what happens to one does not happen to the other. */
  fork(): Host
  /** Puts another workbook in its place. */
  setBook(book: Book): void
}

const scripts = new Map<string, Script>()

/** One script for all hosts of a test file: V8 compiles a function when it is first called, once for a script. */
function compiled(code: string, filename: string): Script {
  const key = `${filename}\n${code}`
  const script = scripts.get(key) ?? new Script(code, { filename })
  scripts.set(key, script)
  return script
}

const firstLasting = ({ spreadsheet, files = [], brokenNames }: HostOptions): Lasting => ({
  files: [...files],
  spreadsheet: { id: 'spreadsheet-1', locale: 'zh_CN', timeZone: 'Asia/Shanghai', ...spreadsheet },
  userProperties: {},
  brokenNames: { ...brokenNames },
  selected: null,
})

class DoubleHost implements Host {
  private readonly services: Script
  private readonly bundle: Script
  private readonly htmlFiles: string

  constructor(
    private readonly options: Omit<HostOptions, 'book'>,
    private json: string,
    private lasting: Lasting,
  ) {
    this.services = compiled(options.services, 'double/services.js')
    this.bundle = compiled(options.bundle, 'google/Code.js')
    this.htmlFiles = JSON.stringify(options.htmlFiles ?? {})
  }

  menus(): Menu[] {
    const { menus, error } = this.run('onOpen')
    if (error) throw new Error(error.message)
    return menus
  }

  run(functionName: string, values: readonly unknown[] = [], options: RunOptions = {}): RunResult {
    return this.call({ kind: 'run', functionName, arguments: [...values] }, options)
  }

  edit(
    sheet: string,
    cell: string,
    values: Scalar | readonly (readonly Scalar[])[],
    options: RunOptions = {},
  ): RunResult {
    const rows = typeof values === 'object' ? values.map((row) => [...row]) : [[values]]
    return this.call({ kind: 'edit', sheet, area: editedArea(cell, rows), values: rows }, options)
  }

  book(): Book {
    return JSON.parse(this.json) as Book
  }

  text(): string {
    return this.json
  }

  drive(): StoredFile[] {
    return this.lasting.files.map((file) => ({ ...file }))
  }

  spreadsheet(): SpreadsheetSettings {
    return { ...this.lasting.spreadsheet }
  }

  copy(id: string): Host {
    const { lasting } = this
    const spreadsheet = { ...lasting.spreadsheet, id }
    return new DoubleHost(this.options, this.json, { ...lasting, spreadsheet, userProperties: {}, selected: null })
  }

  fork(): Host {
    return new DoubleHost(this.options, this.json, this.lasting)
  }

  setBook(book: Book): void {
    this.json = JSON.stringify(book)
  }

  /**
   * Each call has a context of its own, as at Google: nothing but workbook and files lasts. A call that threw leaves the
   * workbook as far as it came.
   */
  private call(
    call: Call,
    { answers = [], typed = [], meanwhile = [], beforeLock = [], ...rest }: RunOptions,
  ): RunResult {
    const { services, bundle, htmlFiles, options, lasting } = this
    const {
      user,
      effectiveUser = user,
      now,
      readsEveryFile = false,
      filesPerPage = 1000,
      linksDocuments = true,
    } = options
    const { lockIsTaken = false, fault = null, scopes = null, comments = {}, quirks = [] } = rest
    const person = { user, effectiveUser, answers: [...answers], typed: [...typed], scopes: scopes && [...scopes] }
    const circumstances = {
      meanwhile: [...meanwhile],
      now: now?.getTime() ?? null,
      lockIsTaken,
      beforeLock: [...beforeLock],
      fault,
      quirks: [...quirks],
    }
    const setup = { ...lasting, ...person, ...circumstances, comments, readsEveryFile, filesPerPage, linksDocuments }
    const { finished, book } = runInContext({ services, bundle, htmlFiles }, setup, this.json, call)
    this.json = book
    this.lasting = finished.lasting
    return { ...finished.result, files: finished.result.files.map(fileOf) }
  }
}

const fileOf = ({ base64, ...file }: SavedFile): MadeFile => ({
  ...file,
  bytes: new Uint8Array(Buffer.from(base64, 'base64')),
})

function editedArea(cell: string, rows: readonly (readonly Scalar[])[]): Area {
  const first = firstCellOf(cell)
  if (!first) throw new RangeError(`${cell} is not a cell`)
  return { ...first, rows: rows.length, columns: rows[0]?.length ?? 0 }
}

/** Throws when the code of services or bundle does not parse. */
export function openHost(options: HostOptions): Host {
  optimiseLate()
  return new DoubleHost(options, JSON.stringify(options.book), firstLasting(options))
}
