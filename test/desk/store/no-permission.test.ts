/** A folder or a file that this user may not use (EACCES). Who runs tests as root never sees it: the disk's answer is put in. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { journalOf, openStore, StoreError } from '../../../src/desk/store'
import { diskWords } from '../../../src/words/disk'
import { storeWords as words } from '../../../src/words/store'
import { halfSaved, valueAt } from './damage'
import { clock, entry, newFolder, open, save, smallBook, workbookFile } from './folder'
import { diskProblem, unsteadyDisk } from './unsteady-disk'

const rows = ['1,3', '2,3', '3,3', '4,3']

it('any step of the opening is refused: one sentence says so, and nothing is lost', async () => {
  const path = await halfSaved()
  const copy = join(newFolder(), basename(path))
  const before = [path, journalOf(path)].map((file) => readFileSync(file))
  const reasons = new Set<string>()
  for (let [refused, steps] = [1, Infinity]; refused <= steps; refused++) {
    for (const end of ['', '.journal']) copyFileSync(`${path}${end}`, `${copy}${end}`)
    const unsteady = unsteadyDisk()
    let step = 0
    unsteady.before = () => {
      step += 1
      if (step === refused) throw diskProblem('EACCES')
    }
    const opened = await openStore(copy, { who: '王', clock, disk: unsteady.disk }).catch((error: unknown) => error)
    if (step < refused) steps = 0
    if (opened instanceof Error) {
      expect(opened).toBeInstanceOf(StoreError)
      reasons.add(opened.message)
      expect([copy, journalOf(copy)].map((file) => readFileSync(file))).toEqual(before)
    } else await (opened as Awaited<ReturnType<typeof openStore>>).store.close()
    const next = await open(copy)
    expect(rows.map((key) => valueAt(next.book, key))).toEqual(['a', 'b', 'c', 'd'])
    await next.store.close()
    expect(readdirSync(dirname(copy)).filter((name) => name.includes('.lock') || name.endsWith('.tmp'))).toEqual([])
  }
  expect([...reasons]).toEqual([words.cannotLock('年报.xlsx', diskWords.noRight)])
})

it('the right to the folder is taken away while the workbook is open: refused in words, no trace, and it goes on after', async () => {
  const path = await workbookFile()
  const unsteady = unsteadyDisk()
  const { store, book } = await openStore(path, { who: '王', clock, disk: unsteady.disk })
  await store.append([entry(1, 3, 'kept')])
  unsteady.before = () => {
    throw diskProblem('EACCES')
  }
  await expect(store.append([entry(2, 3, 'refused')])).rejects.toThrow(words.notKept(diskWords.noRight))
  await expect(save(store, book)).rejects.toThrow(words.notSaved('年报.xlsx', diskWords.noRight))
  unsteady.before = () => undefined
  await store.append([entry(3, 3, 'after')])
  await save(store, smallBook({ A1: 1, B1: '=A1*2', C1: 'kept', C3: 'after' }))
  await store.close()
  const again = await open(path)
  expect([again.messages, rows.slice(0, 3).map((key) => valueAt(again.book, key)), again.store.seq]).toEqual([
    [],
    ['kept', undefined, 'after'],
    2,
  ])
  await again.store.close()
})
