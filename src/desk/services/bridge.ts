/** The host's side door: JSON texts in, JSON texts out. Scripts find nothing of it but its name. */
import type { Book } from '../book'
import type { Call, Finished, Setup } from './protocol'
import { makeEdit } from './edit'
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
}

type ScriptFunction = (...values: unknown[]) => unknown

function scriptFunction(name: string): ScriptFunction | undefined {
  const found: unknown = Reflect.get(globalThis, name)
  return typeof found === 'function' ? (found as ScriptFunction) : undefined
}

function run(call: Call): unknown {
  if (call.kind === 'run') {
    const script = scriptFunction(call.functionName)
    if (!script) throw new Error(`Script function not found: ${call.functionName}`)
    return script(...call.arguments)
  }
  const sheet = running().book.sheets.find(({ name }) => name === call.sheet)
  if (!sheet) throw new Error(`There is no sheet named ${call.sheet}.`)
  const event = makeEdit(sheet, call.area, call.values)
  return scriptFunction('onEdit')?.(event)
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

/** With a clock that stands still every `new Date()` of the script is that moment. */
function setClock(now: number): void {
  globalThis.Date = new Proxy(Date, {
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
    const { outcome } = running()
    try {
      const value = run(JSON.parse(call) as Call)
      if (value !== undefined) outcome.value = value
    } catch (error) {
      outcome.error = reported(error)
    }
  },
  finish() {
    const { outcome, setup } = running()
    const { files, scriptProperties, userProperties } = setup
    const finished: Finished = { outcome, files, scriptProperties, userProperties }
    return JSON.stringify(finished)
  },
  book() {
    const { book, calculator } = running()
    calculator.settle()
    return JSON.stringify(book)
  },
}
