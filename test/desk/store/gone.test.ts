import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { journalOf } from '../../../src/desk/store'
import { journalWords as words } from '../../../src/words/journal'
import { storeWords } from '../../../src/words/store'
import { again, closeAll, desk, li, type } from '../office/desk'
import type { Desk } from '../office/desk'
import { newFolder, open } from './folder'

afterEach(closeAll)

/** One bit of what stands behind the sign. */
function flip(path: string, sign: string): void {
  const file = openSync(path, 'r+')
  const bytes = readFileSync(path)
  const place = bytes.indexOf(sign) + sign.length
  const changed = Buffer.from([(bytes[place] ?? 0) ^ 4])
  writeSync(file, changed, 0, 1, place)
  closeSync(file)
}

const said = ({ events }: Desk) => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []))

/** What a desk finds that is opened after this one was killed: its files as they are, without its lock. */
async function afterKill({ path }: Desk) {
  const copy = join(newFolder(), basename(path))
  for (const end of ['', '.journal']) copyFileSync(`${path}${end}`, `${copy}${end}`)
  const { book, messages, store } = await open(copy)
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
    expect(said(one)).toEqual([words.goneAnew(null)])
    expect((await afterKill(one)).column).toEqual(['a', 'b', undefined])
  })

  it('emptied, and another file in its place: that one is kept, and named', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    truncateSync(journalOf(one.path), 0)
    renameSync(journalOf(one.path), `${one.path}.moved`)
    writeFileSync(journalOf(one.path), 'another')
    await type(one, li, 2, 3, 'b')
    expect(said(one)).toEqual([words.goneAnew('年报.xlsx.journal.0001')])
    expect(readFileSync(`${journalOf(one.path)}.0001`, 'utf8')).toBe('another')
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
    await one.office.close()
    expect((await again(one.path)).office.trail(9).entries).toHaveLength(3)
  })
})

describe('a journal of which a bit has changed while it is open', () => {
  const altered = words.altered('年报.xlsx.journal.0001')

  /** Nothing waits for it: it is told some moments after the change that saw it. */
  async function untilSaid(one: Desk): Promise<void> {
    for (let tries = 0; tries < 200 && said(one).length === 0; tries++) await wait(10)
  }

  it('is written anew from memory after the next change, and said; the other is kept', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    flip(journalOf(one.path), '"value":"')
    await type(one, li, 2, 3, 'b')
    await untilSaid(one)
    expect(said(one)).toEqual([altered])
    const { column, messages } = await afterKill(one)
    expect([column, messages]).toEqual([['a', 'b', undefined], [storeWords.recovered(2)]])
    expect(one.office.history({ sheet: 0, row: 2, column: 3 })).toHaveLength(1)
  })

  it('is noticed by a save, also where the file’s time was put back', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    const { atime, mtime } = statSync(journalOf(one.path))
    flip(journalOf(one.path), '"value":"')
    utimesSync(journalOf(one.path), atime, mtime)
    await one.office.save()
    expect(said(one)).toEqual([altered])
    await type(one, li, 2, 3, 'b')
    expect((await afterKill(one)).column).toEqual(['a', 'b', undefined])
  })

  it('is noticed at the end', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    await one.office.save()
    flip(journalOf(one.path), '"value":"')
    await one.office.close()
    const { office } = await again(one.path)
    expect([office.messages, office.book.sheets[0]?.cells['1,3']?.value]).toEqual([[], 'a'])
  })

  it('is not said of a journal that was only touched', async () => {
    const one = await desk()
    await type(one, li, 1, 3, 'a')
    utimesSync(journalOf(one.path), new Date(), new Date())
    await type(one, li, 2, 3, 'b')
    await one.office.save()
    expect([said(one), existsSync(`${journalOf(one.path)}.0001`)]).toEqual([[], false])
  })
})
