/** What is on the disk is acknowledged, whatever the disk answers after it. */
import { rmSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { journalOf, openStore } from '../../../src/desk/store'
import { clock, entry, open, workbookFile } from './folder'
import { diskProblem, unsteadyDisk } from './unsteady-disk'

/** A change during which the journal's facts are asked for; `at` the call of that number something happens. */
async function disturbed(at: number, happens: (journal: string) => void) {
  const path = await workbookFile()
  const unsteady = unsteadyDisk()
  const { store } = await openStore(path, { who: '王', clock, disk: unsteady.disk })
  let calls = 0
  unsteady.before = (name, file) => {
    if (name !== 'facts' || file !== journalOf(path)) return
    calls += 1
    if (calls === at) happens(file)
  }
  const isKept = await store.append([entry(1, 3, 'first')]).then(
    () => true,
    () => false,
  )
  unsteady.before = () => undefined
  await store.append([entry(2, 3, 'second')])
  await store.close()
  const next = await open(path)
  const values = ['1,3', '2,3'].map((key) => next.book.sheets[0]?.cells[key]?.value)
  const trail = next.store.trail(9).map(({ seq }) => seq)
  await next.store.close()
  return { isKept, values, trail, calls }
}

it.each([2, 3])('a change after whose flush the disk does not answer counts, once (call %i)', async (at) => {
  const { isKept, values, trail } = await disturbed(at, () => {
    throw diskProblem('ESTALE')
  })
  expect([isKept, values, trail]).toEqual([true, ['first', 'second'], [2, 1]])
})

it('a change before which the disk does not answer is refused, and in no file', async () => {
  const { isKept, values, trail } = await disturbed(1, () => {
    throw diskProblem('ESTALE')
  })
  expect([isKept, values, trail]).toEqual([false, [undefined, 'second'], [1]])
})

it.each([2, 3])('a journal that is deleted around the flush takes no change with it (call %i)', async (at) => {
  const { isKept, values, trail } = await disturbed(at, (journal) => rmSync(journal))
  expect([isKept, values, trail]).toEqual([true, ['first', 'second'], [2, 1]])
})
