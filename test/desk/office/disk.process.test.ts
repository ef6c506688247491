import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { journalOf } from '../../../src/desk/store'
import { diskWords } from '../../../src/words/disk'
import { storeWords as words } from '../../../src/words/store'
import { smallBook, workbookFile } from '../store/folder'
import { describeOnSmallDisk, mountSmallDisk, unmount } from '../support/small-disk.process'
import { again, cellAt, closeAll, desk, li, type } from './desk'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'))

beforeAll(() => {
  if (!mountSmallDisk(folder, '256k')) throw new Error('this user cannot mount a small disk')
})
afterEach(closeAll)
afterAll(() => {
  unmount(folder)
  rmSync(folder, { recursive: true, force: true })
})

const ballast = join(folder, 'ballast')

/** Takes all the room there is on the disk. */
function fillDisk(): void {
  for (let size = 256 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      const old = statSync(ballast, { throwIfNoEntry: false })?.size ?? 0
      writeFileSync(ballast, Buffer.alloc(old + size))
    } catch {
      // Less, then.
    }
  }
}

describeOnSmallDisk('a disk without room', () => {
  beforeAll(() => rmSync(ballast, { force: true }))

  it('refuses edits with the reason, keeps what was acknowledged, and takes edits again once there is room', async () => {
    const one = await desk(smallBook(), {}, folder)
    await type(one, li, 1, 3, 'kept')
    fillDisk()
    const before = one.office.book
    const full = new OfficeError('failed', words.notKept(diskWords.full))
    const long = 'x'.repeat(8000)
    for (let row = 2; row < 5; row++) await expect(type(one, li, row, 3, long)).rejects.toEqual(full)
    expect([one.office.book, one.office.seq]).toEqual([before, 1])
    await expect(one.office.save()).rejects.toThrow(words.notSaved('年报.xlsx', diskWords.full))
    const torn = readFileSync(journalOf(one.path), 'utf8')
    expect(torn.endsWith('\n')).toBe(true)
    rmSync(ballast)
    expect(await type(one, li, 5, 1, 2)).toEqual({ seq: 2 })
    expect(await type(one, li, 1, 1, 4)).toEqual({ seq: 3 })
    expect(cellAt(one, '1,2')?.value).toBe(8)
    await one.office.close()
    const { office, ...rest } = await again(one.path)
    expect(office.messages).toEqual([])
    expect(['1,3', '2,3', '5,1', '1,2'].map((key) => cellAt({ office, ...rest }, key)?.value)).toEqual([
      'kept',
      undefined,
      2,
      8,
    ])
  })
})

describeOnSmallDisk('a read-only disk', () => {
  it('is told when the workbook is opened', async () => {
    const path = await workbookFile(smallBook(), folder)
    for (const name of [journalOf(path)]) rmSync(name, { force: true })
    spawnSync('mount', ['-o', 'remount,ro', folder])
    try {
      await expect(again(path)).rejects.toThrow(words.cannotLock('年报.xlsx', diskWords.readOnly))
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', folder])
    }
  })
})
