/** Faults of the program itself, as opposed to refusals, which are told to the person in their own words. */

/** What the engine throws at a programming fault. A refusal is an Error with words for the person. */
export const isFault = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError

/** What kind of fault it was and where it happened. Not its message, which may quote a cell. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...places].join('\n')
}
