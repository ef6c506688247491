/** A journal that cannot be read for a moment: what is refused leaves no trace, and nothing counts twice. */
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import { newFolder, smallBook } from '../store/folder'
import { again, cellAt, closeAll, desk, li, type, wang } from './desk'

afterEach(closeAll)

async function inFolder() {
  const top = newFolder()
  const [folder, away] = [join(top, 'in'), join(top, 'away')]
  mkdirSync(folder)
  const one = await desk(smallBook(), {}, folder)
  await one.office.versions.whenIdle()
  const whileAway = async (work: () => Promise<unknown>): Promise<void> => {
    renameSync(folder, away)
    try {
      await work()
    } finally {
      renameSync(away, folder)
    }
  }
  return { one, whileAway }
}

it('an edit that is refused after it was typed is not in the workbook either', async () => {
  const { one, whileAway } = await inFolder()
  await type(one, wang, 1, 3, 5)
  await one.office.close()
  const two = await again(one.path)
  const { seq } = two.office
  await whileAway(() => expect(type(two, li, 1, 3, 777, 0)).rejects.toThrow())
  expect([cellAt(two, '1,3')?.value, two.office.seq]).toEqual([5, seq])
  await type(two, wang, 2, 3, 1)
  expect(cellAt(two, '1,3')?.value).toBe(5)
})

it('an edit that is sent again counts once, also where the first reading of the journal failed', async () => {
  const { one, whileAway } = await inFolder()
  const first = { sheet: 0, row: 1, column: 3, values: [[5]], base: 0, id: 'x' }
  const { seq } = await one.office.edit(li, first)
  await one.office.edit(li, { ...first, id: 'y', values: [[6]], base: seq })
  await one.office.close()
  const two = await again(one.path)
  const before = two.office.seq
  await whileAway(() => expect(two.office.edit(li, first)).rejects.toThrow())
  expect(await two.office.edit(li, first)).toEqual({ seq })
  expect([cellAt(two, '1,3')?.value, two.office.seq]).toEqual([6, before])
})
