import { userInfo } from 'node:os'

/** Name of the person at this machine; empty if the system does not tell it. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    // In some containers the user's number has no name.
    return ''
  }
}
