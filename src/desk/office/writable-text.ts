/** Characters that no file can carry: XML 1.0 forbids them, or UTF-8 has no bytes for them. */

import type { EditRequest } from '../protocol'

/** With `u`, `\p{Cs}` is a half of a character without its other half. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** The value with these characters left out of all its texts; the same value where it has none. */
export function writable<T>(value: T): T {
  return writableIn(value) as T
}

/** Whether a value that held something holds nothing after that: it would empty its cell. */
export function losesText(before: EditRequest, after: EditRequest): boolean {
  const valuesOf = ({ values, more = [] }: EditRequest) => [values, ...more.map((block) => block.values)].flat(2)
  const left = valuesOf(after)
  return valuesOf(before).some((value, at) => value !== '' && left[at] === '')
}

function writableIn(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNWRITABLE, '')
  if (Array.isArray(value)) return sameOr(value, value.map(writableIn))
  if (typeof value !== 'object' || value === null) return value
  const before = Object.values(value)
  const after = before.map(writableIn)
  if (before.every((one, at) => one === after[at])) return value
  return Object.fromEntries(Object.keys(value).map((key, at) => [key, after[at]]))
}

function sameOr(before: readonly unknown[], after: unknown[]): readonly unknown[] {
  return before.every((one, at) => one === after[at]) ? before : after
}
