/** The file that names the process which has a workbook open: written, read and taken away. */
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { codeOf } from '../disk-error'
import { machineId } from './identity'
import { readPlain } from './plain-file'

export interface Holder {
  /** Random: names the process, whatever its computer is called. */
  token: string
  pid: number
  host: string
  /** Where that process number means something; absent in locks of older versions. */
  machine?: string
  /** In the lock of a file itself: its path. */
  workbook?: string
  /** When the process began, if the system tells: systems use process numbers again. */
  began: string
  who: string
  /** ISO 8601, UTC. */
  time: string
}

/** Field 22 of Linux's process table; empty elsewhere. */
export function beganAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Computers may have one name, and containers process numbers of their own: a process is looked for where this agrees. */
export const machine = machineId()

/** Whether the process can be looked for from here. */
export const isHere = (other: Holder): boolean =>
  other.machine === undefined ? other.host === hostname() : other.machine !== '' && other.machine === machine

export function isRunning({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = beganAt(pid)
  return began === '' || now === '' || now === began
}

export function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readPlain(path).toString('utf8')) as Holder | null
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
export function place(path: string, holder: Holder): boolean {
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
export function takeAway(path: string, stale: Holder | null, token: string): void {
  const aside = `${path}.${token}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.token !== stale?.token && (!isHere(moved) || isRunning(moved))) {
    try {
      linkSync(aside, path)
    } catch {
      // Another desk has taken the lock meanwhile.
    }
  }
  rmSync(aside, { force: true })
}
