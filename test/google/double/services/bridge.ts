/** The test's side door: JSON texts in, JSON texts out. Scripts find nothing of it but its name. */
import type { Book } from '../../../../src/desk/book'
import type { Call, Finished, Setup } from './protocol'
import { makeEdit } from './edit'
import { keepHtmlFiles } from './html'
import type { EditEvent } from './edit'
import { lagSoFar, running, start } from './running'

export interface Bridge {
  /** Takes a `Setup`, a `Book` and the script's HTML files by name. Before the script is loaded: it may use services. */
  start(setup: string, book: string, htmlFiles: string): void
  /** Takes a `Call`. What it throws is kept in the result. */
  call(call: string): void
  /** Gives a `Finished`; this and the workbook can be had also after a call that was stopped halfway. */
  finish(): string
  /** Gives a `Book`, its formulas up to date. */
  book(): string
}

/** Gives undefined where the script has no function of that name. */
type FindFunction = (name: string) => unknown

type ScriptFunction = (...values: unknown[]) => unknown

const asFunction = (found: unknown) => (typeof found === 'function' ? (found as ScriptFunction) : undefined)

function typed({ sheet: name, area, values }: Extract<Call, { kind: 'edit' }>): EditEvent {
  const sheet = running().book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`There is no sheet named ${name}.`)
  return makeEdit(sheet, area, values)
}

function runNamed(name: string, values: readonly unknown[], find: FindFunction): unknown {
  const script = asFunction(find(name))
  if (!script) throw new Error(`Script function not found: ${name}`)
  return script(...values)
}

const triggers = ['onOpen', 'onEdit']

function run(call: Call, find: FindFunction): unknown {
  running().isTrigger = call.kind === 'edit' || triggers.includes(call.functionName)
  const onEdit = (event: EditEvent) => asFunction(find('onEdit'))?.(event)
  switch (call.kind) {
    case 'run':
      return runNamed(call.functionName, call.arguments, find)
    case 'edit':
      return onEdit(typed(call))
  }
}

function perform(call: Call, find: FindFunction): void {
  const { result } = running()
  try {
    const value = run(call, find)
    if (value !== undefined) result.value = value
  } catch (error) {
    result.error = reported(error)
  }
}

const ownFrame = /google\/Code\.js|double\/services\.js/

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

/** Milliseconds at which the script's clock stands still; null: it runs. */
let stillAt: number | null = null

const moment = (): number => (stillAt ?? RunningDate.now()) + lagSoFar()

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
    const { result, setup, active } = running()
    const selected = { sheet: active.sheet.id, row: active.row, column: active.column }
    const { files, spreadsheet, userProperties, brokenNames } = setup
    const finished: Finished = { result, lasting: { files, spreadsheet, userProperties, brokenNames, selected } }
    return JSON.stringify(finished)
  },
  book() {
    const { book, calculator } = running()
    calculator.recalculate()
    return JSON.stringify(book)
  },
}
