import { userInfo } from 'node:os'

/** Of the person at this machine; empty where the system does not tell. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    // Some containers have no user of that number.
    return ''
  }
}
