import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Erased, ErasePreview, TakenVersion, Version, VersionDifferences } from '../../../src/desk/protocol'
import { diskWords } from '../../../src/words/disk'
import { tabNames } from '../../../src/words/tabs'
import { serverWords } from '../../../src/words/server'
import { versionWords } from '../../../src/words/versions'
import { Listening, openDesk, sheetOf, Visitor } from './desk'
import type { TestDesk } from './desk'

let desk: TestDesk
let editor: Visitor
let reviewer: Visitor

beforeAll(async () => {
  desk = await openDesk({ isShared: true })
  editor = await Visitor.enter(desk.port, desk.links.own)
  const [link = ''] = desk.links.reviewer
  reviewer = await Visitor.enter(desk.port, link.replace(/\/\/[^/]*/, `//127.0.0.1:${desk.port}`))
  await reviewer.done('/api/name', { name: '赵' })
  for (const one of [editor, reviewer]) await one.book()
})

async function versions(): Promise<Version[]> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await editor.read<Version[]>('/api/versions')
    if (found.length > 0) return found
    await new Promise((next) => setTimeout(next, 20))
  }
  throw new Error('no copy of the day')
}

describe('earlier versions', () => {
  it('are listed, compared and taken', async () => {
    const [version] = await versions()
    const name = version?.name ?? ''
    const answer = await editor.book()
    const sheet = sheetOf(answer, tabNames.table3).id
    await editor.done('/api/edit', { sheet, row: 12, column: 5, values: [[77]], base: answer.seq })
    const path = `/api/versions/differences?name=${encodeURIComponent(name)}`
    const found = await editor.read<VersionDifferences>(path)
    expect([found.count, found.tabs.map(({ tab }) => tab)]).toEqual([1, [tabNames.table3]])
    const taken = await editor.done<TakenVersion>('/api/versions/take', { name, base: found.seq })
    expect(taken.count).toBe(1)
    const again = await editor.post('/api/versions/take', { name, base: taken.seq })
    expect([again.status, again.text]).toEqual([422, JSON.stringify({ message: versionWords.same(taken.caption) })])
  })

  it('that cannot be read are one sentence, not a fault of the program', async () => {
    await versions()
    const folder = `${desk.workbook}.backups`
    renameSync(folder, `${folder}.away`)
    writeFileSync(folder, 'in its place')
    const answers = [await editor.get('/api/versions'), await editor.get('/api/erase')]
    rmSync(folder)
    renameSync(`${folder}.away`, folder)
    const told = JSON.stringify({ message: diskWords.notFolder(folder) })
    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [507, told],
      [507, told],
    ])
  })

  it.each([
    ['GET', '/api/versions'],
    ['GET', '/api/versions/differences?name=2025-01-06.xlsx'],
    ['POST', '/api/versions/take'],
    ['GET', '/api/erase'],
    ['POST', '/api/erase'],
  ])('are not for reviewers: %s %s', async (method, path) => {
    const { status, text } = method === 'GET' ? await reviewer.get(path) : await reviewer.post(path, { name: 'x' })
    expect([status, text]).toEqual([403, JSON.stringify({ message: serverWords.reviewerOnly, code: 'role' })])
  })

  it('are named, never found by a path', async () => {
    for (const name of ['../年报.xlsx', '/etc/passwd']) {
      expect((await editor.post('/api/versions/take', { name, base: 0 })).status).toBe(409)
    }
    for (const asked of [{ name: 'x'.repeat(256), base: 0 }, { name: 'x' }]) {
      expect((await editor.post('/api/versions/take', asked)).status).toBe(400)
    }
  })
})

it('erasing is told to all pages, which load anew, and nobody can go on from before', async () => {
  const { seq } = await editor.book()
  const listening = await Listening.open(editor, seq)
  const preview = await editor.read<ErasePreview>('/api/erase')
  const erased = await editor.done<Erased>('/api/erase')
  expect([erased.changes >= preview.changes, erased.left]).toEqual([true, []])
  await listening.next(({ type }) => type === 'workbook')
  const late = await editor.get(`/api/events?from=${seq}`)
  expect(late.text).toContain('event: workbook')
})
