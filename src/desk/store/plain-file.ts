/** Opens files and nothing else: to open a pipe waits for ever, and a device may be anything. */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { storeWords as words } from '../../words/store'
import { StoreError } from './error'

/** Throws a StoreError for a folder, a pipe, a socket or a device of that name. */
export function refuseSpecial(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new StoreError(words.special(basename(path)))
}

/** The file's descriptor, for reading. Throws a StoreError, or the file system's error. */
export function openPlain(path: string): number {
  refuseSpecial(path)
  // Without waiting, also where a pipe has been put there since. Windows knows no such flag.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new StoreError(words.special(basename(path)))
}

export function readPlain(path: string): Buffer {
  const descriptor = openPlain(path)
  try {
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
