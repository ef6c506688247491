/** Errors in the words of the person who reads them. */
import { refusalTold } from './refusals'

/** Says already what happened and what to do. */
export class ToldError extends Error {}

/** The engine's own errors, and those of Google's services. Refusals of the program have other names. */
const faults = /^(?:Type|Range|Reference|Syntax)Error$|^Exception$/

/**
 * A fault of the program is written into the execution log, for those who maintain it: its kind and where it happened.
 * Not its message, which may quote a cell.
 *
 * @returns whether it is one
 */
export function noteFault(error: unknown): boolean {
  if (!(error instanceof Error) || !faults.test(error.name)) return false
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  console.error([error.name, ...places].join('\n'))
  return true
}

/** The part with the words may be missing: what Google says is better than nothing then. */
function refusalIn(error: unknown): string | null {
  try {
    return refusalTold(error)
  } catch {
    return null
  }
}

/** A cause as a clause without a full stop; unknown ones in Google's own words. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ToldError) return message
  const told = refusalIn(error)
  if (told === null) noteFault(error)
  return told ?? message
}

export const told = (error: unknown): ToldError => (error instanceof ToldError ? error : new ToldError(causeOf(error)))
