/** Writes files so that after any failure they are either the old or the new ones, whole. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../disk-error'

/**
 * The names of all files beside the workbook begin with the workbook's name, the journal's too. Nobody can know the rest
 * beforehand and put a link there.
 */
const temporaryName = (path: string) => `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`

/** Of files that only this user may read. */
export const PRIVATE = 0o600

async function using<T>(file: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await file.close()
  }
}

/** Flushes the folder, so that a renamed file has its name after a power failure. Not every system can do it. */
async function syncFolder(path: string): Promise<void> {
  const unsupported = ['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP']
  try {
    const folder = await open(dirname(path), 'r')
    await using(folder, () => folder.sync())
  } catch (error) {
    if (!unsupported.includes(codeOf(error) ?? '')) throw error
  }
}

export interface Replacing {
  /** Runs when the new file is on the disk and the old one still in its place. */
  beforeSwap?: () => Promise<void>
  /** Permissions of the new file; those of the old one unless given. */
  mode?: number
}

/**
 * Writes the file beside its place, flushes it, and puts it in place at one stroke. Rejects with the file system's
 * error; then the file is as it was.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { beforeSwap, mode }: Replacing = {},
): Promise<void> {
  const temporary = join(dirname(path), temporaryName(path))
  try {
    const old = await stat(path).then(
      (stats) => stats.mode & 0o777,
      () => 0o666,
    )
    const file = await open(temporary, 'wx', mode ?? old)
    await using(file, async () => {
      await file.writeFile(bytes)
      await file.sync()
    })
    await beforeSwap?.()
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(path)
}

/** Deletes half-written files of a killed desk. Call only while the workbook is locked. */
export function removeLeftovers(path: string): void {
  const [hidden, lock] = [`.${basename(path)}.`, `${basename(path)}.lock.`]
  const isLeft = (name: string) => (name.startsWith(hidden) && name.endsWith('.tmp')) || name.startsWith(lock)
  for (const name of readdirSync(dirname(path)).filter(isLeft)) rmSync(join(dirname(path), name), { force: true })
}

/** `x.journal.0001`, the first number that is free. */
export function freeName(path: string, extension = ''): string {
  for (let number = 1; ; number++) {
    const name = `${path}.${String(number).padStart(4, '0')}${extension}`
    if (!existsSync(name)) return name
  }
}
