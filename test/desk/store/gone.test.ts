import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { journalOf } from '../../../src/desk/store'
import { journalWords as words } from '../../../src/words/journal'
import { storeWords } from '../../../src/words/store'
import { again, closeAll, desk, li, type } from '../office/desk'
import type { Desk } from '../office/desk'
import { open } from './folder'

afterEach(closeAll)

const said = ({ events }: Desk) => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []))

/** What a desk finds that is opened after this one was killed: its lock is gone, its files are as they are. */
async function afterKill({ path }: Desk) {
  rmSync(`${path}.lock`)
  const { book, messages, store } = await open(path)
  await store.close()
  return { column: [1, 2, 3].map((row) => book.sheets[0]?.cells[`${row},3`]?.value), messages, trail: store.trail(9) }
}

describe('a journal that is not under its name any more', () => {
  it('deleted: put back with all that it held before the next change is acknowledged, and said', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    await type(one, li, 2, 3, 'b')
    rmSync(journalOf(one.path))
    await type(one, li, 3, 3, 'c')
    expect(said(one)).toEqual([words.gone])
    const { column, messages, trail } = await afterKill(one)
    expect([column, messages, trail.length]).toEqual([['a', 'b', 'c'], [storeWords.recovered(3)], 3])
  })

  it('replaced: the other file is kept under another name', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    rmSync(journalOf(one.path))
    writeFileSync(journalOf(one.path), 'from a backup')
    await type(one, li, 2, 3, 'b')
    expect(said(one)).toEqual([words.goneAside('年报.xlsx.journal.0001')])
    expect(readFileSync(`${journalOf(one.path)}.0001`, 'utf8')).toBe('from a backup')
    expect((await afterKill(one)).column).toEqual(['a', 'b', undefined])
  })

  it('moved away before the first change', async () => {
    const one = await desk()
    renameSync(journalOf(one.path), `${one.path}.moved`)
    await type(one, li, 1, 3, 'a')
    expect(existsSync(`${one.path}.moved`)).toBe(true)
    expect((await afterKill(one)).column).toEqual(['a', undefined, undefined])
  })

  it('emptied: written anew from memory', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    truncateSync(journalOf(one.path), 0)
    await type(one, li, 2, 3, 'b')
    expect(said(one)).toEqual([words.goneAnew])
    expect((await afterKill(one)).column).toEqual(['a', 'b', undefined])
  })

  it('deleted again and again, with a save between', async () => {
    const one = await desk()
    for (const [at, value] of ['a', 'b', 'c'].entries()) {
      rmSync(journalOf(one.path))
      await type(one, li, at + 1, 3, value)
      if (at === 1) await one.office.save()
    }
    const { column, messages } = await afterKill(one)
    expect([column, messages]).toEqual([['a', 'b', 'c'], [storeWords.recovered(1)]])
    expect((await again(one.path)).office.trail(9)).toHaveLength(3)
  })
})
