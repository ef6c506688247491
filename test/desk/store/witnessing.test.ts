/** The witness is on the disk when that is said, and one that could not be written is written later. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { openStore } from '../../../src/desk/store'
import { realDisk } from '../../../src/desk/store/disk'
import { readWitness } from '../../../src/desk/store/marks'
import { clock, entry, newFolder, workbookFile } from './folder'
import { diskProblem, unsteadyDisk } from './unsteady-disk'

async function opened() {
  const [path, witnesses, unsteady] = [await workbookFile(), newFolder(), unsteadyDisk()]
  const { store } = await openStore(path, { who: '王', clock, disk: unsteady.disk, witnesses })
  const seq = () => readWitness(realDisk, witnesses, path)?.seq
  return { store, unsteady, seq, isWitness: (file: string) => file.startsWith(witnesses) }
}

it('one that the disk refused is written when it is asked for again, with nothing changed since', async () => {
  const { store, unsteady, seq, isWitness } = await opened()
  await store.append([entry(1, 3, 'x')])
  unsteady.before = (_, file) => {
    if (isWitness(file)) throw diskProblem('ENOSPC')
  }
  await store.witness()
  expect(seq()).toBe(0)
  unsteady.before = () => undefined
  await store.witness()
  expect(seq()).toBe(1)
  await store.close()
})

it('one that was written behind a change is flushed when that is wanted, once', async () => {
  const { store, unsteady, seq, isWitness } = await opened()
  let flushed = 0
  unsteady.before = (name, file) => {
    if (name === 'flush' && isWitness(file)) flushed += 1
  }
  await store.append([entry(1, 3, 'x')])
  for (let tries = 0; tries < 100 && seq() !== 1; tries++) await wait(50)
  expect([seq(), flushed]).toEqual([1, 0])
  await store.witness()
  await store.witness()
  expect(flushed).toBe(1)
  await store.close()
})
