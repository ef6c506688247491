import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverWords as words } from '../../words/server'
import { codeOf, reasonOf } from '../disk-error'
import { Refusal } from './problem'

/** Names of the lock and the journal are made of it, and a file system takes 255 bytes. */
const MOST_BYTES = 150

function shortened(name: string): string {
  const signs = [...name]
  while (Buffer.byteLength(signs.join('')) > MOST_BYTES) signs.pop()
  return signs.join('').trimEnd()
}

/** A name as every file system takes it, without folders and without the extension. */
function safeName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/\.xlsx$/i, '')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~]+|[\s.]+$/g, '')
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean)
  return shortened(isReserved ? '' : clean) || words.untitled
}

/** True when it was put there; false when the name is taken. */
function placed(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes, { flag: 'wx', flush: true })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    rmSync(path, { force: true })
    throw error
  }
}

/** Puts a workbook into the folder under a name that is free, and gives its path. Throws a Refusal. */
export function addWorkbook(folder: string, name: string, bytes: Uint8Array): string {
  const base = safeName(name)
  try {
    mkdirSync(folder, { recursive: true })
    for (let number = 1; ; number++) {
      const path = join(folder, `${base}${number > 1 ? ` (${number})` : ''}.xlsx`)
      if (placed(path, bytes)) return path
    }
  } catch (error) {
    throw new Refusal(507, words.cannotWrite(folder, reasonOf(error)))
  }
}
