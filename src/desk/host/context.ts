/** A bare context with ES built-ins only; JSON texts are all that crosses. */
import { createContext, Script } from 'node:vm'
import type { Context } from 'node:vm'
import { deskWords } from '../../words/desk'
import type { Call, Finished, Setup } from '../services/protocol'

export interface Scripts {
  services: Script
  bundle: Script
}

function ask(context: Context, method: 'start' | 'call' | 'finish', json: string, seconds: number): unknown {
  const argument = method === 'finish' ? '' : JSON.stringify(json)
  return new Script(`__desk.${method}(${argument})`).runInContext(context, { timeout: seconds * 1000 })
}

export function timedOut(error: unknown): boolean {
  // The error is of the context's realm, so it is no instance of this one's Error.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/** Loads services and bundle and makes the call; what the bundle throws while loading is an outcome like any other. */
export function runInContext(scripts: Scripts, setup: Setup, call: Call, seconds: number): Finished {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false }, microtaskMode: 'afterEvaluate' })
  scripts.services.runInContext(context)
  ask(context, 'start', JSON.stringify(setup), seconds)
  let failure: string | null = null
  try {
    scripts.bundle.runInContext(context, { timeout: seconds * 1000 })
    ask(context, 'call', JSON.stringify(call), seconds)
  } catch (error) {
    failure = timedOut(error) ? deskWords.timeout(seconds) : `${error}`.replace(/\s*\n\s*/g, ' ')
  }
  const finished = JSON.parse(String(ask(context, 'finish', '', seconds))) as Finished
  if (failure !== null) finished.outcome.error = { message: failure, stack: '' }
  return finished
}
