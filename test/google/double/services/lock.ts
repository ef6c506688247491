import { guard } from './guard'
import type { Has } from './kinds'
import { happen } from './meanwhile'
import { running } from './running'

type GoogleLock = GoogleAppsScript.Lock.Lock

/** One call runs at a time, so a lock is free unless the test says that another run has it. */
class DoubleLock implements Pick<GoogleLock, Has<'Lock'>> {
  tryLock(): boolean {
    const { setup } = running()
    for (const change of setup.beforeLock.splice(0)) happen(change)
    return !setup.lockIsTaken
  }
  releaseLock(): void {}
}

export class DoubleLockService implements Pick<GoogleAppsScript.Lock.LockService, Has<'LockService'>> {
  getDocumentLock(): GoogleLock {
    return guard('Lock', new DoubleLock())
  }
}
