/** A value made when it is first asked for: who never asks pays nothing when the program starts. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
