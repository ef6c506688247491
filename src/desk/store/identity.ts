/** What names a file and a machine for certain, unlike the path and the name that people gave. */
import { lstatSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function readOr(read: () => string): string {
  try {
    return read().trim()
  } catch {
    return ''
  }
}

/**
 * This start of this computer, and the space in which its process numbers are unique; empty where the system does not
 * tell, as on Windows.
 */
export function machineId(): string {
  const boot = readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const space = readOr(() => readlinkSync('/proc/self/ns/pid'))
  return boot && space && `${boot} ${space}`
}

/** A folder of this user alone; null where another user has put one there. */
function ownFolder(): string | null {
  const user = process.getuid?.() ?? null
  const folder = join(tmpdir(), user === null ? 'nianbao-locks' : `nianbao-locks-${user}`)
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true })
    const found = lstatSync(folder)
    return found.isDirectory() && (user === null || found.uid === user) ? folder : null
  } catch {
    return null
  }
}

/**
 * Where a file is locked whatever its name: a hard link is another name of the same file. Null for a file that is not
 * there, and where nothing can be kept.
 */
export function identityLock(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false, bigint: true })
  const folder = file ? ownFolder() : null
  return file && folder !== null ? join(folder, `${file.dev}-${file.ino}.lock`) : null
}
