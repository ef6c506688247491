import { existsSync, mkdirSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writingFailure } from './file-failures'

export interface FileToWrite {
  path: string
  content: Uint8Array | string
}

interface Staged {
  path: string
  target: string
  temporary: string
}

/** A device or pipe takes what it is given; only a plain file can be replaced as a whole. */
const isDevice = (path: string): boolean => {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

function stage({ path, content }: FileToWrite): Staged | null {
  if (isDevice(path)) {
    writeFileSync(path, content)
    return null
  }
  const target = existsSync(path) ? realpathSync(path) : path
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) {
    throw Object.assign(new Error(target), { code: 'EISDIR' })
  }
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, content, { flag: 'wx', flush: true })
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return { path, target, temporary }
}

function at<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw writingFailure(path, error)
  }
}

/**
 * Writes files so that a failure leaves none of them half written: all are written beside their places first, then put
 * in place. Throws a Failure.
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const staged: Staged[] = []
  try {
    for (const file of files) {
      const one = at(file.path, () => stage(file))
      if (one) staged.push(one)
    }
    for (const { path, temporary, target } of staged) at(path, () => renameSync(temporary, target))
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true })
  }
}

function removeEmpty(path: string, top: string): void {
  try {
    rmdirSync(path)
    if (path !== top) removeEmpty(dirname(path), top)
  } catch {
    // Something else stands in it by now: then it stays.
  }
}

/**
 * Makes a folder and those above it; returns the topmost one made. Node's own `recursive` never ends where a file
 * system refuses new folders as missing ones (/proc does).
 */
function makeFolder(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const parent = dirname(path)
  const made = parent === path ? undefined : makeFolder(parent)
  try {
    mkdirSync(path)
  } catch (error) {
    if (made !== undefined) removeEmpty(parent, made)
    throw error
  }
  return made ?? path
}

/** Does the work in a folder, which is made where it is missing, and taken away again where the work fails. */
export function inFolder<T>(path: string, work: () => T): T {
  const made = at(path, () => makeFolder(path))
  try {
    return work()
  } catch (error) {
    if (made !== undefined) removeEmpty(path, made)
    throw error
  }
}
