import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverWords as words } from '../../words/server'
import { codeOf, reasonOf } from '../disk-error'
import { privateFolder } from './private-file'
import { Refusal } from './problem'

/** The names of lock and journal are longer than the workbook's, and a file system takes 255 bytes. */
const MOST_BYTES = 150

function shortened(name: string): string {
  const signs = [...name]
  while (Buffer.byteLength(signs.join('')) > MOST_BYTES) signs.pop()
  return signs.join('').trimEnd()
}

/** A name that every file system takes, without folders and extension. */
function safeName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(/\.xlsx$/i, '')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~]+|[\s.]+$/g, '')
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean)
  return shortened(isReserved ? '' : clean) || words.untitled
}

/** False if the name is taken. */
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

/** Where a workbook of this name stands if it was the first of it. */
export const firstPath = (folder: string, name: string): string => join(folder, `${safeName(name)}.xlsx`)

/** Writes a workbook into the folder under a free name, and returns its path. Throws a Refusal. */
export function addWorkbook(folder: string, name: string, bytes: Uint8Array): string {
  const base = safeName(name)
  try {
    privateFolder(folder)
    for (let number = 1; ; number++) {
      const path = join(folder, `${base}${number > 1 ? ` (${number})` : ''}.xlsx`)
      if (placed(path, bytes)) return path
    }
  } catch (error) {
    throw new Refusal(507, words.cannotWrite(folder, reasonOf(error)))
  }
}
