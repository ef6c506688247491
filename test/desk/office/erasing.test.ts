/** 清除历史: nothing of what was erased is left in any file of the workbook, nor in what the desk remembers. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { OfficeError } from '../../../src/desk/office'
import { Office } from '../../../src/desk/office/office'
import { journalOf, openStore } from '../../../src/desk/store'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { journalWords } from '../../../src/words/journal'
import { officeWords } from '../../../src/words/office'
import { tabNames } from '../../../src/words/tabs'
import { eraseWords as words } from '../../../src/words/versions'
import { newFolder, smallBook } from '../store/folder'
import { journalText } from '../store/written'
import { figure, filledBook, tabOf, version } from '../support/template'
import { again, cellAt, closeAll, desk, li, type, typeFigure, wang, zhao } from './desk'
import type { Desk } from './desk'
import { Held } from './held'
import { holding, SECRET, textsIn, worked } from './secret'

afterEach(closeAll)

it('what is erased is in no file any more, and cannot be had back', async () => {
  const one = await worked()
  const folder = dirname(one.path)
  expect(holding(await textsIn(folder)).length).toBeGreaterThanOrEqual(3)
  const { changes, files } = await one.office.erasing.preview(li)
  expect(changes).toBe(4)
  expect(files).toContain('年报.0001.xlsx')
  expect(files.filter((name) => name.startsWith('年报.xlsx.backups'))).toHaveLength(2)
  expect(await one.office.erasing.erase(li)).toEqual({ changes, left: [], unknown: [] })
  const live = await textsIn(folder, one.witnesses)
  expect(holding(live)).toEqual([])
  expect(Object.keys(live)).not.toContain('年报.0001.xlsx')
  expect(one.office.history({ sheet: 0, row: 30, column: 3 })).toEqual([])
  expect(JSON.stringify([one.office.patches(2000), one.office.trail(200)])).not.toContain(SECRET)
  expect(one.office.trail(9).entries).toMatchObject([{ who: '李', what: words.logged.event, cells: [] }])
  await expect(one.office.undo(li)).rejects.toThrow(officeWords.nothingToUndo)
  // What stands now stays, and the day has its copy again.
  expect(cellAt(one, '30,3')?.value).toBe('已删除')
  expect(await one.office.versions.list()).toHaveLength(1)
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
  writeFileSync(one.path, await bookToXlsx({ ...smallBook({ A1: 'other' }), title: '另一个单位' }))
  await expect(one.office.erasing.erase(li)).rejects.toMatchObject({ problem: 'failed' })
  expect(readFileSync(journalOf(one.path)).subarray(0, journal.length)).toEqual(journal)
})

it('an archive of another workbook, or of which nothing tells, is named and stays; one without tags goes where its head names us', async () => {
  const one = await worked()
  const { journal } = JSON.parse(readFileSync(journalOf(one.path), 'utf8').split('\n')[0] ?? '') as { journal: string }
  const at = (number: string) => `${journalOf(one.path)}.${number}`
  writeFileSync(at('0901'), 'nothing that can be read\n')
  writeFileSync(
    at('0902'),
    journalText([{ line: 'head', journal: 'of another', seq: 0, book: smallBook(), saves: [] }]),
  )
  writeFileSync(at('0903'), journalText([{ line: 'head', journal, seq: 0, book: smallBook(), saves: [] }]))
  const { files, unknown } = await one.office.erasing.preview(li)
  const nameOf = (number: string) => basename(at(number))
  expect([unknown, files.includes(nameOf('0902')), files.includes(nameOf('0903'))]).toEqual([
    [nameOf('0901'), nameOf('0902')],
    false,
    true,
  ])
  expect(await one.office.erasing.erase(li)).toMatchObject({ left: [], unknown: [nameOf('0901'), nameOf('0902')] })
  expect(['0901', '0902', '0903'].map((number) => existsSync(at(number)))).toEqual([true, true, false])
})

it('workbooks beside it that cannot be read, tell nothing or are another’s are named before and after, and stay', async () => {
  const one = await worked()
  const at = (name: string) => join(dirname(one.path), name)
  // Cut short, as after a full disk; saved by another program without its mark; of another workbook; a person's copy.
  writeFileSync(at('年报.0901.xlsx'), readFileSync(one.path).subarray(0, 3000))
  writeFileSync(at('年报.0902.xlsx'), await bookToXlsx(smallBook({ A1: SECRET })))
  const other = await desk()
  await type(other, li, 5, 3, 'x')
  await other.office.close()
  writeFileSync(at('年报.0903.xlsx'), readFileSync(other.path))
  const mine = join('年报.xlsx.backups', '2025-01-06 副本.xlsx')
  writeFileSync(at(mine), 'PK')
  // Copies of days: damaged, and without a mark.
  const daily = ['2020-01-06', '2020-01-07'].map((day) => join('年报.xlsx.backups', `${day}.xlsx`))
  writeFileSync(at(daily[0] ?? ''), `damaged ${SECRET}`)
  writeFileSync(at(daily[1] ?? ''), await bookToXlsx(smallBook({ A1: SECRET })))
  const { files, unknown, changes } = await one.office.erasing.preview(li)
  const unread = [...daily, mine, '年报.0901.xlsx', '年报.0902.xlsx', '年报.0903.xlsx']
  expect(unknown).toEqual(unread)
  expect([files.includes('年报.0001.xlsx'), files.filter((name) => daily.includes(name))]).toEqual([true, []])
  expect(words.question(changes, files, unknown)).toContain(`请自行查看：${unread.join('、')}。`)
  expect(await one.office.erasing.erase(li)).toMatchObject({ left: [], unknown: unread })
  // Only what people were told to look at may still hold it.
  expect(holding(await textsIn(dirname(one.path))).sort()).toEqual([
    '2020-01-06.xlsx',
    '2020-01-07.xlsx',
    '年报.0902.xlsx',
  ])
  expect(unread.filter((name) => !existsSync(at(name)))).toEqual([])
})

it('the day’s copy that is damaged is not written over: it gets another name, by which it is named', async () => {
  const one = await worked()
  const folder = `${one.path}.backups`
  const [today = ''] = readdirSync(folder)
    .filter((name) => /^[\d-]{10}\.xlsx$/.test(name))
    .sort()
    .reverse()
  writeFileSync(join(folder, today), `damaged ${SECRET}`)
  const named = join('年报.xlsx.backups', today.replace('.xlsx', '.0001.xlsx'))
  expect(await one.office.erasing.erase(li)).toMatchObject({ left: [], unknown: [named] })
  expect(readFileSync(join(dirname(one.path), named), 'utf8')).toBe(`damaged ${SECRET}`)
  expect((await one.office.versions.list()).map(({ name }) => name)).toEqual([today])
})

it('a copy that is being made meanwhile is waited for: it holds what was before', async () => {
  const files = new Held()
  const one = await desk(smallBook(), { toXlsx: files.toXlsx })
  await one.office.versions.whenIdle()
  rmSync(`${one.path}.backups`, { recursive: true })
  await type(one, li, 30, 3, SECRET)
  const held = files.next()
  one.office.keepVersion()
  await held
  await type(one, li, 30, 3, '已删除')
  const erased = one.office.erasing.erase(li)
  await type(one, li, 31, 3, 'x')
  files.goOn()
  await erased
  await one.office.versions.whenIdle()
  expect(holding(await textsIn(dirname(one.path)))).toEqual([])
  expect(await one.office.versions.list()).toHaveLength(1)
})

it('counts what people did since the last time, not what the program did for itself', async () => {
  const one = await desk(filledBook())
  await one.office.run(li, { functionName: 'checkWorkbook' })
  await typeFigure(one, li, 'table3.received.naturalPerson', 99)
  await one.office.comment(zhao, { do: 'comment', text: '"by":"",', sheet: 0, row: 1, column: 1 })
  expect(one.office.seq).toBeGreaterThan(3)
  expect(await one.office.erasing.preview(li)).toMatchObject({ changes: 3 })
  expect(await one.office.erasing.erase(li)).toMatchObject({ changes: 3 })
  expect(await one.office.erasing.preview(li)).toMatchObject({ changes: 0 })
  await typeFigure(one, li, 'table3.received.naturalPerson', 98)
  expect(await one.office.erasing.erase(li)).toMatchObject({ changes: 1 })
})

it('what was told at opening, and a run that waits for an answer, are forgotten', async () => {
  const made = await desk(filledBook(figure('table4.review.total', 9)))
  await made.office.close()
  const { store, book } = await openStore(made.path, { who: '李', clock: () => new Date() })
  const told = journalWords.doubt('表一!C30', '已删除', SECRET)
  const about = { toXlsx: bookToXlsx, workbook: made.path, who: '李', version, restSeconds: 3600 }
  const office = new Office(about, store, book, [told])
  const { question, run } = await office.run(li, { functionName: 'restoreTotals', arguments: [] })
  expect([office.messages, question]).toEqual([[told], expect.anything()])
  await office.erasing.erase(li)
  expect(office.messages).toEqual([])
  const answer = office.run(li, { functionName: 'restoreTotals', run, answer: { button: 'YES' } })
  await expect(answer).rejects.toMatchObject({ problem: 'conflict' })
  await office.close()
})

it('while people never stop typing nothing is erased, and the reason is said', async () => {
  let isTyping = false
  let row = 0
  const one: Desk = await desk(smallBook(), {
    async toXlsx(book) {
      const bytes = await bookToXlsx(book)
      if (isTyping) await type(one, wang, ++row, 4, 'more')
      return bytes
    },
  })
  await one.office.versions.whenIdle()
  isTyping = true
  await type(one, li, 30, 3, 'x')
  await expect(one.office.erasing.erase(li)).rejects.toEqual(new OfficeError('conflict', words.busy))
  isTyping = false
  expect([one.office.erasedAt, one.office.history({ sheet: 0, row: 30, column: 3 })]).toMatchObject([0, [{ to: 'x' }]])
})

describe('an edit that a browser has kept from before', () => {
  const edit = (one: { office: { seq: number } }, value: string, base = one.office.seq) => {
    return { id: 'kept', sheet: 0, row: 5, column: 3, values: [[value]], base }
  }

  it('counts once when it is sent again, after another opening too', async () => {
    const one = await desk()
    const first = await one.office.edit(li, edit(one, 'mine'))
    await one.office.erasing.erase(li)
    await type(one, wang, 5, 3, 'newer')
    expect(await one.office.edit(li, edit(one, 'mine', 0))).toEqual({ seq: first.seq })
    await one.office.close()
    const next = await again(one.path)
    expect(await next.office.edit(li, edit(one, 'mine', 0))).toEqual({ seq: first.seq })
    expect(cellAt(next, '5,3')?.value).toBe('newer')
    await next.office.erasing.erase(li)
    expect(await next.office.edit(li, edit(one, 'mine', 0))).toEqual({ seq: first.seq })
  })

  it('and was not sent yet is asked about, until its author has seen what stands', async () => {
    const one = await desk()
    const base = one.office.seq
    await type(one, wang, 5, 3, 'theirs')
    await one.office.erasing.erase(wang)
    const asked = one.office.edit(li, edit(one, 'mine', base))
    await expect(asked).rejects.toMatchObject({
      newer: [{ cell: '表一!C5', value: 'theirs', who: officeWords.someone }],
      seq: one.office.seq,
    })
    expect(cellAt(one, '5,3')?.value).toBe('theirs')
    await one.office.close()
    const next = await again(one.path)
    await expect(next.office.edit(li, edit(one, 'mine', base))).rejects.toMatchObject({ problem: 'conflict' })
    await next.office.edit(li, edit(next, 'mine'))
    expect(cellAt(next, '5,3')?.value).toBe('mine')
  })
})
