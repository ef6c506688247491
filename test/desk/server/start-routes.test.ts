import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { cliWords } from '../../../src/words/cli'
import { ownName } from '../../../src/desk/server'
import { sourceProblems } from '../../../src/words/source-faults'
import { serverWords as words } from '../../../src/words/server'
import { tabNames } from '../../../src/words/tabs'
import { xlsxWords } from '../../../src/words/xlsx'
import type { HistoryEntry } from '../../../src/desk/protocol'
import type { OpenAnswer, RecentWorkbook, StartAnswer } from '../../../src/desk/start-protocol'
import { read } from '../../../src/intake'
import { paintedReport } from '../../support/painted-report'
import { pdfFile } from '../../support/pdf-file'
import { exampleBytes, io, Listening, openDesk, sheetOf, temporaryHome, Visitor } from './desk'
import type { TestDesk } from './desk'

const lastYearsReport = () => read(readFileSync(io.example('report-2023.json'), 'utf8'), 'json').report

const fileOf = (bytes: Uint8Array | string, name: string): File => new File([bytes], name)

function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

let desk: TestDesk
let editor: Visitor
let home: string
let bytes: Uint8Array

beforeAll(async () => {
  home = temporaryHome()
  bytes = await exampleBytes()
  desk = await openDesk({ home, clock: () => new Date('2025-01-09T02:00:00Z') })
  editor = await Visitor.enter(desk.port, desk.links.own)
})

const workbooks = (): string[] => readdirSync(join(home, 'workbooks')).filter((name) => name.endsWith('.xlsx'))

describe('opening', () => {
  it('puts what is handed in beside what is there, never over it', async () => {
    const opened: OpenAnswer[] = []
    while (opened.length < 2) {
      const { status, text } = await editor.send('/api/open', formOf({ file: fileOf(bytes, '我的年报.xlsx') }))
      expect(status).toBe(200)
      opened.push(JSON.parse(text) as OpenAnswer)
    }
    expect(opened.map(({ file }) => file)).toEqual(['我的年报.xlsx', '我的年报 (2).xlsx'])
    expect(workbooks()).toEqual(expect.arrayContaining(['我的年报.xlsx', '我的年报 (2).xlsx']))
  })

  it.each([
    ['../../outside.xlsx', 'outside.xlsx'],
    ['C:\\\\folder\\\\a:b*c.xlsx', 'abc.xlsx'],
    ['.hidden.xlsx', 'hidden.xlsx'],
    ['我\u202e的\u200b局\u2066.xlsx', '我的局.xlsx'],
    ['con.xlsx', '年报工作簿.xlsx'],
    ['.xlsx', '年报工作簿.xlsx'],
    [`${'长'.repeat(200)}.xlsx`, `${'长'.repeat(50)}.xlsx`],
  ])('keeps the name %p inside the folder', async (given, expected) => {
    const { text } = await editor.send('/api/open', formOf({ file: fileOf(bytes, given) }))
    const { file } = JSON.parse(text) as OpenAnswer
    expect(file.replace(/ \(\d\)/, '')).toBe(expected)
    expect(workbooks()).toContain(file)
  })

  it.each([
    ['another kind', fileOf('x', 'a.docx'), words.notXlsx],
    ['an empty file', fileOf('', 'a.xlsx'), words.emptyFile],
    ['no workbook at all', fileOf('not a workbook', 'a.xlsx'), xlsxWords.notZip],
  ])('refuses %s, keeps what is open, and leaves nothing behind', async (_, file, message) => {
    const [before, files] = [await editor.book(), workbooks()]
    const { status, text } = await editor.send('/api/open', formOf({ file }))
    expect([status, JSON.parse(text)]).toEqual([422, { message }])
    expect((await editor.book()).book).toEqual(before.book)
    expect(workbooks()).toEqual(files)
  })

  it.each<[string, () => Uint8Array]>([
    ['report-2023.json', () => readFileSync(io.example('report-2023.json'))],
    ['report-2023.pdf', () => pdfFile(paintedReport(lastYearsReport()))],
  ])('makes a new workbook with last year’s figures of %s', async (name, bytesOf) => {
    const lastYear = fileOf(bytesOf(), name)
    const { text } = await editor.send('/api/new', formOf({ unit: ' 示例局 ', year: '2024', lastYear }))
    const { title, message } = JSON.parse(text) as OpenAnswer
    expect(title).toBe('示例局2024年政府信息公开工作年度报告')
    expect(message).toContain('上年数据已带入')
    const book = await editor.book()
    expect(JSON.stringify(sheetOf(book, tabNames.basics).cells)).toContain('示例局')
    const log = Object.values(sheetOf(book, tabNames.log).cells).map(({ value }) => value)
    expect(log).toContain(message)
    expect(log).toEqual(expect.arrayContaining(['新建', name]))
  })

  it.each([
    ['no unit', { unit: ' ', year: '2024' }, words.unit],
    ['a year that is none', { unit: '局', year: '24' }, words.year],
    [
      'a last report that is none',
      { unit: '局', year: '2024', lastYear: fileOf('{"a":', '上年.json') },
      /^“上年\.json”：/,
    ],
    [
      'a last report of a kind that is not read',
      { unit: '局', year: '2024', lastYear: fileOf('PK\u0003\u0004OFD.xml', 'a.ofd') },
      cliWords.files.refused.ofd('a.ofd'),
    ],
    [
      'a last report that is no whole PDF',
      { unit: '局', year: '2024', lastYear: fileOf('%PDF-1.4', 'a.pdf') },
      cliWords.files.problem('a.pdf', sourceProblems.damaged),
    ],
  ])('makes none with %s', async (_, fields, message) => {
    const files = workbooks()
    const { status, text } = await editor.send('/api/new', formOf(fields))
    expect(status).toBe(422)
    expect(JSON.parse(text)).toEqual({ message: expect.stringMatching(message) })
    expect(workbooks()).toEqual(files)
  })

  it('lists what was opened, newest first, and opens it again; a path cannot be named', async () => {
    await editor.send('/api/open', formOf({ file: fileOf(bytes, '甲.xlsx') }))
    await editor.send('/api/open', formOf({ file: fileOf(bytes, '乙.xlsx') }))
    const recent = await editor.read<RecentWorkbook[]>('/api/recent')
    expect(recent.slice(0, 2).map(({ file, isMissing }) => [file, isMissing])).toEqual([
      ['乙.xlsx', false],
      ['甲.xlsx', false],
    ])
    expect(await editor.done<OpenAnswer>('/api/recent', { id: recent[1]?.id })).toMatchObject({ file: '甲.xlsx' })
    expect((await editor.post('/api/recent', { id: join(home, 'workbooks', '乙.xlsx') })).text).toContain(
      words.recentUnknown,
    )
  })

  it('says when a workbook was last changed, which opening it does not', async () => {
    const path = join(home, 'workbooks', '甲.xlsx')
    const then = new Date('2024-05-06T07:08:00Z')
    await editor.send('/api/open', formOf({ file: fileOf(bytes, '乙.xlsx') }))
    utimesSync(path, then, then)
    const id = (await editor.read<RecentWorkbook[]>('/api/recent')).find(({ file }) => file === '甲.xlsx')?.id
    await editor.done('/api/recent', { id })
    const time = async () => (await editor.read<RecentWorkbook[]>('/api/recent')).find((one) => one.id === id)?.time
    expect(await time()).toBe(then.toISOString())
    await editor.done('/api/edit', { sheet: 4, row: 7, column: 4, values: [[9]], base: (await editor.book()).seq })
    const [edited] = await editor.read<HistoryEntry[]>('/api/history?sheet=4&row=7&column=4')
    // Before the file is written: its own time is still that of before.
    expect([await time(), statSync(path).mtime]).toEqual([edited?.time, then])
    await editor.send('/api/open', formOf({ file: fileOf(bytes, '乙.xlsx') }))
    expect(statSync(path).mtime > then).toBe(true)
    expect(await time()).toBe(edited?.time)
    // What another program saves is a change as well.
    const later = new Date(Date.now() + 60_000)
    utimesSync(path, later, later)
    expect(await time()).toBe(later.toISOString())
  })

  it('opens the example that there is, with what was done in it', async () => {
    await editor.done('/api/example')
    const files = workbooks()
    const edit = { sheet: 4, row: 7, column: 4, values: [[77]], base: (await editor.book()).seq }
    await editor.done('/api/edit', edit)
    await editor.send('/api/open', formOf({ file: fileOf(bytes, '乙.xlsx') }))
    const before = workbooks()
    await editor.done('/api/example')
    expect([before.length > files.length, workbooks()]).toEqual([true, before])
    const { book } = await editor.book()
    expect(book.sheets.find(({ id }) => id === 4)?.cells['7,4']?.value).toBe(77)
  })

  it('tells of a workbook that has gone', async () => {
    const [gone] = (await editor.read<RecentWorkbook[]>('/api/recent')).filter(({ file }) => file === '乙.xlsx')
    for (const name of readdirSync(join(home, 'workbooks'))) {
      if (name.startsWith('乙')) rmSync(join(home, 'workbooks', name), { recursive: true })
    }
    const recent = await editor.read<RecentWorkbook[]>('/api/recent')
    expect(recent.find(({ id }) => id === gone?.id)?.isMissing).toBe(true)
    expect(JSON.parse((await editor.post('/api/recent', { id: gone?.id })).text)).toEqual({
      message: words.recentMissing('乙.xlsx'),
    })
  })

  it('is followed from its own first change, whatever the one before still writes about itself', async () => {
    const cell = { sheet: 4, row: 7, column: 4 }
    await editor.done('/api/edit', { ...cell, values: [[31]], base: (await editor.book()).seq })
    await editor.done('/api/example')
    const { seq } = await editor.book()
    const page = await Listening.open(editor, seq)
    await editor.done('/api/edit', { ...cell, values: [[32]], base: seq })
    const first = await page.next(({ type }) => type === 'patch' || type === 'workbook')
    expect(first).toMatchObject({ type: 'patch', seq: seq + 1, patch: { cells: { 4: { '7,4': { value: 32 } } } } })
    page.close()
  })

  it('tells every page, and writes nothing into a workbook that was not meant', async () => {
    const { seq } = await editor.book()
    const page = await Listening.open(editor, seq)
    const other = await Visitor.enter(desk.port, desk.links.own)
    await other.send('/api/open', formOf({ file: fileOf(bytes, '丙.xlsx') }))
    expect(await page.next(({ type }) => type === 'workbook')).toEqual({ type: 'workbook' })
    page.close()
    const edit = { sheet: 4, row: 7, column: 4, values: [[987]], base: seq }
    const late = await editor.post('/api/edit', edit)
    const refused = [409, { message: words.otherWorkbook, code: 'closed' }]
    expect([late.status, JSON.parse(late.text)]).toEqual(refused)
    for (const path of ['/workbook.xlsx', '/api/files', '/files/x']) {
      const { status, text } = await editor.get(path)
      expect([path, status, JSON.parse(text)]).toEqual([path, ...refused])
    }
    await editor.book()
    expect((await editor.get('/workbook.xlsx')).status).toBe(200)
    expect((await editor.post('/api/edit', edit)).status).toBe(200)
  })

  it('closes the workbook for all', async () => {
    expect((await editor.post('/api/close')).status).toBe(204)
    expect(await editor.read<StartAnswer>('/api/start')).not.toHaveProperty('open')
    for (const path of ['/api/book', '/workbook.xlsx', '/api/files']) {
      expect(JSON.parse((await editor.get(path)).text)).toEqual({ message: words.noWorkbook, code: 'closed' })
    }
    expect(workbooks().length).toBeGreaterThan(0)
  })

  it('is about the year that has ended', async () => {
    expect((await editor.read<StartAnswer>('/api/start')).year).toBe(2024)
  })
})

describe('the workbook that is open', () => {
  it('is told with who opened it and who else is in it', async () => {
    const shared = await openDesk({ isShared: true, home: temporaryHome() })
    const own = await Visitor.enter(shared.port, shared.links.own)
    const [link = ''] = shared.links.editor
    const guest = await Visitor.enter(shared.port, link.replace(/\/\/[^/]*/, `//127.0.0.1:${shared.port}`))
    await guest.done('/api/name', { name: '王某' })
    expect((await own.read<StartAnswer>('/api/start')).open).toMatchObject({ others: [] })
    expect((await own.read<StartAnswer>('/api/start')).open).not.toHaveProperty('by')
    const { seq } = await guest.book()
    const page = await Listening.open(guest, seq)
    await page.next(({ type }) => type === 'people')
    expect((await own.read<StartAnswer>('/api/start')).open?.others).toEqual(['王某'])
    expect((await guest.read<StartAnswer>('/api/start')).open?.others).toEqual([])
    await own.send('/api/new', formOf({ unit: '示例局', year: '2024' }))
    await page.next(({ type }) => type === 'workbook')
    page.close()
    const { open } = await guest.read<StartAnswer>('/api/start')
    expect(open).toEqual({
      title: expect.stringContaining('示例局'),
      file: expect.any(String),
      by: '李填报',
      others: [],
    })
  })

  it('is made for a unit whose name has signs of control, which are left out', async () => {
    const { status, text } = await editor.send('/api/new', formOf({ unit: '示\u0007例\u200b局', year: '2024' }))
    expect([status, (JSON.parse(text) as OpenAnswer).title]).toEqual([200, expect.stringMatching(/^示例局2024年/)])
    await editor.book()
  })
})

describe('starting', () => {
  it('opens the workbook named, and leaves the file with every edit', async () => {
    const path = join(temporaryHome(), '年报.xlsx')
    writeFileSync(path, bytes)
    const first = await openDesk({ workbook: path })
    const visitor = await Visitor.enter(first.port, first.links.own)
    const { seq } = await visitor.book()
    await visitor.done('/api/edit', { sheet: 4, row: 7, column: 4, values: [[4321]], base: seq })
    await first.close()
    const second = await openDesk({ workbook: path })
    const again = await Visitor.enter(second.port, second.links.own)
    expect(sheetOf(await again.book(), tabNames.table3).cells['7,4']?.value).toBe(4321)
    await second.close()
  })

  it('opens a workbook on one desk at a time', async () => {
    const path = join(temporaryHome(), '年报.xlsx')
    writeFileSync(path, bytes)
    const first = await openDesk({ workbook: path })
    await expect(openDesk({ workbook: path })).rejects.toThrow(/“年报\.xlsx”已经打开（李填报，电脑 .*不能同时再打开/)
    await first.close()
    const second = await openDesk({ workbook: path })
    expect(second.workbook).not.toBeNull()
    await second.close()
  })

  it('takes the next port where the wanted one is taken', async () => {
    const first = await openDesk()
    const second = await openDesk({ port: first.port })
    expect(second.port).toBeGreaterThan(first.port)
    expect(second.told).toContain(words.console.portTaken(first.port, second.port))
    await first.close()
    await second.close()
  })

  it('shows the start page when there were workbooks before', async () => {
    const folder = temporaryHome()
    const first = await openDesk({ home: folder })
    await first.close()
    const second = await openDesk({ home: folder })
    expect(second.workbook).toBeNull()
    const visitor = await Visitor.enter(second.port, second.links.own)
    expect((await visitor.read<StartAnswer>('/api/start')).recent).toHaveLength(1)
    await second.close()
  })

  it('needs the page', async () => {
    await expect(openDesk({ page: temporaryHome() })).rejects.toThrow(words.console.noPage)
  })

  const isRoot = process.getuid?.() === 0
  const itAsUser = isRoot || process.platform === 'win32' ? it.skip : it
  itAsUser('goes on without a place to write to, and says so', async () => {
    const folder = temporaryHome()
    mkdirSync(join(folder, 'home'))
    chmodSync(join(folder, 'home'), 0o500)
    const closed = await openDesk({ home: join(folder, 'home') })
    expect(closed.workbook).toBeNull()
    expect(closed.message).toContain('不能写入')
    expect(existsSync(join(folder, 'home', 'workbooks'))).toBe(false)
  })
})

describe('the name of the person at this machine', () => {
  it('is asked for where the account has none, kept for the next start, and no guest changes it', async () => {
    const own = temporaryHome()
    const first = await openDesk({ home: own, userName: '', isShared: true })
    const person = await Visitor.enter(first.port, first.links.own)
    expect((await person.read<StartAnswer>('/api/start')).name).toBeUndefined()
    expect((await person.get('/api/book')).status).toBe(403)
    expect(ownName(own)).toBeNull()
    await person.done('/api/name', { name: ' 张\u0000\ud800\uffff工 ' })
    const [link = ''] = first.links.editor
    const guest = await Visitor.enter(first.port, link.replace(/\/\/[^/]*/, `//127.0.0.1:${first.port}`))
    await guest.done('/api/name', { name: '王某' })
    expect(ownName(own)).toBe('张工')
    expect((await person.book()).me.name).toBe('张工')
  })
})
