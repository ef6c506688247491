import { userInfo } from 'node:os'

/** Accounts that several people use, or that come with the system: no name of a person. */
const SYSTEM_NAMES = new Set([
  'root',
  'admin',
  'administrator',
  'user',
  'guest',
  'owner',
  'pc',
  'system',
  'ubuntu',
  'debian',
])

/** The account's name, where it may be a person's; else empty. */
export const personNamed = (account: string): string =>
  SYSTEM_NAMES.has(account.trim().toLowerCase()) ? '' : account.trim()

/** Name of the person at this machine; empty if the system does not tell it. */
export function userName(): string {
  try {
    return personNamed(userInfo().username)
  } catch {
    // In some containers the user's number has no name.
    return ''
  }
}
