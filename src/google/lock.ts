import { runWords } from '../words/actions'
import { causeOf, ToldError } from './told'

const WAIT_MS = 20_000

/** The lock of this document; a script that is bound to none has only its own. */
function lockOfDocument(): GoogleAppsScript.Lock.Lock {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null
  return lock ?? LockService.getScriptLock()
}

/**
 * Runs an action alone. What it wrote is flushed before the lock is let go, so that the next one reads it. An error
 * names the action and says what to do; the lock is let go in any case.
 */
export function alone<T>(
  action: string,
  work: () => T,
  interrupted: (action: string, cause: string) => string = runWords.interrupted,
): T {
  const lock = lockOfDocument()
  if (!lock.tryLock(WAIT_MS)) throw new ToldError(runWords.busy(action))
  try {
    const result = work()
    SpreadsheetApp.flush()
    return result
  } catch (error) {
    throw new ToldError(interrupted(action, causeOf(error)))
  } finally {
    lock.releaseLock()
  }
}
