import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { journalOf, openStore } from '../../../src/desk/store'
import { journalListWords as words, journalWords } from '../../../src/words/journal'
import { changeLine, halfSaved } from '../store/damage'
import { clock, entry, open, smallBook, workbookFile } from '../store/folder'
import { nianbao, temporaryFolder } from './command'

const folder = temporaryFolder()

it('lists who changed which cell, when, from what and to what, over all files of the journal', async () => {
  const path = await workbookFile()
  const opened = await openStore(path, { who: '王', clock, journalLimit: 10 })
  await opened.store.append([entry(1, 3, '甲')])
  await opened.store.save({
    book: () => smallBook({ C1: '甲' }),
    make: async () => readFileSync(path),
    inTurn: async (work) => work(),
  })
  await opened.store.append([entry(1, 3, '乙\n丙', '甲')])
  await opened.store.append([{ ...entry(1, 3, 0), kind: 'comment', what: '请核对', who: '赵（审核人）', cells: [] }])
  await opened.store.close()
  const expected = [
    '2026-01-05 10:00  李',
    '    表一!1,3：（空白） → 甲',
    '2026-01-05 10:00  李',
    '    表一!1,3：甲 → 乙⏎丙',
    '2026-01-05 10:00  赵（审核人）  批注：请核对',
    '',
  ]
  expect(await nianbao(['journal', path])).toEqual({ status: 0, out: expected.join('\n'), err: '' })
  expect((await nianbao(['journal', journalOf(path)])).out).toEqual(expected.slice(2).join('\n'))
})

it('masks columns whose heads say that they hold personal data, and numbers of persons anywhere', async () => {
  const path = await workbookFile(smallBook({ A1: '序号', B1: '申请人姓名', C1: '内容' }))
  const { store } = await open(path)
  await store.append([entry(2, 2, '张三')])
  await store.append([entry(2, 3, '电话 13912345678')])
  await store.close()
  const { out } = await nianbao(['journal', path])
  expect(out).toContain(words.cell('表一!2,2', words.blank, words.masked))
  expect(out).not.toContain('张三')
  expect(out).not.toContain('13912345678')
  expect(out).toMatch(/表一!2,3：（空白） → 电话 1\S*\*+\S*/)
})

it('verifies the chain: whole, then with a line gone', async () => {
  const path = await halfSaved()
  const before = readFileSync(journalOf(path))
  const whole = words.whole('年报.xlsx.journal', 4)
  expect(await nianbao(['journal', path, '--verify'])).toEqual({ status: 0, out: `${whole}\n`, err: '' })
  expect(readFileSync(journalOf(path))).toEqual(before)
  changeLine(path, '"value":"c"', () => null)
  const at = '2026-01-05 10:00 李'
  const told = [journalWords.lost(1, at, at), journalWords.lostCells(['表一!3,3'], 1)]
  const out = told.map((problem) => `${words.damaged('年报.xlsx.journal', problem)}\n`).join('')
  expect(await nianbao(['journal', path, '--verify'])).toEqual({ status: 1, out, err: '' })
})

it('holds the journal against what this computer noted: changes cut off its end, another journal in its place', async () => {
  const home = join(folder, 'home')
  const witnesses = join(home, 'witnesses')
  mkdirSync(witnesses, { recursive: true })
  const path = await workbookFile()
  const { store } = await openStore(path, { who: '王', clock, witnesses })
  for (const row of [1, 2, 3, 4]) await store.append([entry(row, 3, row)])
  const whole = readFileSync(journalOf(path), 'utf8')
  await store.close()
  const verify = () => nianbao(['journal', path, '--verify'], { NIANBAO_HOME: home })
  expect(await verify()).toMatchObject({ status: 0 })
  const lines = whole.split('\n')
  const first = lines.findIndex((line) => line.startsWith('{"line":"entry"'))
  writeFileSync(journalOf(path), `${lines.slice(0, first + 1).join('\n')}\n`)
  const at = '2026-01-05 10:00 李'
  const told = [journalWords.lostTail(3, at, at), journalWords.lostCells(['表一!2,3', '表一!3,3', '表一!4,3'], 3)]
  const out = told.map((problem) => `${words.damaged('年报.xlsx.journal', problem)}\n`).join('')
  expect(await verify()).toEqual({ status: 1, out, err: '' })
  const other = await workbookFile()
  await (await open(other)).store.close()
  copyFileSync(journalOf(other), journalOf(path))
  const swapped = await verify()
  expect([swapped.status, swapped.out]).toEqual([
    1,
    expect.stringContaining(journalWords.otherCopy('2026-01-05 10:00')),
  ])
})

it('says that a workbook has no journal', async () => {
  const path = join(folder, '没有.xlsx')
  writeFileSync(path, '')
  expect(await nianbao(['journal', path])).toEqual({ status: 2, out: '', err: `${words.none(path)}\n` })
})
