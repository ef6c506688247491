import { Script } from 'node:vm'
import { firstCellOf } from '../../workbook'
import type { Area, Book, Scalar } from '../book'
import type { Answer, Call, Fault, Finished, Menu, Outcome, SavedFile, Setup, StoredFile } from '../services/protocol'
import { runInContext } from './context'
import type { ScriptFiles } from './script-files'

export interface HostOptions extends ScriptFiles {
  book: Book
  /** The address `Session` tells; empty when nobody is signed in. */
  user: string
  /** The script's clock stands still at this moment; absent: it runs. */
  now?: Date
  /** `zh_CN` unless given. */
  locale?: string
  /** An IANA name; `Asia/Shanghai` unless given, as in the manifest. */
  timeZone?: string
  spreadsheetId?: string
  /** Called after a run for each file it wrote to Drive, in order. */
  onFile?: (file: DeskFile) => void
}

export interface RunOptions {
  /** Answers to alerts and prompts, in order; without one a notice is acknowledged and a question closed. */
  answers?: readonly Answer[]
  /** Another run holds the lock: `tryLock` gives false, `waitLock` throws. */
  lockIsTaken?: boolean
  fault?: Fault
  /** Seconds; 360 unless given, 30 for an edit, as Google allows. */
  timeout?: number
}

/** A file of Drive; a converted one (`mimeType` of Google) comes with the bytes it was made from. */
export interface DeskFile extends StoredFile {
  contentType: string
  bytes: Uint8Array
}

export interface RunResult extends Omit<Outcome, 'files'> {
  files: DeskFile[]
}

export interface Host {
  /** Runs `onOpen` and gives the menus it adds. */
  menus(): Menu[]
  /** Runs a function of the bundle. Arguments and value are JSON. Never throws for what the script does. */
  run(functionName: string, values?: readonly unknown[], options?: RunOptions): RunResult
  /**
   * A person types `values` (rows) into cells from `cell` (A1 notation) on, or a single value. Refused where locked or
   * not allowed, with the reason as the error and nothing written; otherwise the bundle's `onEdit` runs.
   */
  edit(sheet: string, cell: string, values: Scalar | readonly (readonly Scalar[])[], options?: RunOptions): RunResult
  /** A copy of the workbook as it stands. */
  book(): Book
  /** Puts another workbook in its place, as after opening a file. */
  setBook(book: Book): void
}

const runSeconds = 360
const editSeconds = 30

class DeskHost implements Host {
  private readonly services: Script
  private readonly bundle: Script
  private readonly htmlFiles: string
  private json: string
  private files: StoredFile[] = []
  private scriptProperties: Record<string, string> = {}
  private userProperties: Record<string, string> = {}

  constructor(private readonly options: HostOptions) {
    this.services = new Script(options.services, { filename: 'desk/services.js' })
    this.bundle = new Script(options.bundle, { filename: 'google/Code.js' })
    this.htmlFiles = JSON.stringify(options.htmlFiles ?? {})
    this.json = JSON.stringify(options.book)
  }

  menus(): Menu[] {
    const { menus, error } = this.run('onOpen')
    if (error) throw new Error(error.message)
    return menus
  }

  run(functionName: string, values: readonly unknown[] = [], options: RunOptions = {}): RunResult {
    return this.call({ kind: 'run', functionName, arguments: [...values] }, options, runSeconds)
  }

  edit(
    sheet: string,
    cell: string,
    values: Scalar | readonly (readonly Scalar[])[],
    options: RunOptions = {},
  ): RunResult {
    const rows = typeof values === 'object' ? values.map((row) => [...row]) : [[values]]
    const area = editedArea(cell, rows)
    return this.call({ kind: 'edit', sheet, area, values: rows }, options, editSeconds)
  }

  book(): Book {
    return JSON.parse(this.json) as Book
  }

  setBook(book: Book): void {
    this.json = JSON.stringify(book)
  }

  /** Each call has a context of its own, as at Google: nothing but the workbook and properties lasts. */
  private call(call: Call, options: RunOptions, seconds: number): RunResult {
    const { services, bundle, htmlFiles } = this
    const scripts = { services, bundle, htmlFiles }
    const { finished, book } = runInContext(scripts, this.setup(options), this.json, call, options.timeout ?? seconds)
    this.json = book
    return this.keep(finished)
  }

  private setup(options: RunOptions): Setup {
    const { user, now, locale, timeZone, spreadsheetId } = this.options
    return {
      user,
      timeZone: timeZone ?? 'Asia/Shanghai',
      locale: locale ?? 'zh_CN',
      spreadsheetId: spreadsheetId ?? 'desk',
      now: now ? now.getTime() : null,
      files: this.files,
      scriptProperties: this.scriptProperties,
      userProperties: this.userProperties,
      answers: [...(options.answers ?? [])],
      lockIsTaken: options.lockIsTaken ?? false,
      fault: options.fault ?? null,
    }
  }

  /** A run that threw leaves the workbook as far as it came, as at Google. */
  private keep({ outcome, files, scriptProperties, userProperties }: Finished): RunResult {
    this.files = files
    this.scriptProperties = scriptProperties
    this.userProperties = userProperties
    const written = outcome.files.map(fileOf)
    for (const file of written) this.options.onFile?.(file)
    return { ...outcome, files: written }
  }
}

export function fileOf({ base64, ...file }: SavedFile): DeskFile {
  return { ...file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}

function editedArea(cell: string, rows: readonly (readonly Scalar[])[]): Area {
  const first = firstCellOf(cell)
  if (!first) throw new RangeError(`${cell} is not a cell`)
  return { ...first, rows: rows.length, columns: rows[0]?.length ?? 0 }
}

/** Throws when the code of services or bundle does not parse. */
export function openHost(options: HostOptions): Host {
  return new DeskHost(options)
}
