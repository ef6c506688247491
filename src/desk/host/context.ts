/** A bare context with ES built-ins only; texts are all that crosses, in both directions. */
import { createContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import { deskWords } from '../../words/desk'
import type { Call, Finished, Setup } from '../services/protocol'

export interface Scripts {
  services: Script
  bundle: Script
  /** Texts by name, as JSON. */
  htmlFiles: string
}

export interface Ran {
  finished: Finished
  /** The workbook as JSON. */
  book: string
}

const startScript = new Script('__desk.start(__setup, __book, __htmlFiles)')
const finishScript = new Script('__desk.finish()')
const bookScript = new Script('__desk.book()')

/** Code from texts is allowed, as in Apps Script: the bundle loads its parts so. */
export function newContext(): Context {
  return createContext({}, { codeGeneration: { strings: true, wasm: false }, microtaskMode: 'afterEvaluate' })
}

export function timedOut(error: unknown): boolean {
  // The error is of the context's realm, so it is no instance of this one's Error.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/** Loads services and bundle and makes the call; what the bundle throws while loading is an outcome like any other. */
export function runInContext(scripts: Scripts, setup: Setup, book: string, call: Call, seconds: number): Ran {
  const context = newContext()
  const run = (script: Script): unknown => script.runInContext(context, { timeout: seconds * 1000 })
  run(scripts.services)
  // Texts as globals, gone before the bundle is there: a workbook as a literal would have to be parsed twice.
  Object.assign(context, { __setup: JSON.stringify(setup), __book: book, __htmlFiles: scripts.htmlFiles })
  run(startScript)
  for (const name of ['__setup', '__book', '__htmlFiles']) Reflect.deleteProperty(context, name)
  let failure: string | null = null
  try {
    run(scripts.bundle)
    run(new Script(`__desk.call(${JSON.stringify(JSON.stringify(call))})`))
  } catch (error) {
    failure = timedOut(error) ? deskWords.timeout(seconds) : `${error}`.replace(/\s*\n\s*/g, ' ')
  }
  const finished = JSON.parse(String(run(finishScript))) as Finished
  if (failure !== null) finished.outcome.error = { message: failure, stack: '' }
  return { finished, book: String(run(bookScript)) }
}
