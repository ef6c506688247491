/** A workbook whose file and journal are damaged: its dated copies are offered, by the start page and in the sentence. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Version } from '../../../src/desk/protocol'
import type { OpenAnswer, RecentWorkbook } from '../../../src/desk/start-protocol'
import { storeWords as words } from '../../../src/words/store'
import { versionWords } from '../../../src/words/versions'
import { openDesk, sheetOf, temporaryHome, Visitor } from './desk'

const clock = () => new Date('2025-01-09T02:00:00Z')
const COPY = '2025-01-09.xlsx'

/** Workbook with a dated copy, closed; a figure was typed after the copy was made. */
async function closed() {
  const home = temporaryHome()
  const first = await openDesk({ home, clock })
  const visitor = await Visitor.enter(first.port, first.links.own)
  const path = first.workbook ?? ''
  while (!existsSync(`${path}.backups/${COPY}`)) await new Promise((next) => setTimeout(next, 10))
  const { book, seq } = await visitor.book()
  const { id } = sheetOf({ book }, '三、依申请公开')
  await visitor.done('/api/edit', { id: 'e', sheet: id, row: 9, column: 5, values: [[77]], base: seq })
  await first.close()
  return { home, path }
}

async function again(home: string) {
  const desk = await openDesk({ home, clock })
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  const [recent] = await visitor.read<RecentWorkbook[]>('/api/recent')
  return { desk, visitor, id: recent?.id ?? '' }
}

describe('a workbook whose file and journal are damaged', () => {
  it('names its dated copies and how to take one, and is opened by one', async () => {
    const { home, path } = await closed()
    for (const end of ['', '.journal']) writeFileSync(`${path}${end}`, 'damaged')
    const { desk, visitor, id } = await again(home)
    const refused = await visitor.post('/api/recent', { id })
    const file = basename(path)
    const message = words.damaged(file) + words.copiesLeft(file, [COPY])
    expect([refused.status, JSON.parse(refused.text)]).toEqual([422, { message }])
    await expect(openDesk({ home, clock, workbook: path })).rejects.toThrow(message)
    const copies = await visitor.done<Version[]>('/api/recent/copies', { id })
    expect(copies).toEqual([{ name: COPY, caption: '2025-01-09' }])
    const { title } = await visitor.done<OpenAnswer>('/api/recent/copy', { id, name: COPY })
    expect([(await visitor.book()).book.title, title.length > 0]).toEqual([title, true])
    const aside = readdirSync(dirname(path)).filter((name) => /0001/.test(name))
    expect(aside.sort()).toEqual([file.replace('.xlsx', '.0001.xlsx'), `${file}.journal.0001`])
    for (const name of aside) expect(readFileSync(`${dirname(path)}/${name}`, 'utf8')).toBe('damaged')
    await desk.close()
  })

  it('is not opened by a copy that is damaged as well, and keeps its files', async () => {
    const { home, path } = await closed()
    for (const end of ['', '.journal', `.backups/${COPY}`]) writeFileSync(`${path}${end}`, 'damaged')
    const { desk, visitor, id } = await again(home)
    for (const name of [COPY, '2024-01-01.xlsx']) {
      const { status, text } = await visitor.post('/api/recent/copy', { id, name })
      expect([status, JSON.parse(text)]).toEqual([409, { message: words.copyDamaged(name) }])
    }
    expect(readFileSync(path, 'utf8')).toBe('damaged')
    await desk.close()
  })

  it('is opened itself where it can be, whatever copy was asked for; a damaged copy gets advice that fits', async () => {
    const { home, path } = await closed()
    const { desk, visitor, id } = await again(home)
    await visitor.done('/api/recent/copy', { id, name: COPY })
    const { id: sheet, cells } = sheetOf(await visitor.book(), '三、依申请公开')
    expect([typeof sheet, cells['9,5']?.value]).toEqual(['number', 77])
    const listed = await visitor.read<Version[]>('/api/versions')
    expect(listed.map(({ name }) => name)).toEqual([COPY])
    writeFileSync(`${path}.backups/${COPY}`, 'damaged')
    const { status, text } = await visitor.get(`/api/versions/differences?name=${COPY}`)
    expect([status, JSON.parse(text)]).toEqual([422, { message: versionWords.damaged('2025-01-09') }])
    await desk.close()
  })

  it('that is gone with its journal is opened by its copy', async () => {
    const { home, path } = await closed()
    for (const end of ['', '.journal']) rmSync(`${path}${end}`)
    const { desk, visitor, id } = await again(home)
    expect((await visitor.post('/api/recent', { id })).status).toBe(422)
    await visitor.done('/api/recent/copy', { id, name: COPY })
    expect(existsSync(path)).toBe(true)
    await desk.close()
  })
})
