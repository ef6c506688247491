import type { Book } from '../../src/desk/book'
import type { Recorder } from './record'

/** Scenarios that belong together. */
export type Table = readonly (readonly [name: string, book: () => Book, play: (desk: Recorder) => void])[]

/** A scenario of one call. */
export const call =
  (name: string, ...values: unknown[]) =>
  (desk: Recorder) =>
    void desk.call(name, values)
