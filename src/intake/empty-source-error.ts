/** Nothing in the source belongs to an annual report. The message is one Chinese line. */
export class EmptySourceError extends Error {
  override name = 'EmptySourceError'
}
