/** The host's side door: JSON texts in, JSON texts out. Scripts find nothing of it but its name. */
import type { Book } from '../book'
import type { BookPatch } from '../protocol'
import type { Call, Finished, Setup } from './protocol'
import { makeEdit } from './edit'
import type { EditEvent } from './edit'
import { applyToResident, loadResident, startInResident, takeFromResident } from './resident'
import { running, start } from './running'

export interface Bridge {
  /** Takes a `Setup` and a `Book`. Before the script is loaded: its top level may already use services. */
  start(setup: string, book: string): void
  /** Takes a `Call`. What it throws is kept in the outcome. */
  call(call: string): void
  /** Gives a `Finished`; this and the workbook can be had also after a call that was stopped halfway. */
  finish(): string
  /** Gives a `Book`, its formulas up to date. */
  book(): string
  /** Takes a `Book` that stays in this context from call to call. */
  load(book: string): void
  /** Takes a `BookPatch` for that book, settles its formulas, and gives the `BookPatch` of all that changed. */
  patch(patch: string): string
  /**
   * One call on that book: takes a `Setup` and a `Call`, gives a `LiveFinished`. `find` loads the script in a scope of
   * its own and gives the function of the call, or undefined where the script has none. Of an edit that function is
   * kept for the next edit, until something else runs: loaded anew each time it never gets fast.
   */
  live(setup: string, call: string, find: () => unknown): string
}

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

function run(call: Call, find: (name: string) => unknown): unknown {
  if (call.kind === 'run') {
    const script = asFunction(find(call.functionName))
    if (!script) throw new Error(`Script function not found: ${call.functionName}`)
    return script(...call.arguments)
  }
  const event = typed(call)
  return asFunction(find('onEdit'))?.(event)
}

function perform(call: string, find: (name: string) => unknown): void {
  const { outcome } = running()
  try {
    const value = run(JSON.parse(call) as Call, find)
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

let keptOnEdit: { found: unknown } | null = null

/**
 * A script that puts something of its own on the global object is loaded each time, for it is taken off after the call;
 * and so is one that has been given a clock that stands still.
 */
function onEditOf(find: () => unknown): unknown {
  if (keptOnEdit) return keptOnEdit.found
  const names = Reflect.ownKeys(globalThis).length
  const found = find()
  const isPlain = Reflect.ownKeys(globalThis).length === names && globalThis.Date === RunningDate
  if (isPlain) keptOnEdit = { found }
  return found
}

/** With a clock that stands still every `new Date()` of the script is that moment. */
function setClock(now: number): void {
  globalThis.Date = new Proxy(RunningDate, {
    construct: (RealDate, values, target) =>
      Reflect.construct(RealDate, values.length ? values : [now], target) as Date,
    apply: (RealDate) => new RealDate(now).toString(),
    get: (RealDate, name) => (name === 'now' ? () => now : (Reflect.get(RealDate, name) as unknown)),
  })
}

export const bridge: Bridge = {
  start(setup, book) {
    const given = JSON.parse(setup) as Setup
    if (given.now !== null) setClock(given.now)
    start(given, JSON.parse(book) as Book)
  },
  call(call) {
    perform(call, (name) => Reflect.get(globalThis, name))
  },
  finish() {
    const { outcome, setup } = running()
    const { files, scriptProperties, userProperties } = setup
    const finished: Finished = { outcome, files, scriptProperties, userProperties }
    return JSON.stringify(finished)
  },
  load(book) {
    loadResident(JSON.parse(book) as Book)
  },
  patch(patch) {
    return JSON.stringify(applyToResident(JSON.parse(patch) as BookPatch))
  },
  live(setup, call, find) {
    const before = new Set(Reflect.ownKeys(globalThis))
    const given = JSON.parse(setup) as Setup
    if (given.now !== null) setClock(given.now)
    try {
      startInResident(given)
      perform(call, (name) => {
        if (name === 'onEdit') return onEditOf(find)
        keptOnEdit = null
        return find()
      })
      return JSON.stringify(takeFromResident())
    } finally {
      globalThis.Date = RunningDate
      for (const key of Reflect.ownKeys(globalThis)) if (!before.has(key)) Reflect.deleteProperty(globalThis, key)
    }
  },
  book() {
    const { book, calculator } = running()
    calculator.settle()
    return JSON.stringify(book)
  },
}
