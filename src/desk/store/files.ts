/** Writes files so that after any failure they are either the old or the new ones, whole. */
import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Disk, DiskFile } from './disk'

/**
 * The names of all files beside the workbook begin with the workbook's name, the journal's too. Nobody can know the rest
 * beforehand and put a link there.
 */
const temporaryName = (path: string) => `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`

/** `年报.xlsx.backups`, beside `年报.xlsx`. */
export const backupsOf = (workbook: string): string => `${workbook}.backups`

/** Of files that only this user may read. */
export const PRIVATE = 0o600

export interface Replacing {
  /** Writes the new file. */
  write: (file: DiskFile) => Promise<void>
  /** Runs when the new file is on the disk and the old one still in its place. */
  beforeSwap?: () => Promise<void>
  /** Permissions of the new file; those of the old one unless given; of one that was not there only this user may read it. */
  mode?: number
  /** On the disk when it resolves; true unless given. */
  isFlushed?: boolean
}

/**
 * Writes the file beside its place, flushes it, and puts it in place at one stroke. Rejects with the file system's
 * error; then the file is as it was.
 */
export async function replaceFile(disk: Disk, path: string, replacing: Replacing): Promise<void> {
  const { write, beforeSwap, mode, isFlushed = true } = replacing
  const temporary = join(dirname(path), temporaryName(path))
  try {
    const file = await disk.open(temporary, 'create', mode ?? disk.facts(path)?.mode ?? PRIVATE)
    try {
      await write(file)
      if (isFlushed) await file.flush()
    } finally {
      await file.close()
    }
    await beforeSwap?.()
    await disk.rename(temporary, path)
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw error
  }
  if (isFlushed) await disk.flushNames(dirname(path))
}

/** Deletes half-written files of a killed desk. Call only while the workbook is locked. */
export async function removeLeftovers(disk: Disk, path: string): Promise<void> {
  const [hidden, lock] = [`.${basename(path)}.`, `${basename(path)}.lock.`]
  const isLeft = (name: string) => (name.startsWith(hidden) && name.endsWith('.tmp')) || name.startsWith(lock)
  for (const name of disk.names(dirname(path)).filter(isLeft)) await disk.remove(join(dirname(path), name))
}

/** Files whose names are that one's and a number: `x.journal.0001`. By number, which is the order in which they got them. */
export function numberedOf(disk: Disk, path: string): { path: string; number: number }[] {
  const start = `${basename(path)}.`
  const ends = disk.names(dirname(path)).flatMap((name) => (name.startsWith(start) ? name.slice(start.length) : []))
  const files = ends
    .filter((end) => /^\d{4,}$/.test(end))
    .map((end) => ({ path: `${path}.${end}`, number: Number(end) }))
  return files.sort((one, other) => one.number - other.number)
}

/** `x.journal.0004` behind `x.journal.0003`, also where somebody has deleted the first ones: the order is that of time. */
export function nextName(disk: Disk, path: string): string {
  for (let number = (numberedOf(disk, path).at(-1)?.number ?? 0) + 1; ; number++) {
    const name = `${path}.${String(number).padStart(4, '0')}`
    if (!disk.facts(name)) return name
  }
}

/** `x.0001.xlsx`, the first number that is free. */
export function freeName(disk: Disk, path: string, extension = ''): string {
  for (let number = 1; ; number++) {
    const name = `${path}.${String(number).padStart(4, '0')}${extension}`
    if (!disk.facts(name)) return name
  }
}
