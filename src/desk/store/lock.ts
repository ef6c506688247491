/** A workbook is open on one desk at a time: a file beside it names the process that has it. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { diskWords } from '../../words/disk'
import { storeWords as words } from '../../words/store'
import { shownTime } from '../book'
import { codeOf, reasonOf } from '../disk-error'
import { StoreError } from './error'
import { Heartbeat, isRenewed } from './heartbeat'
import { identityLock } from './identity'
import { beganAt, isHere, isRunning, machine, place, readHolder, takeAway } from './lock-file'
import type { Holder } from './lock-file'
import { refuseSpecial } from './plain-file'

export interface Lock {
  /**
   * Throws a StoreError if another desk has taken the workbook over: nothing may be written any more. A lock that is gone,
   * with its folder perhaps, is placed again where that may be; throws the disk's error where it cannot.
   */
  check(mayPlaceAgain: () => boolean): void
  /** Never throws: a lock that stays behind names a process that has ended. */
  release(): void
}

function refusal(file: string, path: string, { who, host, time }: Holder): StoreError {
  const since = shownTime(time)
  if (host === hostname()) return new StoreError(words.locked(file, who, host, since))
  return new StoreError(words.lockedElsewhere(file, who, host, since, basename(path)))
}

/** Whether the process of the lock is at work. One that cannot be looked for is watched: its lock has to be renewed. */
async function isHeld(path: string, other: Holder): Promise<boolean> {
  if (isHere(other)) return isRunning(other)
  // An older version does not renew its lock.
  return other.machine === undefined || isRenewed(path)
}

/** A save has made another file of that workbook; the number of the one before belongs to any new file by now. */
const hasMoved = (path: string, { workbook }: Holder): boolean =>
  workbook !== undefined && identityLock(workbook) !== path

async function acquire(path: string, file: string, holder: Holder): Promise<void> {
  refuseSpecial(path)
  for (let attempt = 0; attempt < 5; attempt++) {
    if (place(path, holder)) return
    const other = readHolder(path)
    if (other && !hasMoved(path, other) && (await isHeld(path, other))) throw refusal(file, path, other)
    takeAway(path, other, holder.token)
  }
  throw new StoreError(words.cannotLock(file, diskWords.busy))
}

interface Held extends Lock {
  path: string
}

/** Places the lock at that path for the file that the user knows as `file`, and keeps it renewed. */
async function hold(path: string, file: string, holder: Holder, onBeat: () => void): Promise<Held> {
  await acquire(path, file, holder)
  const isOurs = () => readHolder(path)?.token === holder.token
  const heart = new Heartbeat(path, isOurs, onBeat)
  return {
    path,
    check(mayPlaceAgain) {
      if (heart.isSure()) return
      const other = readHolder(path)
      if (other === null && mayPlaceAgain() && place(path, holder) && heart.isSure()) return
      throw new StoreError(words.lockLost(file, other?.host ?? ''))
    },
    release() {
      heart.stop()
      try {
        if (isOurs()) rmSync(path, { force: true })
      } catch (error) {
        if (codeOf(error) === null) throw error
      }
    },
  }
}

const noBeat = (): void => undefined

/** A file may have several names: it is locked by what it is as well. Each save makes another file of it. */
class FileLock {
  private held: Held | null = null
  private isMoving = false
  private isReleased = false

  constructor(
    private readonly workbook: string,
    private readonly holder: Holder,
  ) {}

  /** Rejects with a StoreError if it is open under another name. Where no such lock can be kept, it does without. */
  async follow(): Promise<void> {
    const path = identityLock(this.workbook)
    if (path === this.held?.path || this.isMoving || this.isReleased) return
    this.drop()
    this.isMoving = true
    try {
      if (path !== null)
        this.held = await hold(path, basename(this.workbook), { ...this.holder, workbook: this.workbook }, noBeat)
      if (this.isReleased) this.drop()
    } catch (error) {
      if (error instanceof StoreError) throw error
    } finally {
      this.isMoving = false
    }
  }

  release(): void {
    this.isReleased = true
    this.drop()
  }

  private drop(): void {
    this.held?.release()
    this.held = null
  }
}

/**
 * Locks the workbook by its path, and by the file itself. Rejects with a StoreError that tells who has the workbook, or
 * why the lock cannot be written. A lock of another computer that is not renewed any more is taken over, after some
 * seconds.
 *
 * @param time ISO 8601, UTC
 */
export async function lockWorkbook(workbook: string, who: string, time: string): Promise<Lock> {
  const file = basename(workbook)
  const began = beganAt(process.pid)
  const holder: Holder = { token: randomUUID(), pid: process.pid, host: hostname(), machine, began, who, time }
  const byFile = new FileLock(workbook, holder)
  try {
    // Of two names of one file that are opened at once, both may be refused; never is neither.
    const byPath = await hold(`${workbook}.lock`, file, holder, () => void byFile.follow().catch(() => undefined))
    try {
      await byFile.follow()
    } catch (error) {
      byPath.release()
      throw error
    }
    return {
      check: (mayPlaceAgain) => byPath.check(mayPlaceAgain),
      release() {
        byPath.release()
        byFile.release()
      },
    }
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(words.cannotLock(file, reasonOf(error)))
  }
}
