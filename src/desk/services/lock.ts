import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

type GoogleLock = GoogleAppsScript.Lock.Lock

/** The host runs one call at a time, so a lock is free unless the host says that another run has it. */
class DeskLock implements Pick<GoogleLock, Has<'Lock'>> {
  private isHeld = false

  tryLock(): boolean {
    this.isHeld = !running().setup.lockIsTaken
    return this.isHeld
  }
  waitLock(): void {
    if (!this.tryLock()) {
      throw new Error('Lock timeout: another process was holding the lock for too long.')
    }
  }
  releaseLock(): void {
    this.isHeld = false
  }
  hasLock(): boolean {
    return this.isHeld
  }
}

export class DeskLockService implements Pick<GoogleAppsScript.Lock.LockService, Has<'LockService'>> {
  getDocumentLock(): GoogleLock {
    return guard('Lock', new DeskLock())
  }
  getScriptLock(): GoogleLock {
    return guard('Lock', new DeskLock())
  }
  getUserLock(): GoogleLock {
    return guard('Lock', new DeskLock())
  }
}
