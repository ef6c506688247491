/** The computer's own disk, of which one answer can be spoilt, as by a share that is away for a moment. */
import { realDisk } from '../../../src/desk/store/disk'
import type { Disk } from '../../../src/desk/store/disk'

export interface Unsteady {
  disk: Disk
  /** Runs before each call; what it throws is the disk's answer. */
  before: (name: keyof Disk | 'flush', path: string) => void
  /** Runs after each part of an open file that was read. */
  afterRead: (path: string) => void
}

export const diskProblem = (code = 'EIO'): Error => Object.assign(new Error(code), { code })

export function unsteadyDisk(): Unsteady {
  const unsteady: Unsteady = { disk: realDisk, before: () => undefined, afterRead: () => undefined }
  unsteady.disk = {
    ...realDisk,
    facts: (path) => (unsteady.before('facts', path), realDisk.facts(path)),
    read: (path) => (unsteady.before('read', path), realDisk.read(path)),
    names: (path) => (unsteady.before('names', path), realDisk.names(path)),
    async open(path, how, mode) {
      unsteady.before('open', path)
      const file = await realDisk.open(path, how, mode)
      return {
        ...file,
        async read(position, length) {
          const bytes = await file.read(position, length)
          unsteady.afterRead(path)
          return bytes
        },
        async flush() {
          unsteady.before('flush', path)
          await file.flush()
        },
      }
    },
    async rename(from, to) {
      unsteady.before('rename', to)
      return realDisk.rename(from, to)
    },
    async remove(path) {
      unsteady.before('remove', path)
      return realDisk.remove(path)
    },
    link: (path, name) => (unsteady.before('link', name), realDisk.link(path, name)),
  }
  return unsteady
}
