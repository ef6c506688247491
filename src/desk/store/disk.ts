/** What the store asks of the file system. Tests put a simulated disk in its place. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import type { BigIntStats } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { codeOf } from '../disk-error'
import { lockWorkbook } from './lock'
import type { Lock } from './lock'
import { openPlain, readPlain, refuseSpecial } from './plain-file'

interface FileFacts {
  /** The file itself, whatever its name: device and number. */
  identity: string
  size: number
  mode: number
  /** Names that the file has; each but the first is a hard link. */
  names: number
  /** No folder, pipe or device. */
  isFile: boolean
  /** When its content changed last. */
  changed: string
  /** The same, and when anything about it changed last: who puts the first time back does not put back this one. */
  touched: string
}

/** A file that is open for writing. Opening and reading throw a StoreError for what is no file. */
export interface DiskFile {
  write(bytes: Uint8Array, position: number): Promise<void>
  read(position: number, length: number): Promise<Uint8Array>
  truncate(length: number): Promise<void>
  /** Resolves when the content is on the disk. */
  flush(): Promise<void>
  facts(): Promise<FileFacts>
  close(): Promise<void>
}

/** A file that is open for reading. */
export interface DiskReader {
  readonly size: number
  read(position: number, length: number): Buffer
  close(): void
}

export interface Disk {
  /** Null: there is no such file. */
  facts(path: string): FileFacts | null
  read(path: string): Buffer
  reader(path: string): DiskReader
  /** Of the files in the folder; what is no file is left out. */
  names(folder: string): string[]
  realPath(path: string): string
  /** `edit`: a file that is there; `create`: a new one, refused where the name is taken. */
  open(path: string, how: 'edit' | 'create', mode?: number): Promise<DiskFile>
  rename(from: string, to: string): Promise<void>
  renameNow(from: string, to: string): void
  remove(path: string): Promise<void>
  /** Gives the file a second name, or copies it where the file system knows no such names. */
  link(path: string, name: string): void
  setMode(path: string, mode: number): void
  /** For this user alone, also where it is there already. `deep`: with the folders above it; else they must be there. */
  makeFolder(path: string, how: 'here' | 'deep'): void
  /** Resolves when the names in the folder are on the disk. */
  flushNames(folder: string): Promise<void>
  lock(workbook: string, who: string, time: string): Promise<Lock>
}

function factsOf(stats: BigIntStats): FileFacts {
  const { dev, ino, size, mode, nlink, mtimeNs, ctimeNs } = stats
  return {
    identity: `${dev}:${ino}`,
    size: Number(size),
    mode: Number(mode) & 0o777,
    names: Number(nlink),
    isFile: stats.isFile(),
    changed: String(mtimeNs),
    touched: `${mtimeNs} ${ctimeNs}`,
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}

async function readAll(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

const fileOf = (file: FileHandle): DiskFile => ({
  write: (bytes, position) => writeAll(file, bytes, position),
  read: (position, length) => readAll(file, position, length),
  truncate: (length) => file.truncate(length),
  flush: () => file.datasync(),
  facts: async () => factsOf(await file.stat({ bigint: true })),
  close: () => file.close(),
})

function readerOf(path: string): DiskReader {
  const file = openPlain(path)
  return {
    size: fstatSync(file).size,
    read(position, length) {
      const bytes = Buffer.allocUnsafe(length)
      let filled = 0
      for (let count = -1; filled < length && count !== 0; filled += count) {
        count = readSync(file, bytes, filled, length - filled, position + filled)
      }
      return bytes.subarray(0, filled)
    },
    close: () => closeSync(file),
  }
}

/** Flushes the folder, so that a renamed file has its name after a power failure. Not every system can do it. */
async function flushNames(folder: string): Promise<void> {
  const unsupported = ['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP']
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!unsupported.includes(codeOf(error) ?? '')) throw error
  }
}

export const realDisk: Disk = {
  facts(path) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false, bigint: true })
      return stats ? factsOf(stats) : null
    } catch (error) {
      // A file stands in the place of its folder.
      if (codeOf(error) === 'ENOTDIR') return null
      throw error
    }
  },
  read: readPlain,
  reader: readerOf,
  names(folder) {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((one) => one.isFile() || one.isSymbolicLink()).map(({ name }) => name)
  },
  realPath: (path) => realpathSync(path),
  open: async (path, how, mode) => {
    if (how === 'edit') refuseSpecial(path)
    return fileOf(await open(path, how === 'edit' ? 'r+' : 'wx', mode))
  },
  rename,
  renameNow: renameSync,
  remove: (path) => rm(path, { force: true }),
  link(path, name) {
    try {
      linkSync(path, name)
    } catch {
      copyFileSync(path, name)
      chmodSync(name, statSync(path).mode & 0o777)
    }
  },
  setMode: chmodSync,
  makeFolder(path, how) {
    try {
      mkdirSync(path, { recursive: how === 'deep', mode: 0o700 })
    } catch (error) {
      const isThere = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      if (codeOf(error) !== 'EEXIST' || !isThere) throw error
    }
    chmodSync(path, 0o700)
  },
  flushNames,
  lock: lockWorkbook,
}
