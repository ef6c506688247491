/** Makes a value on first use, so that starting the program stays fast. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
