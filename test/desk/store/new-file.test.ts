/** A journal's new file that cannot be begun: the old one goes on, and no second name of it is left each time. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, it } from '@jest/globals'
import { journalOf, openStore } from '../../../src/desk/store'
import { Journal } from '../../../src/desk/store/journal'
import { nothingErased } from '../../../src/desk/store/lines'
import { diskWords } from '../../../src/words/disk'
import { journalWords as words } from '../../../src/words/journal'
import { clock, entry, open, save, smallBook, workbookFile } from './folder'
import { diskProblem, unsteadyDisk } from './unsteady-disk'
import type { Unsteady } from './unsteady-disk'

const archives = (path: string) =>
  readdirSync(dirname(path)).filter((name) => /^\d+$/.test(name.slice(basename(journalOf(path)).length + 1)))

/** No file can take the journal's place. */
function refuseNew({ unsteady, path }: { unsteady: Unsteady; path: string }): void {
  unsteady.before = (name, file) => {
    if (name === 'rename' && file === journalOf(path)) throw diskProblem('ENOSPC')
  }
}

it('at a rotation: the save counts, it is told once, and goes on with the next one', async () => {
  const [path, unsteady] = [await workbookFile(), unsteadyDisk()]
  const { store, book } = await openStore(path, { who: '王', clock, disk: unsteady.disk, journalLimit: 10 })
  const told: string[] = []
  store.keepBy({
    book: () => book,
    notice: (text) => told.push(text),
    fileGone: () => undefined,
    inTurn: async (work) => work(),
  })
  refuseNew({ unsteady, path })
  for (let row = 1; row <= 3; row++) {
    await store.append([entry(row, 3, 'x')])
    await save(store, book)
  }
  expect([store.isBehind, archives(path), told]).toEqual([false, [], [words.notContinued(diskWords.full)]])
  unsteady.before = () => undefined
  await store.append([entry(4, 3, 'x')])
  await save(store, book)
  expect(archives(path)).toHaveLength(1)
  expect(store.trail(9)).toHaveLength(4)
  await store.close()
})

it('of one that was changed by others, and of a damaged one at opening', async () => {
  const [path, unsteady] = [await workbookFile(), unsteadyDisk()]
  const { store, book } = await openStore(path, { who: '王', clock, disk: unsteady.disk })
  store.keepBy({ book: () => book, notice: () => undefined, fileGone: () => undefined, inTurn: async (work) => work() })
  await store.append([entry(1, 3, 'abcdef')])
  await store.append([entry(2, 3, 'y')])
  const damaged = readFileSync(journalOf(path), 'latin1').replace('"value":"abcdef"', '"value":"a????f"')
  writeFileSync(journalOf(path), damaged, 'latin1')
  refuseNew({ unsteady, path })
  for (let tries = 0; tries < 3; tries++) await expect(save(store, book)).rejects.toThrow(diskWords.full)
  expect(archives(path)).toEqual([])
  await store.close()
  for (let tries = 0; tries < 3; tries++) {
    await expect(openStore(path, { who: '王', clock, disk: unsteady.disk })).rejects.toThrow(diskWords.full)
  }
  expect(archives(path)).toEqual([])
  const next = await open(path)
  expect(archives(path)).toHaveLength(1)
  await next.store.close()
})

it('who touches the journal while it is read is seen at the next look', async () => {
  const [path, unsteady] = [await workbookFile(), unsteadyDisk()]
  const beginning = { journal: 'j', seq: 0, saves: [], book: smallBook(), kept: { files: [] }, previous: '' }
  const journal = await Journal.start(unsteady.disk, path, { ...beginning, erased: nothingErased })
  utimesSync(journalOf(path), new Date(), new Date(1))
  expect(journal.look()).toBe(true)
  unsteady.afterRead = () => utimesSync(journalOf(path), new Date(), new Date(2))
  expect(await journal.isIntact()).toBe(true)
  expect(journal.look()).toBe(true)
  unsteady.afterRead = () => undefined
  expect([await journal.isIntact(), journal.look()]).toEqual([true, false])
  await journal.close()
})
