/**
 * The workbook's folder is removed or moved while the desk is open: said, kept elsewhere at the end, gone on with when it
 * is back. With the real heartbeat of the lock, whose seconds are too long for the fast tests.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import { storeWords as words } from '../../../src/words/store'
import { closeAll, desk, li, type } from '../office/desk'
import type { Desk } from '../office/desk'
import { entry, newFolder, open } from './folder'

afterEach(closeAll)

const rescued = newFolder()
const gone = ({ path }: Desk) => words.folderGone(basename(path), dirname(path))

/** The lock is seen to be gone by its next renewal, within a second. */
const BEAT_MS = 1_100

async function written(saves = true): Promise<Desk> {
  const one = await desk(undefined, { rescued: join(rescued, String(Math.random())) })
  await type(one, li, 1, 3, 'a')
  if (saves) await one.office.save()
  await type(one, li, 2, 3, 'b')
  return one
}

async function found(path: string) {
  const { book, messages, store } = await open(path)
  await store.close()
  return { column: [1, 2, 3].map((row) => book.sheets[0]?.cells[`${row},3`]?.value), messages, trail: store.trail(9) }
}

describe('a folder that is gone', () => {
  it.each([
    ['at once', 0],
    ['after the lock was missed', BEAT_MS],
  ])('is said to who edits, %s', async (...[, ms]) => {
    const one = await written()
    rmSync(dirname(one.path), { recursive: true })
    await wait(ms)
    await expect(type(one, li, 3, 3, 'c')).rejects.toThrow(gone(one))
    await expect(one.office.save()).rejects.toThrow(gone(one))
  })

  it.each([[true], [false]])(
    'at the end: kept in the desk’s folder with its history (saved before: %p)',
    async (saves) => {
      const one = await written(saves)
      rmSync(dirname(one.path), { recursive: true })
      await wait(BEAT_MS)
      const closing = one.office.close()
      await expect(closing).rejects.toThrow(/已经确认的内容都另存为/)
      const path = one.office.rescuedAt ?? ''
      await expect(closing).rejects.toThrow(words.rescued(basename(one.path), dirname(one.path), path))
      expect(existsSync(dirname(one.path))).toBe(false)
      expect(readdirSync(dirname(path)).sort()).toEqual(['年报.xlsx', '年报.xlsx.journal'])
      const { column, messages, trail } = await found(path)
      expect([column, messages, trail.length]).toEqual([['a', 'b', undefined], [], 2])
    },
  )

  it('at the end, with everything saved before: kept as well', async () => {
    const one = await written()
    await one.office.save()
    rmSync(dirname(one.path), { recursive: true })
    await expect(one.office.close()).rejects.toThrow(/已经确认的内容都另存为/)
    expect((await found(one.office.rescuedAt ?? '')).column).toEqual(['a', 'b', undefined])
  })
})

describe('a folder that is back', () => {
  it.each([
    ['empty, at once', 0],
    ['empty, after the lock was missed', BEAT_MS],
  ])('%s: journal, lock and workbook are written anew', async (...[, ms]) => {
    const one = await written()
    rmSync(dirname(one.path), { recursive: true })
    await wait(ms)
    mkdirSync(dirname(one.path))
    await type(one, li, 3, 3, 'c')
    expect(existsSync(`${one.path}.journal`)).toBe(true)
    await wait(BEAT_MS)
    await one.office.save()
    expect(existsSync(`${one.path}.lock`)).toBe(true)
    await expect(open(one.path)).rejects.toThrow('已经打开')
    await one.office.close()
    const { column, messages, trail } = await found(one.path)
    expect([column, messages, trail.length]).toEqual([['a', 'b', 'c'], [], 3])
  })

  it('as it was: goes on', async () => {
    const one = await written()
    const away = `${dirname(one.path)}-away`
    renameSync(dirname(one.path), away)
    await wait(BEAT_MS)
    await expect(type(one, li, 3, 3, 'c')).rejects.toThrow(gone(one))
    renameSync(away, dirname(one.path))
    await type(one, li, 3, 3, 'c')
    await one.office.close()
    expect((await found(one.path)).column).toEqual(['a', 'b', 'c'])
  })
})

it('a lock that somebody has deleted is placed again, unless another desk has been there', async () => {
  const one = await written()
  rmSync(`${one.path}.lock`)
  await wait(BEAT_MS)
  await type(one, li, 3, 3, 'c')
  expect(existsSync(`${one.path}.lock`)).toBe(true)
  rmSync(`${one.path}.lock`)
  const other = await open(one.path)
  await other.store.append([entry(4, 3, 'x')])
  await other.store.close()
  await wait(BEAT_MS)
  await expect(type(one, li, 3, 3, 'd')).rejects.toThrow(words.lockLost('年报.xlsx', ''))
  await one.office.close().catch(() => undefined)
  expect((await found(one.path)).trail).toHaveLength(4)
})
