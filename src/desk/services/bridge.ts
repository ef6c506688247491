/** The host's side door: JSON texts in, JSON texts out. Scripts find nothing of it but its name. */
import type { Book } from '../book'
import type { BookPatch } from '../protocol'
import type { Call, Finished, Setup } from './protocol'
import { makeEdit } from './edit'
import { keepHtmlFiles } from './html'
import type { EditEvent } from './edit'
import { rehearsedEdit } from './rehearsed-edit'
import { applyToResident, loadResident, startInResident, takeFromResident } from './resident'
import { running, start } from './running'

export interface Bridge {
  /** Takes a `Setup`, a `Book` and the script's HTML files by name. Before the script is loaded: it may use services. */
  start(setup: string, book: string, htmlFiles: string): void
  /** Takes a `Call`. What it throws is kept in the outcome. */
  call(call: string): void
  /** Gives a `Finished`; this and the workbook can be had also after a call that was stopped halfway. */
  finish(): string
  /** Gives a `Book`, its formulas up to date. */
  book(): string
  /** Takes a `Book` and the script's HTML files by name, which stay in this context from call to call. */
  load(book: string, htmlFiles: string): void
  /** Takes a `BookPatch` for that book, recalculates its formulas, and gives the `BookPatch` of all that changed. */
  patch(patch: string): string
  /**
   * One call on that book: takes a `Setup` and a `Call`, gives a `LiveFinished`. `load` loads the script in a scope of
   * its own and gives what finds its functions. The scope is kept for the calls that follow: loaded anew each time, a
   * script never gets fast.
   */
  live(setup: string, call: string, load: () => FindFunction): string
}

/** Gives undefined where the script has no function of that name. */
type FindFunction = (name: string) => unknown

type ScriptFunction = (...values: unknown[]) => unknown

const asFunction = (found: unknown) => (typeof found === 'function' ? (found as ScriptFunction) : undefined)

function typed(call: Extract<Call, { kind: 'edit' }>): EditEvent {
  try {
    const sheet = running().book.sheets.find(({ name }) => name === call.sheet)
    if (!sheet) throw new Error(`There is no sheet named ${call.sheet}.`)
    return makeEdit(sheet, call.area, call.values)
  } catch (error) {
    running().outcome.refused = true
    throw error
  }
}

function runNamed(name: string, values: readonly unknown[], find: FindFunction): unknown {
  const script = asFunction(find(name))
  if (!script) throw new Error(`Script function not found: ${name}`)
  return script(...values)
}

function run(call: Call, find: FindFunction): unknown {
  const onEdit = (event: EditEvent) => asFunction(find('onEdit'))?.(event)
  switch (call.kind) {
    case 'run':
      return runNamed(call.functionName, call.arguments, find)
    case 'edit':
      return onEdit(typed(call))
    case 'rehearsal': {
      const event = rehearsedEdit(running().book, call.turn)
      if (event) onEdit(event)
      return runNamed(call.functionName, [], find)
    }
  }
}

function perform(call: Call, find: FindFunction): void {
  const { outcome } = running()
  try {
    const value = run(call, find)
    if (value !== undefined) outcome.value = value
  } catch (error) {
    outcome.error = reported(error)
  }
}

const ownFrame = /google\/Code\.js|desk\/services\.js/

/** One line: Google shows no more either. The stack keeps the frames of bundle and services. */
function reported(error: unknown): { message: string; stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' }
  return {
    message: error.message.replace(/\s*\n\s*/g, ' '),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((frame) => ownFrame.test(frame))
      .join('\n'),
  }
}

const RunningDate = Date

let keptScope: FindFunction | null = null

/** A script that puts something of its own on the global object is loaded each time, for it is taken off after the call. */
function scopeOf(load: () => FindFunction): FindFunction {
  if (keptScope) return keptScope
  const names = Reflect.ownKeys(globalThis).length
  const scope = load()
  if (Reflect.ownKeys(globalThis).length === names) keptScope = scope
  return scope
}

/** Milliseconds at which the script's clock stands still; null: it runs. */
let stillAt: number | null = null

const moment = (): number => stillAt ?? RunningDate.now()

/**
 * With a clock that stands still every `new Date()` of the script is that moment. No proxy: scripts ask of every value
 * whether it is a Date.
 */
function ClockDate(...values: unknown[]): unknown {
  if (!new.target) return new RunningDate(moment()).toString()
  return Reflect.construct(RunningDate, values.length ? values : [moment()], new.target)
}

Object.defineProperties(ClockDate, {
  ...Object.getOwnPropertyDescriptors(RunningDate),
  now: { value: moment, configurable: true, writable: true },
})

function setClock(at: number | null): void {
  stillAt = at
  globalThis.Date = ClockDate as unknown as DateConstructor
}

export const bridge: Bridge = {
  start(setup, book, htmlFiles) {
    keepHtmlFiles(htmlFiles)
    const given = JSON.parse(setup) as Setup
    setClock(given.now)
    start(given, JSON.parse(book) as Book)
  },
  call(call) {
    perform(JSON.parse(call) as Call, (name) => Reflect.get(globalThis, name))
  },
  finish() {
    const { outcome, setup } = running()
    const { files, scriptProperties, userProperties } = setup
    const finished: Finished = { outcome, files, scriptProperties, userProperties }
    return JSON.stringify(finished)
  },
  load(book, htmlFiles) {
    setClock(null)
    keepHtmlFiles(htmlFiles)
    loadResident(JSON.parse(book) as Book)
  },
  patch(patch) {
    return JSON.stringify(applyToResident(JSON.parse(patch) as BookPatch))
  },
  live(setup, call, load) {
    const before = new Set(Reflect.ownKeys(globalThis))
    const given = JSON.parse(setup) as Setup
    const called = JSON.parse(call) as Call
    setClock(given.now)
    try {
      startInResident(given)
      perform(called, (name) => scopeOf(load)(name))
      return JSON.stringify(takeFromResident(called))
    } finally {
      setClock(null)
      for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) Reflect.deleteProperty(globalThis, key)
    }
  },
  book() {
    const { book, calculator } = running()
    calculator.recalculate()
    return JSON.stringify(book)
  },
}
