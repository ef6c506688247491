import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { journalOf, StoreError } from '../../../src/desk/store'
import { storeWords as words } from '../../../src/words/store'
import { clock, entry, open, workbookFile } from './folder'
import { oldHead, oldKept, writeJournal } from './written'

const headOf = (path: string) => JSON.parse(readFileSync(journalOf(path), 'utf8').split('\n')[0] ?? '') as object

it('a new journal tells its format', async () => {
  const path = await workbookFile()
  const { store } = await open(path)
  await store.close()
  expect(headOf(path)).toMatchObject({ line: 'head', format: 2, n: 0, seq: 0 })
})

it('a journal from before formats had numbers is read, written in the present format, and goes on', async () => {
  const path = await workbookFile()
  const old = { line: 'entry', ...entry(1, 3, 'a') }
  const kept = oldKept([{ id: 'desk-file-1', name: '年报.docx', mimeType: 'application/x' }])
  writeJournal(path, [await oldHead(path), { ...old, seq: 1 }, { ...old, ...entry(2, 3, 'b'), seq: 2, kept }])
  const before = readFileSync(journalOf(path))
  const opened = await open(path)
  const values = () => ['1,3', '2,3', '3,3'].map((key) => opened.book.sheets[0]?.cells[key]?.value)
  expect([opened.messages, values()]).toEqual([[words.recovered(2)], ['a', 'b', undefined]])
  expect(opened.store.kept.files).toMatchObject([{ id: 'desk-file-1', name: '年报.docx', mimeType: 'application/x' }])
  expect(readFileSync(`${journalOf(path)}.0001`)).toEqual(before)
  await opened.store.append([entry(3, 3, 'c')])
  await opened.store.close()
  expect(headOf(path)).toMatchObject({ format: 2, journal: 'j', seq: 0 })
  const again = await open(path)
  expect([again.messages, again.store.seq]).toEqual([[words.recovered(3)], 3])
  expect(again.store.kept).toEqual(opened.store.kept)
  expect(again.store.trail(3).map(({ seq, who }) => [seq, who])).toEqual([3, 2, 1].map((seq) => [seq, '李']))
  await again.store.close()
})

it('a journal of a newer program is refused in one sentence, and all files stay as they are', async () => {
  const path = await workbookFile()
  writeJournal(path, [
    { ...(await oldHead(path)), format: 3 },
    { line: 'unknown', more: 1 },
  ])
  writeFileSync(join(dirname(path), '.年报.xlsx.1.tmp'), 'PK')
  const folder = dirname(path)
  const files = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')])
  const before = files()
  await expect(open(path)).rejects.toEqual(new StoreError(words.newerJournal('年报.xlsx')))
  expect(files()).toEqual(before)
  expect(before.map(([name]) => name)).toEqual(['.年报.xlsx.1.tmp', '年报.xlsx', '年报.xlsx.journal'])
})

it('of an old journal, in which each comment holds all comments, the new one holds what each changed', async () => {
  const path = await workbookFile()
  const remark = (text: string) => ({ who: '赵', time: clock().toISOString(), text })
  const thread = (id: string, ...texts: string[]) => {
    return { id, sheet: 0, row: 1, column: 1, resolved: false, entries: texts.map(remark) }
  }
  const all = [
    [thread('a', '一')],
    [thread('a', '一'), thread('b', '二')],
    [thread('a', '一', '三'), thread('b', '二')],
  ]
  const lines = all.map((comments, at) => {
    const about = { seq: at + 1, time: clock().toISOString(), who: '赵', kind: 'comment', what: '', by: 'zhao' }
    return { line: 'entry', ...about, cells: [], patch: { cells: {}, comments } }
  })
  writeJournal(path, [await oldHead(path), ...lines])
  const opened = await open(path)
  await opened.store.close()
  const patches = opened.store.latest(9).map(({ patch }) => patch)
  expect(opened.book.comments).toEqual(all[2])
  expect(patches).toEqual([
    { cells: {}, commentChanges: [{ id: 'a', comment: thread('a', '一') }] },
    { cells: {}, commentChanges: [{ id: 'b', comment: thread('b', '二') }] },
    { cells: {}, commentChanges: [{ id: 'a', left: 1, entries: [remark('三')] }] },
  ])
  const again = await open(path)
  expect(again.book.comments).toEqual(all[2])
  await again.store.close()
})
