/** A workbook is open on one desk at a time: a file beside it names the process that has it. */
import { randomUUID } from 'node:crypto'
import { linkSync, openSync, closeSync, fsyncSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { diskWords } from '../../words/disk'
import { storeWords as words } from '../../words/store'
import { shownTime } from '../book'
import { codeOf, reasonOf } from '../disk-error'
import { StoreError } from './error'

interface Holder {
  token: string
  pid: number
  host: string
  /** When the process began, if the system tells: systems use process numbers again. */
  began: string
  who: string
  /** ISO 8601, UTC. */
  time: string
}

export interface Lock {
  release(): void
}

/** Field 22 of Linux's process table; empty elsewhere. */
function beganAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isRunning({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = beganAt(pid)
  return began === '' || now === '' || now === began
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder | null
    const isWhole = typeof holder?.token === 'string' && Number.isInteger(holder.pid) && typeof holder.host === 'string'
    return isWhole ? holder : null
  } catch {
    return null
  }
}

function writeOwn(path: string, holder: Holder): void {
  const file = openSync(path, 'wx')
  try {
    writeSync(file, JSON.stringify(holder))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Puts a complete lock in place. False if there is one already. */
function place(path: string, holder: Holder): boolean {
  const own = `${path}.${holder.token}`
  try {
    writeOwn(own, holder)
    linkSync(own, path)
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return placeWithoutLinks(path, holder)
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** For file systems without links, as on memory sticks. */
function placeWithoutLinks(path: string, holder: Holder): boolean {
  try {
    writeOwn(path, holder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock of a process that has ended, but not one that another desk has put there meanwhile. */
function takeAway(path: string, stale: Holder | null, token: string): void {
  const aside = `${path}.${token}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.token !== stale?.token && isRunning(moved)) {
    try {
      linkSync(aside, path)
    } catch {
      // Another desk has taken the lock meanwhile.
    }
  }
  rmSync(aside, { force: true })
}

function refusal(file: string, path: string, { who, host, time }: Holder): StoreError {
  const since = shownTime(time)
  if (host === hostname()) return new StoreError(words.locked(file, who, host, since))
  return new StoreError(words.lockedElsewhere(file, who, host, since, basename(path)))
}

function acquire(path: string, file: string, holder: Holder): void {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (place(path, holder)) return
    const other = readHolder(path)
    // Nobody can tell from here whether a process on another computer still runs.
    if (other && (other.host !== hostname() || isRunning(other))) throw refusal(file, path, other)
    takeAway(path, other, holder.token)
  }
  throw new StoreError(words.cannotLock(file, diskWords.busy))
}

/** Throws a StoreError that tells who has the workbook, or why the lock cannot be written. `time`: ISO 8601. */
export function lockWorkbook(workbook: string, who: string, time: string): Lock {
  const path = `${workbook}.lock`
  const file = basename(workbook)
  const began = beganAt(process.pid)
  const holder: Holder = { token: randomUUID(), pid: process.pid, host: hostname(), began, who, time }
  try {
    acquire(path, file, holder)
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(words.cannotLock(file, reasonOf(error)))
  }
  return {
    release() {
      if (readHolder(path)?.token === holder.token) rmSync(path, { force: true })
    },
  }
}
