import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from '@jest/globals'

const isLinux = process.platform === 'linux'

/** Mounts a disk of this size; false where this user may not. */
export const mountSmallDisk = (folder: string, size: string): boolean =>
  isLinux && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder], { stdio: 'ignore' }).status === 0

export const unmount = (folder: string): unknown => spawnSync('umount', [folder], { stdio: 'ignore' })

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-mount-'))
  try {
    return mountSmallDisk(folder, '64k')
  } finally {
    unmount(folder)
    rmdirSync(folder)
  }
}

/** In CI the tests run, and fail where no disk can be mounted; elsewhere, as in a container, they are skipped by name. */
const isTried = Boolean(process.env['CI']) || canMount()

export const describeOnSmallDisk = isTried ? describe : describe.skip
export const itOnSmallDisk = isTried ? it : it.skip
