/** A bare context with ES built-ins only; texts are all that crosses, in both directions. */
import { createContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import type { Call, Finished, Setup } from './services/protocol'

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

/** A script that does not end must not hold the tests up. */
const TIMEOUT_MS = 120_000

const startScript = new Script('__double.start(__setup, __book, __htmlFiles)')
const finishScript = new Script('__double.finish()')
const bookScript = new Script('__double.book()')

/** Code from texts is allowed, as in Apps Script: the bundle loads its parts so. */
function newContext(): Context {
  return createContext({}, { codeGeneration: { strings: true, wasm: false }, microtaskMode: 'afterEvaluate' })
}

/** Loads services and bundle and makes the call; what the bundle throws while it is loaded is a result as well. */
export function runInContext(scripts: Scripts, setup: Setup, book: string, call: Call): Ran {
  const context = newContext()
  const run = (script: Script): unknown => script.runInContext(context, { timeout: TIMEOUT_MS })
  run(scripts.services)
  // Texts as globals, gone before the bundle is there: a workbook as a literal would have to be parsed twice.
  Object.assign(context, { __setup: JSON.stringify(setup), __book: book, __htmlFiles: scripts.htmlFiles })
  run(startScript)
  for (const name of ['__setup', '__book', '__htmlFiles']) Reflect.deleteProperty(context, name)
  let failure: string | null = null
  try {
    run(scripts.bundle)
    run(new Script(`__double.call(${JSON.stringify(JSON.stringify(call))})`))
  } catch (error) {
    failure = `${error}`.replace(/\s*\n\s*/g, ' ')
  }
  const finished = JSON.parse(String(run(finishScript))) as Finished
  if (failure !== null) finished.result.error = { message: failure, stack: '' }
  return { finished, book: String(run(bookScript)) }
}
