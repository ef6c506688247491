/** 清除历史: nothing of what was erased is left in any file of the workbook, nor in what the desk remembers. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { afterEach, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { journalOf } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { officeWords } from '../../../src/words/office'
import { tabNames } from '../../../src/words/tabs'
import { eraseWords as words } from '../../../src/words/versions'
import { newFolder, smallBook } from '../store/folder'
import { filledBook, tabOf } from '../support/template'
import { again, cellAt, closeAll, desk, li, type, typeFigure, zhao } from './desk'
import type { Desk } from './desk'

afterEach(closeAll)

const SECRET = '张三 110101199003070011'

/** Every file below the folders, as text; workbooks unpacked. */
async function textsIn(...folders: string[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      const isWorkbook = extname(entry.name) === '.xlsx'
      texts[entry.name] = isWorkbook ? JSON.stringify(await xlsxToBook(bytes)) : bytes.toString('utf8')
    }
  }
  return texts
}

const holding = (texts: Record<string, string>): string[] =>
  Object.keys(texts).filter((name) => texts[name]?.includes(SECRET))

interface Worked extends Desk {
  witnesses: string
}

/** A name was typed, saved, copied and typed over, over two files of the journal and a copy of the day. */
async function worked(): Promise<Worked> {
  const witnesses = newFolder()
  const options = { witnesses, journalLimit: 10 }
  const first = await desk(smallBook(), options)
  await type(first, li, 30, 3, SECRET)
  await first.office.save()
  const older = readFileSync(first.path)
  await type(first, li, 31, 3, 'x')
  await first.office.save()
  // An older one put over it: a copy stays beside.
  writeFileSync(first.path, older)
  await type(first, li, 32, 3, 'y')
  await first.office.save()
  await first.office.versions.keep(false)
  await type(first, li, 30, 3, '已删除')
  await first.office.close()
  const one = await again(first.path, options)
  return { ...one, witnesses }
}

it('what is erased is in no file any more, and cannot be had back', async () => {
  const one = await worked()
  const folder = dirname(one.path)
  expect(holding(await textsIn(folder)).length).toBeGreaterThanOrEqual(3)
  const { changes, files } = await one.office.erasing.preview(li)
  expect(changes).toBe(one.office.seq)
  expect(files).toContain('年报.0001.xlsx')
  expect(files.filter((name) => name.startsWith('年报.xlsx.backups'))).toHaveLength(2)
  expect(await one.office.erasing.erase(li)).toEqual({ changes, left: [] })
  const live = await textsIn(folder, one.witnesses)
  expect(holding(live)).toEqual([])
  expect(Object.keys(live)).not.toContain('年报.0001.xlsx')
  expect(one.office.history({ sheet: 0, row: 30, column: 3 })).toEqual([])
  expect(JSON.stringify([one.office.patches(2000), one.office.trail(200)])).not.toContain(SECRET)
  expect(one.office.trail(9).entries).toMatchObject([{ who: '李', what: words.logged.event, cells: [] }])
  await expect(one.office.undo(li)).rejects.toThrow(officeWords.nothingToUndo)
  // What stands now stays, and the day has its copy again.
  expect(cellAt(one, '30,3')?.value).toBe('已删除')
  expect(one.office.versions.list()).toHaveLength(1)
})

it('goes on afterwards: edits, kills and openings find a whole journal', async () => {
  const one = await worked()
  await one.office.erasing.erase(li)
  await type(one, li, 33, 3, 'after')
  const copy = join(newFolder(), basename(one.path))
  for (const end of ['', '.journal']) writeFileSync(`${copy}${end}`, readFileSync(`${one.path}${end}`))
  const killed = await again(copy)
  expect([cellAt(killed, '33,3')?.value, cellAt(killed, '30,3')?.value]).toEqual(['after', '已删除'])
  await one.office.close()
  const next = await again(one.path, { witnesses: one.witnesses })
  expect([next.office.messages, cellAt(next, '33,3')?.value]).toEqual([[], 'after'])
  expect(holding(await textsIn(dirname(one.path), one.witnesses))).toEqual([])
})

it('is one line in 流程记录, with how many changes there were', async () => {
  const one = await desk(filledBook())
  await typeFigure(one, li, 'table3.received.naturalPerson', 99)
  const { changes } = await one.office.erasing.erase(li)
  const log = Object.values(tabOf(one.office.book, tabNames.log).cells).map(({ value }) => value)
  expect(log.filter((value) => value === words.logged.event)).toHaveLength(1)
  expect(log).toContain(words.logged.detail(changes))
  const file = await xlsxToBook(readFileSync(one.path))
  expect(Object.values(tabOf(file, tabNames.log).cells).map(({ value }) => value)).toContain(
    words.logged.detail(changes),
  )
})

it('is refused to reviewers, and where the file cannot be written; then nothing is erased', async () => {
  const one = await worked()
  await expect(one.office.erasing.erase(zhao)).rejects.toEqual(new OfficeError('forbidden', officeWords.reviewer))
  const journal = readFileSync(journalOf(one.path))
  writeFileSync(one.path, await bookToXlsx(smallBook({ A1: 'other' })))
  await expect(one.office.erasing.erase(li)).rejects.toMatchObject({ problem: 'failed' })
  expect(readFileSync(journalOf(one.path)).subarray(0, journal.length)).toEqual(journal)
})
