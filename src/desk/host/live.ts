/** The host of a workbook that is open on the desk: one context keeps the workbook, and only changes cross. */
import { Script } from 'node:vm'
import type { Context } from 'node:vm'
import { deskWords } from '../../words/desk'
import type { Area, Book, Scalar } from '../book'
import type { BookPatch } from '../protocol'
import type { Answer, Call, LiveFinished, Setup, StoredFile } from '../services/protocol'
import { newContext, timedOut } from './context'
import { fileOf } from './host'
import type { HostOptions, RunResult } from './host'

/** What outlives a run beside the workbook. */
export interface Kept {
  files: StoredFile[]
  scriptProperties: Record<string, string>
  /** By the user's address. */
  userProperties: Record<string, Record<string, string>>
}

export interface LiveHostOptions extends Omit<HostOptions, 'book' | 'user' | 'now' | 'onFile'> {
  /** The workbook as it stands; asked for when a context is made. */
  book: () => Book
  kept?: Kept
}

export interface LiveRunOptions {
  user: string
  answers?: readonly Answer[]
  /** Milliseconds at which the script's clock stands still; absent: it runs. */
  now?: number
  /** Seconds; 360 unless given, 30 for an edit, as Google allows. */
  timeout?: number
}

/** `asked`: the run stopped at that question and changed nothing. */
export interface LiveResult extends RunResult {
  patch: BookPatch
  kept: Kept
}

/** A run that has been made and had no effect yet. */
export interface Ahead {
  result: LiveResult
  /** What was kept when it was made. */
  before: Kept
}

export interface LiveEdit {
  /** Name of the tab. */
  sheet: string
  area: Area
  values: (Scalar | null)[][]
}

const runSeconds = 360
const editSeconds = 30
const rehearsalSeconds = 5
const aheadSeconds = 5
/** As parameters: a context's global object is slow to ask, and loops ask for these. */
const builtIns = 'Array,Boolean,Date,Error,JSON,Map,Math,Number,Object,RegExp,Set,String'
const withoutScript = new Script('__desk.live(__first,__second,()=>()=>undefined)')

/**
 * The script's own text inside a function, with what finds the functions that are declared at the beginning of a line.
 * The last one of a name counts; a name that is not the script's own is not found.
 */
function liveCall(bundle: string): string {
  const names = new Set([...bundle.matchAll(/^[ \t]*(?:async )?function ([A-Za-z_$][\w$]*)/gm)].map(([, name]) => name))
  const cases = [...names].map((name) => `case'${name}':return typeof ${name}==='function'?${name}:undefined`)
  const finder = `return __name=>{switch(__name){${cases.join('\n')}}}`
  return `__desk.live(__first,__second,()=>(function(${builtIns}){${bundle}\n;${finder}})(${builtIns}))`
}

const nothing = (): BookPatch => ({ cells: {} })

/**
 * What a script adds to the global object is taken away after the call. Unlike at Google, calls that follow each other
 * share what the script declares (100 ms a call otherwise), and a script that alters the language's built-in objects
 * would find them altered.
 */
export class LiveHost {
  private readonly services: Script
  private readonly script: Script
  private context: Context | null = null
  private kept: Kept

  constructor(private readonly options: LiveHostOptions) {
    this.services = new Script(options.services, { filename: 'desk/services.js' })
    this.script = new Script(liveCall(options.bundle), { filename: 'google/Code.js' })
    this.kept = options.kept ?? { files: [], scriptProperties: {}, userProperties: {} }
  }

  /** Runs a function of the script. Never throws for what the script does. */
  run(functionName: string, values: readonly unknown[], options: LiveRunOptions): LiveResult {
    return this.call({ kind: 'run', functionName, arguments: [...values] }, options, runSeconds)
  }

  /** What `run` would give now, without any effect; null where it is better run when it is wanted. */
  ahead(functionName: string, options: LiveRunOptions): Ahead | null {
    const before = this.kept
    const result = this.call({ kind: 'run', functionName, arguments: [], isAhead: true }, options, aheadSeconds)
    this.kept = before
    return result.error || result.asked ? null : { result, before }
  }

  /** Gives a run made ahead its effect; the workbook must be what it was. Null where what was kept is not. */
  carryOut({ result, before }: Ahead): LiveResult | null {
    if (before !== this.kept) return null
    const patch = this.apply(result.patch)
    this.kept = result.kept
    return { ...result, patch }
  }

  /**
   * A number is typed over, another one each turn, and a function of the script run, all of it without any effect: so
   * that it is fast when it is wanted.
   */
  rehearse(functionName: string, turn: number): void {
    try {
      const call: Call = { kind: 'rehearsal', functionName, turn }
      this.ask(this.script, [JSON.stringify(this.setup({ user: '' })), JSON.stringify(call)], rehearsalSeconds)
    } catch {
      // Nobody has asked for it: the next call begins anew and says what is wrong.
      this.reset()
    }
  }

  /** A person types; `refused` where the workbook does not allow it. Then `onEdit` runs, and may fail on its own. */
  edit(edit: LiveEdit, options: LiveRunOptions): LiveResult {
    const result = this.call({ kind: 'edit', ...edit }, options, editSeconds)
    if (this.context) return result
    // Stopped halfway: what was typed stands nevertheless, as at Google.
    const typed = this.call({ kind: 'edit', ...edit }, options, editSeconds, withoutScript)
    return result.error && !typed.error ? { ...typed, error: result.error } : typed
  }

  /** Puts in changes that no script made; gives all that changed, results of formulas included. */
  apply(patch: BookPatch): BookPatch {
    try {
      return JSON.parse(this.ask('patch(__first)', [JSON.stringify(patch)], editSeconds)) as BookPatch
    } catch (error) {
      this.reset()
      throw error
    }
  }

  /** Forgets the context: the next call loads the workbook anew. */
  reset(kept?: Kept): void {
    this.context = null
    if (kept) this.kept = kept
  }

  keeps(): Kept {
    return this.kept
  }

  private call(call: Call, options: LiveRunOptions, seconds: number, script = this.script): LiveResult {
    const limit = options.timeout ?? seconds
    try {
      const input = [JSON.stringify(this.setup(options)), JSON.stringify(call)]
      return this.finished(this.ask(script, input, limit), options)
    } catch (error) {
      // Whatever came out of the context left it halfway.
      this.reset()
      const message = timedOut(error) ? deskWords.timeout(limit) : `${error}`.replace(/\s*\n\s*/g, ' ')
      return { ...emptyOutcome(), error: { message, stack: '' }, patch: nothing(), kept: this.kept, files: [] }
    }
  }

  private ask(what: Script | string, input: readonly string[], seconds: number): string {
    const context = (this.context ??= this.loaded())
    const script = typeof what === 'string' ? new Script(`__desk.${what}`) : what
    const [first, second] = input
    // Texts only: an object of this realm would be a way out of the context.
    Object.assign(context, { __first: first, __second: second })
    return String(script.runInContext(context, { timeout: seconds * 1000 }))
  }

  private loaded(): Context {
    const context = newContext()
    this.services.runInContext(context)
    this.context = context
    const { book, htmlFiles } = this.options
    this.ask('load(__first,__second)', [JSON.stringify(book()), JSON.stringify(htmlFiles ?? {})], editSeconds)
    return context
  }

  private setup({ user, answers, now }: LiveRunOptions): Setup {
    const { locale, timeZone, spreadsheetId } = this.options
    return {
      user,
      timeZone: timeZone ?? 'Asia/Shanghai',
      locale: locale ?? 'zh_CN',
      spreadsheetId: spreadsheetId ?? 'desk',
      now: now ?? null,
      files: this.kept.files,
      scriptProperties: this.kept.scriptProperties,
      userProperties: this.kept.userProperties[user] ?? {},
      answers: [...(answers ?? [])],
      lockIsTaken: false,
      fault: null,
      stopsAtQuestion: true,
    }
  }

  private finished(json: string, { user }: LiveRunOptions): LiveResult {
    const { outcome, patch, files, scriptProperties, userProperties } = JSON.parse(json) as LiveFinished
    if (outcome.asked) return { ...outcome, files: [], patch: nothing(), kept: this.kept }
    const others = this.kept.userProperties
    const isKnown = user in others || Object.keys(userProperties).length > 0
    this.kept = { files, scriptProperties, userProperties: isKnown ? { ...others, [user]: userProperties } : others }
    return { ...outcome, files: outcome.files.map(fileOf), patch, kept: this.kept }
  }
}

function emptyOutcome(): Omit<RunResult, 'files'> {
  const counts = { read: 0, write: 0, locate: 0, drive: 0, ui: 0, lock: 0, other: 0 }
  return { counts, menus: [], dialogs: [], questions: [], toasts: [], log: [] }
}
