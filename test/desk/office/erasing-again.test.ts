/** 清除历史 that stops on the way, at any step: a second time erases all that the first one has left. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it } from '@jest/globals'
import { Office } from '../../../src/desk/office/office'
import type { Changes } from '../../../src/desk/office/changes'
import { openStore } from '../../../src/desk/store'
import type { Store } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { clock, newFolder } from '../store/folder'
import { diskProblem, unsteadyDisk } from '../store/unsteady-disk'
import type { Unsteady } from '../store/unsteady-disk'
import { diskWords } from '../../../src/words/disk'
import { storeWords } from '../../../src/words/store'
import { eraseWords as words } from '../../../src/words/versions'
import { version } from '../support/template'
import { again, cellAt, closeAll, li } from './desk'
import { holding, textsIn, worked } from './secret'

afterEach(closeAll)

const steps = ['rename', 'remove', 'open', 'link']

interface Erasing {
  office: Office
  store: Store
  path: string
  unsteady: Unsteady
  /** Runs before each step of the erasing. */
  each: (happens: (step: number, path: string) => void) => void
}

/** @param folder with a workbook as `worked` leaves it */
async function opened(folder: string): Promise<Erasing> {
  const path = join(folder, '年报.xlsx')
  const unsteady = unsteadyDisk()
  const { store, book, messages } = await openStore(path, { who: '李', clock, disk: unsteady.disk })
  const office = new Office(
    { toXlsx: bookToXlsx, workbook: path, who: '李', version, restSeconds: 3600 },
    store,
    book,
    messages,
  )
  const each: Erasing['each'] = (happens) => {
    let step = 0
    unsteady.before = (name, file) => {
      if (steps.includes(name)) happens(++step, file)
    }
  }
  return { office, store, path, unsteady, each }
}

/** What a killed desk leaves: everything but its lock. */
function copied(folder: string): string {
  const copy = newFolder()
  for (const name of readdirSync(folder)) {
    if (!name.includes('.lock')) cpSync(join(folder, name), join(copy, name), { recursive: true })
  }
  return copy
}

async function template(): Promise<string> {
  const one = await worked()
  await one.office.close()
  return dirname(one.path)
}

it('the desk is killed at any step', async () => {
  const folder = await template()
  const one = await opened(folder)
  const killed: string[] = []
  one.each(() => {
    killed.push(copied(folder))
  })
  await one.office.erasing.erase(li)
  one.unsteady.before = () => undefined
  await one.office.close()
  expect(killed.length).toBeGreaterThan(8)
  for (const copy of killed) {
    const next = await again(join(copy, '年报.xlsx'))
    expect(cellAt(next, '30,3')?.value).toBe('已删除')
    expect(await next.office.erasing.erase(li)).toMatchObject({ left: [], unknown: [] })
    await next.office.close()
    expect(holding(await textsIn(copy))).toEqual([])
    expect(readdirSync(copy)).not.toContain('年报.0001.xlsx')
  }
})

it('the disk refuses any step', async () => {
  const folder = await template()
  let steps = Infinity
  for (let refused = 1; refused <= steps; refused++) {
    const copy = copied(folder)
    const one = await opened(copy)
    let last = 0
    one.each((step) => {
      last = step
      if (step === refused) throw diskProblem('EACCES')
    })
    const first = await one.office.erasing.erase(li).then(
      ({ left }) => left,
      ({ problem }: { problem: string }) => problem,
    )
    steps = last < refused ? 0 : Infinity
    one.unsteady.before = () => undefined
    const files = (await one.office.erasing.preview(li)).files
    if (Array.isArray(first)) expect(files).toEqual(expect.arrayContaining(first))
    else expect(first).toBe('failed')
    expect(await one.office.erasing.erase(li)).toMatchObject({ left: [] })
    await one.office.close()
    expect(holding(await textsIn(copy))).toEqual([])
    const next = await again(one.path)
    expect([next.office.messages, cellAt(next, '30,3')?.value]).toEqual([[], '已删除'])
    await next.office.close()
  }
})

it('is told as begun and not finished, at the next opening too; what another program saves between is its version', async () => {
  const folder = await template()
  const one = await opened(folder)
  let saves = 0
  one.each((_, path) => {
    // The second save: the journal is the new one, the file still names the old one.
    if (basename(path) === '年报.xlsx' && ++saves > 1) throw diskProblem('EBUSY')
  })
  const reason = storeWords.notSaved('年报.xlsx', diskWords.busy)
  const stopped = await one.office.erasing.erase(li)
  expect(stopped).toMatchObject({ changes: 4, unfinished: words.stopped(reason) })
  expect([stopped.left.includes('年报.0001.xlsx'), stopped.left.some((name) => name.includes('.journal.'))]).toEqual([
    true,
    true,
  ])
  // The history is gone already.
  expect(one.office.history({ sheet: 0, row: 30, column: 3 })).toEqual([])
  one.unsteady.before = () => undefined
  const copy = copied(folder)
  await one.office.close()
  const path = join(copy, '年报.xlsx')
  const book = await xlsxToBook(readFileSync(path))
  const [tab] = book.sheets
  if (tab) tab.cells['7,3'] = { value: 'outside' }
  writeFileSync(path, await bookToXlsx(book))
  const next = await again(path)
  expect([cellAt(next, '7,3')?.value, cellAt(next, '30,3')?.value]).toEqual(['outside', '已删除'])
  expect([next.office.beside, next.office.messages.at(-1)]).toEqual([null, words.leftOver])
  await next.office.erasing.erase(li)
  expect(holding(await textsIn(copy))).toEqual([])
})

it('a save or a rotation that is under way keeps its half-written file', async () => {
  const { office, store, path } = await opened(await template())
  const { changes } = office as unknown as { changes: Changes }
  const half = join(dirname(path), '.年报.xlsx.0a1b2c3d.tmp')
  const oldFiles = store.oldFiles.bind(store)
  let isThere = false
  store.oldFiles = async (isBegun) => {
    const found = await oldFiles(isBegun)
    void changes.alone(async () => {
      writeFileSync(half, 'PK')
      await wait(100)
      isThere = existsSync(half)
    })
    return found
  }
  await office.erasing.erase(li)
  expect([isThere, existsSync(half)]).toEqual([true, false])
  await office.close()
})
