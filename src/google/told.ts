/** Errors in the words of the person who reads them. */
import { refusalOf } from './refusals'

/** Says already what happened and what to do. */
export class ToldError extends Error {}

/** A cause as a clause without a full stop; unknown ones in Google's own words. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ToldError) return message
  try {
    return refusalOf(error) ?? message
  } catch {
    // The part with the words is missing: what Google says is better than nothing.
    return message
  }
}

export const told = (error: unknown): ToldError => (error instanceof ToldError ? error : new ToldError(causeOf(error)))
