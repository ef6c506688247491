import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { tabNames } from '../../../src/words/tabs'
import { newBook, unpackCells } from '../../../src/desk/book'
import { workbookBytes } from '../../../src/desk/cli/workbook'
import type {
  BookAnswer,
  EditAnswer,
  FileLink,
  HistoryEntry,
  RunAnswer,
  TabAnswer,
  TrailAnswer,
  TextAnswer,
} from '../../../src/desk/protocol'
import type { StartAnswer } from '../../../src/desk/start-protocol'
import { documentOf, toText } from '../../../src/document'
import type { Report } from '../../../src/report'
import { officeWords } from '../../../src/words/office'
import { serverWords as words } from '../../../src/words/server'
import { paintedReport } from '../../support/painted-report'
import { pdfFile } from '../../support/pdf-file'
import { ask, Listening, openDesk, sheetOf, temporaryHome, Visitor } from './desk'
import type { TestDesk } from './desk'

let desk: TestDesk
let editor: Visitor
let reviewer: Visitor
let sheet: number

/** An input cell of table 3. */
const cell = { row: 7, column: 4 }

beforeAll(async () => {
  desk = await openDesk({ isShared: true })
  editor = await Visitor.enter(desk.port, desk.links.own)
  const [link = desk.links.own] = desk.links.reviewer
  reviewer = await Visitor.enter(desk.port, link.replace(/\/\/[^/]*/, `//127.0.0.1:${desk.port}`))
  await reviewer.done('/api/name', { name: '王审核' })
  sheet = sheetOf(await editor.book(), tabNames.table3).id
})

/** Number of the last change, once the marks are renewed that follow an edit by a moment. */
async function settled(): Promise<number> {
  const { seq } = await editor.book()
  await wait(100)
  return (await editor.book()).seq === seq ? seq : settled()
}

let before = 0
afterEach(async () => {
  if ((await editor.get('/api/book')).text.includes(`"seq":${before},`)) return
  before = await settled()
})

describe('the open workbook', () => {
  it('is the example on the very first start', async () => {
    const start = await editor.read<StartAnswer>('/api/start')
    expect(start).toMatchObject({ role: 'editor', name: '李填报', isShared: true, version: '1.2.3', canMakePdf: false })
    expect(start.open?.title).toBe('示例街道办事处2024年政府信息公开工作年度报告')
    expect(start.recent).toHaveLength(1)
    const { book, menus, me } = await editor.book()
    expect(book.sheets.map(({ name }) => name)).toContain(tabNames.table3)
    expect(menus[0]?.items.map(({ functionName }) => functionName)).toContain('checkWorkbook')
    expect(me).toMatchObject({ name: '李填报', role: 'editor' })
  })

  it('gives each of eight people a colour of their own, which stays', async () => {
    const others = await Promise.all(Array.from({ length: 6 }, () => Visitor.enter(desk.port, desk.links.own)))
    const coloursOf = async () => {
      const colours: string[] = []
      for (const one of [editor, reviewer, ...others]) colours.push((await one.book()).me.colour)
      return colours
    }
    const colours = await coloursOf()
    expect(new Set(colours).size).toBe(8)
    expect(await coloursOf()).toEqual(colours)
  })

  it('takes an edit, tells every page, and keeps what was there before', async () => {
    const { seq } = await editor.book()
    const other = await Listening.open(reviewer, seq)
    const before = sheetOf(await editor.book(), tabNames.table3).cells[`${cell.row},${cell.column}`]?.value
    const answer = await editor.done<EditAnswer>('/api/edit', { sheet, ...cell, values: [[41]], base: seq })
    expect(answer.seq).toBe(seq + 1)
    const told = await other.next(({ type }) => type === 'patch')
    expect(told).toMatchObject({ seq: answer.seq, patch: { cells: { [sheet]: { '7,4': { value: 41 } } } } })
    other.close()
    const [last] = await reviewer.read<HistoryEntry[]>(
      `/api/history?sheet=${sheet}&row=${cell.row}&column=${cell.column}`,
    )
    expect(last).toMatchObject({ who: '李填报', kind: 'edit', from: before, to: 41 })
  })

  it('tells all that was done, a page at a time, with no more cells than a page shows', async () => {
    const { seq } = await editor.book()
    const values = Array.from({ length: 20 }, () => [11, 12, 13])
    await editor.done('/api/edit', { sheet, ...cell, values, base: seq })
    for (const value of [21, 22]) await editor.done('/api/edit', { sheet, ...cell, values: [[value]], base: seq })
    const latest = await reviewer.read<TrailAnswer>('/api/trail?limit=2')
    expect(latest.entries.map(({ seq: at, who, kind, cells }) => [at, who, kind, cells[0]?.to])).toEqual([
      [seq + 3, '李填报', 'edit', 22],
      [seq + 2, '李填报', 'edit', 21],
    ])
    expect(latest.isMore).toBe(true)
    const earlier = await reviewer.read<TrailAnswer>(`/api/trail?limit=200&before=${seq + 2}`)
    expect(earlier.entries[0]).toMatchObject({ seq: seq + 1, left: 10 })
    expect(earlier.entries[0]?.cells).toHaveLength(50)
    expect(earlier.isMore).toBe(false)
    const refused = ['limit=0', 'limit=201', 'limit=x', 'before=-1'].map((query) => editor.get(`/api/trail?${query}`))
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([400, 400, 400, 400])
  })

  it('tells what a command did to the form, in its words, and nothing that the program writes for itself', async () => {
    const { seq } = await editor.book()
    const value = 77
    await editor.done('/api/edit', { sheet, ...cell, values: [[value]], base: seq, isRestored: true })
    await editor.done('/api/run', { functionName: 'checkWorkbook' })
    const { entries } = await reviewer.read<TrailAnswer>(`/api/trail?limit=2`)
    expect(
      entries.map(({ kind, what, cells, left }) => ({ kind, what, left, cells: cells.map(({ label }) => label) })),
    ).toEqual([
      { kind: 'run', what: '校验', left: 0, cells: [] },
      {
        kind: 'edit',
        what: '恢复',
        left: 0,
        cells: ['三、依申请公开 “一、本年新收政府信息公开申请数量”·自然人'],
      },
    ])
    const { entries: all } = await reviewer.read<TrailAnswer>('/api/trail?limit=200')
    expect(all.filter(({ who }) => who === '')).toEqual([])
    expect(all.flatMap(({ cells }) => cells).filter(({ cell: at }) => /^(?:校验结果|流程记录)!/.test(at))).toEqual([])
  })

  it('shows the findings to who may only look, as they are now, and writes nothing', async () => {
    const { seq, book } = await editor.book()
    const { html } = await reviewer.read<{ html: string }>('/api/findings')
    expect(html).toMatch(/^<!DOCTYPE html>/)
    await editor.done('/api/edit', { sheet, ...cell, values: [['若干']], base: seq })
    const edited = await settled()
    const after = await reviewer.read<{ html: string }>('/api/findings')
    expect([html.includes('填的是“若干”'), after.html.includes('填的是“若干”')]).toEqual([false, true])
    expect((await editor.book()).seq).toBe(edited)
    expect(book.sheets.map(({ name }) => name)).toContain(tabNames.findings)
  })

  it('goes on with the events after a number, and says when that is too long ago', async () => {
    const { seq } = await editor.book()
    for (const value of [1, 2, 3]) await editor.done('/api/edit', { sheet, ...cell, values: [[value]], base: seq })
    const resumed = await Listening.open(editor, seq + 1)
    expect(await resumed.next(({ type }) => type === 'patch')).toMatchObject({ seq: seq + 2 })
    expect(await resumed.next(({ type }) => type === 'patch')).toMatchObject({ seq: seq + 3 })
    resumed.close()
    const lost = await Listening.open(editor, seq + 1000)
    expect(await lost.next(() => true)).toEqual({ type: 'workbook' })
  })

  it('leaves the cells of a large tab out, and gives them when they are asked for', async () => {
    const large = newBook('大表', '长表')
    const [tab] = large.sheets
    if (!tab) throw new Error('no tab')
    tab.rows = 2100
    for (let row = 1; row <= 2100; row++)
      for (let column = 1; column <= 4; column++) tab.cells[`${row},${column}`] = { value: row * column }
    const example = { title: '大表', bytes: await workbookBytes(large) }
    const other = await openDesk({ exampleWorkbook: () => Promise.resolve(example) })
    const visitor = await Visitor.enter(other.port, other.links.own)
    const { book, later, seq } = await visitor.read<BookAnswer>('/api/book?tabs=demand')
    expect([later, book.sheets.map(({ cells }) => Object.keys(cells).length)]).toEqual([[tab.id], [0]])
    const edit = { sheet: tab.id, row: 2, column: 3, values: [['改']], base: seq }
    await visitor.done('/api/edit', edit)
    const answer = await visitor.read<TabAnswer>(`/api/tab?sheet=${tab.id}`)
    const cells = unpackCells(answer.cells)
    expect([answer.seq, answer.sheet.name, Object.keys(cells).length]).toEqual([seq + 1, '长表', 8400])
    expect([cells['2,3']?.value, cells['2100,4']?.value]).toEqual(['改', 8400])
    expect((await visitor.book()).book.sheets[0]?.cells['2100,4']?.value).toBe(8400)
    expect((await visitor.get('/api/tab?sheet=99')).status).toBe(404)
  })

  it('tells who is there, and where, until the page is closed', async () => {
    const { seq, me } = await editor.book()
    const own = await Listening.open(editor, seq)
    const other = await Listening.open(reviewer, seq)
    const names = (event: { people?: unknown }) => (event.people as { name: string }[]).map(({ name }) => name)
    await own.next((event) => event.type === 'people' && names(event).includes('王审核'))
    await reviewer.post('/api/here', { sheet, row: 3, column: 2 })
    const at = await own.next((event) => event.type === 'people' && JSON.stringify(event.people).includes('"row":3'))
    expect(names(at)).toEqual(['李填报', '王审核'])
    other.close()
    const left = await own.next((event) => event.type === 'people' && !names(event).includes('王审核'))
    expect(left['people']).toEqual([expect.objectContaining({ id: me.id })])
    own.close()
  })

  it.each([
    ['no place', '/api/edit', { values: [[1]], base: 0 }],
    ['a row 0', '/api/edit', { sheet: 0, row: 0, column: 1, values: [[1]], base: 0 }],
    ['values that are no rows', '/api/edit', { sheet: 0, row: 1, column: 1, values: [1], base: 0 }],
    ['an object in a cell', '/api/edit', { sheet: 0, row: 1, column: 1, values: [[{}]], base: 0 }],
    [
      'more than 200 further blocks',
      '/api/edit',
      {
        sheet: 0,
        row: 1,
        column: 1,
        values: [[1]],
        base: 0,
        more: new Array(201).fill({ sheet: 0, row: 2, column: 1, values: [[1]] }),
      },
    ],
    ['no base', '/api/edit', { sheet: 0, row: 1, column: 1, values: [[1]] }],
    ['a private function', '/api/run', { functionName: 'secret_' }],
    ['code instead of a name', '/api/run', { functionName: 'a();b' }],
    ['no function', '/api/run', {}],
    ['arguments that are no list', '/api/run', { functionName: 'applyRepair', arguments: 'x' }],
    ['a button that is none', '/api/run', { functionName: 'restoreTotals', run: 'x', answer: { button: 'MAYBE' } }],
    ['a list of answers', '/api/run', { functionName: 'restoreTotals', run: 'x', answer: [{ button: 'YES' }] }],
    ['a comment without text', '/api/comment', { do: 'comment', sheet: 0, row: 1, column: 1 }],
    ['a text of a novel', '/api/text', { sheet: 0, row: 5, column: 2, text: '字'.repeat(50_001) }],
    ['a name that is none', '/api/name', { name: 7 }],
    ['a list', '/api/here', []],
  ])('refuses %s', async (_, path, body) => {
    const { status, text } = await editor.post(path, body)
    expect([status, text]).toEqual([400, JSON.stringify({ message: words.badRequest })])
  })

  it('refuses what is no JSON, not declared as JSON, or too large', async () => {
    const send = (body: string, type: string) =>
      ask(desk.port, '/api/edit', { method: 'POST', headers: { ...editor.headers, 'content-type': type }, body })
    expect((await send('{"sheet":', 'application/json')).status).toBe(400)
    expect((await send('{}', 'text/plain')).status).toBe(400)
    const large = await send(JSON.stringify('x'.repeat(5 * 1024 * 1024)), 'application/json')
    expect([large.status, large.text]).toEqual([413, JSON.stringify({ message: words.tooLarge(4) })])
  })

  it('has no history of a place that the workbook does not have', async () => {
    const outside = await editor.get(`/api/history?sheet=${sheet}&row=100000&column=1`)
    expect([outside.status, outside.text]).toEqual([422, expect.stringContaining('超出了表格的范围')])
    expect((await editor.get('/api/history?sheet=999&row=1&column=1')).status).toBe(409)
  })

  it.each(['DELETE', 'OPTIONS', 'PUT', 'PATCH', 'TRACE', 'PROPFIND'])('has nothing for %s', async (method) => {
    for (const path of ['/', '/api/edit', '/api/book', '/workbook.xlsx', '/files/x']) {
      const { status, text } = await ask(desk.port, path, { method, headers: editor.headers })
      expect([path, status, text]).toEqual([path, 404, JSON.stringify({ message: words.notFound })])
    }
  })

  it('sends the book compressed as the browser takes it', async () => {
    const answers = async (accepted: string, open: (bytes: Buffer) => Buffer) => {
      const headers = { ...editor.headers, 'accept-encoding': accepted }
      const answer = await ask(desk.port, '/api/book', { headers })
      return {
        encoding: answer.headers['content-encoding'],
        text: open(answer.body).toString(),
        vary: answer.headers.vary,
      }
    }
    const { text } = await editor.get('/api/book')
    expect(await answers('gzip, deflate, br', brotliDecompressSync)).toEqual({
      encoding: 'br',
      text,
      vary: 'accept-encoding',
    })
    expect(await answers('gzip, br;q=0', gunzipSync)).toMatchObject({ encoding: 'gzip', text })
    expect(await answers('identity', (bytes) => bytes)).toMatchObject({ encoding: undefined, text })
  })

  it('refuses what does not say how long it is', async () => {
    const headers = { ...editor.headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const { status, text } = await ask(desk.port, '/api/edit', { method: 'POST', headers, body: '{}' })
    expect([status, text]).toEqual([411, JSON.stringify({ message: words.noLength })])
  })

  it('refuses what the workbook does not take, with the reason, and stays as it was', async () => {
    const { seq } = await editor.book()
    const { status, text } = await editor.post('/api/edit', { sheet, row: 50_000, column: 1, values: [[5]], base: seq })
    expect(status).toBe(422)
    expect(text).toContain(officeWords.outside(0, 0).slice(0, 5))
    expect((await editor.book()).seq).toBe(seq)
    expect((await editor.post('/api/edit', { sheet: 99, ...cell, values: [[5]], base: seq })).status).toBe(409)
  })

  describe('a file that is handed to an import', () => {
    const hand = (source: object, functionName = 'previewImport') =>
      editor.post('/api/run', { functionName, arguments: [{ into: 'lastYear', source, choices: [], ticks: [] }] })
    const base64 = (path: string) => readFileSync(path).toString('base64')

    it('is read as the command line reads it, and given to the command as a report', async () => {
      const content = base64('examples/report-2023.json')
      const { value } = JSON.parse((await hand({ name: 'a/上年.json', kind: 'file', content })).text) as RunAnswer
      expect(value).toMatchObject({
        source: { name: 'a/上年.json', report: { year: 2023 } },
        preview: { into: 'lastYear' },
      })
    })

    it('may be a PDF', async () => {
      const report = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
      const content = Buffer.from(pdfFile(paintedReport(report))).toString('base64')
      const { value } = JSON.parse((await hand({ name: '上年.pdf', kind: 'pdf', content })).text) as RunAnswer
      expect(value).toMatchObject({ source: { name: '上年.pdf', report: { figures: report.figures } } })
    })

    it.each([
      ['坏.xlsx', 'PK', /^“坏\.xlsx”：/],
      ['..', 'PK', /^“file”：/],
      ['空.docx', '', /^“空\.docx”是空的/],
    ])('is refused with its name: %s', async (name, bytes, message) => {
      const { status, text } = await hand({ name, kind: 'file', content: Buffer.from(bytes).toString('base64') })
      expect(status).toBe(422)
      expect((JSON.parse(text) as { message: string }).message).toMatch(message)
    })

    it('goes to no other command, and text goes to the command as it is', async () => {
      const other = await hand({ name: 'a.xlsx', kind: 'xlsx', content: 'UEs=' }, 'applyImport')
      expect([other.status, (JSON.parse(other.text) as { message: string }).message]).toEqual([
        422,
        officeWords.badArguments('applyImport'),
      ])
      const text = JSON.parse((await hand({ name: 'a.txt', kind: 'text', content: '通知' })).text) as RunAnswer
      expect(text.error).toMatch(/^a\.txt：/)
    })

    it('may be larger than other requests', async () => {
      const { status, text } = await hand({ name: 'a.txt', kind: 'text', content: 'x'.repeat(5 * 1024 * 1024) })
      expect([status, (JSON.parse(text) as { message: string }).message]).toEqual([
        422,
        expect.stringMatching(/^a\.txt：/),
      ])
    })

    it('is read while others go on typing', async () => {
      const report = JSON.parse(readFileSync('test/fixtures/clean-report.json', 'utf8')) as Report
      const content = toText(documentOf(report)).repeat(60)
      const done: string[] = []
      const handing = hand({ name: '长.txt', kind: 'text', content }).then(({ text }) => {
        done.push('read')
        return (JSON.parse(text) as RunAnswer).value
      })
      const { seq } = await editor.book()
      await editor.done('/api/edit', { sheet, ...cell, values: [[31]], base: seq })
      done.push('typed')
      expect(await handing).toMatchObject({ source: { name: '长.txt', report: { year: report.year } } })
      expect(done).toEqual(['typed', 'read'])
      await editor.done('/api/undo')
    })
  })

  it.each([
    ['a label', { row: 7, column: 3, values: [['x']], isConfirmed: true }, officeWords.lockedLabel('')],
    ['a total', { row: 7, column: 10, values: [[9]] }, officeWords.lockedTotal],
    ['a block over totals', { row: 7, column: 9, values: [[1, 2]], isConfirmed: true }, officeWords.lockedTotal],
  ])('keeps the lock on %s', async (_, edit, message) => {
    const { seq } = await editor.book()
    const { status, text } = await editor.post('/api/edit', { sheet, ...edit, base: seq })
    expect([status, text]).toEqual([422, JSON.stringify({ message })])
    expect((await editor.book()).seq).toBe(seq)
  })

  it('writes over a total for who was asked', async () => {
    const { seq } = await editor.book()
    const edit = { sheet, row: 7, column: 10, values: [['9']], isConfirmed: true, base: seq }
    await editor.done('/api/edit', edit)
    expect(sheetOf(await editor.book(), tabNames.table3).cells['7,10']?.value).toBe(9)
    expect((await editor.post('/api/edit', { ...edit, isConfirmed: 'yes' })).status).toBe(400)
    await editor.done('/api/undo')
    expect(sheetOf(await editor.book(), tabNames.table3).cells['7,10']?.formula).toMatch(/^=/)
  })

  it('takes an edit back and makes it again', async () => {
    const { seq } = await editor.book()
    await editor.done('/api/edit', { sheet, ...cell, values: [[77]], base: seq })
    await editor.done('/api/undo')
    expect(sheetOf(await editor.book(), tabNames.table3).cells['7,4']?.value).toBe(3)
    await editor.done('/api/redo')
    expect(sheetOf(await editor.book(), tabNames.table3).cells['7,4']?.value).toBe(77)
    await editor.done('/api/undo')
  })
})

describe('two editors in one cell', () => {
  it('are both told, and nobody else', async () => {
    const second = await Visitor.enter(desk.port, desk.links.own)
    const { seq } = await editor.book()
    const pages = [await Listening.open(editor, seq), await Listening.open(reviewer, seq)]
    const edit = { sheet, row: 8, column: 4, base: seq }
    await editor.done('/api/edit', { ...edit, values: [[51]] })
    const { overwrote } = await second.done<EditAnswer>('/api/edit', { ...edit, values: [[52]] })
    expect(overwrote?.map(({ value }) => value)).toEqual([51])
    const last = await editor.done<EditAnswer>('/api/edit', { ...edit, row: 9, values: [[53]] })
    const told = await Promise.all(
      pages.map((page) => page.next((event) => event.type === 'overwritten' || event.seq === last.seq)),
    )
    expect(told).toMatchObject([
      { type: 'overwritten', was: 51, now: 52 },
      { type: 'patch', seq: last.seq },
    ])
    for (const page of pages) page.close()
  })
})

describe('a reviewer', () => {
  const forbidden = [
    '/api/edit',
    '/api/run',
    '/api/undo',
    '/api/redo',
    '/api/recent',
    '/api/example',
    '/api/close',
    '/api/open',
    '/api/new',
  ]
  it.each(forbidden)('may not POST %s', async (path) => {
    const before = await editor.book()
    const { status, text } = await reviewer.post(path, {
      sheet,
      ...cell,
      values: [[1]],
      base: 0,
      functionName: 'checkWorkbook',
    })
    expect([status, text]).toEqual([403, JSON.stringify({ message: words.reviewerOnly, code: 'role' })])
    expect((await editor.book()).seq).toBe(before.seq)
  })

  it('sees no other workbooks and no menus', async () => {
    expect((await reviewer.read<StartAnswer>('/api/start')).recent).toEqual([])
    expect((await reviewer.get('/api/recent')).status).toBe(403)
    expect((await reviewer.book()).menus).toEqual([])
  })

  it('reads, comments and downloads', async () => {
    await reviewer.done('/api/comment', { do: 'comment', sheet, ...cell, text: '请核对' })
    const [comment] = (await editor.book()).comments
    expect(comment).toMatchObject({
      sheet,
      ...cell,
      resolved: false,
      entries: [{ who: '王审核（审核人）', text: '请核对' }],
    })
    await editor.done('/api/comment', { do: 'reply', id: comment?.id, text: '已核对' })
    await reviewer.done('/api/comment', { do: 'resolve', id: comment?.id, resolved: true })
    expect((await editor.book()).comments[0]).toMatchObject({ resolved: true, entries: [{}, { text: '已核对' }] })
    expect((await reviewer.get('/workbook.xlsx')).body.subarray(0, 2).toString()).toBe('PK')
  })

  it('sees the findings as they are now, with nothing to press but the ways to the cells, and changes nothing', async () => {
    const before = await reviewer.book()
    const { html } = await reviewer.read<{ html: string }>('/api/findings')
    expect(html).toContain(tabNames.table3)
    const called = new Set([...html.matchAll(/data-call="(\w+)"/g)].map(([, name]) => name))
    expect([...called]).toEqual(['goToCell'])
    expect(await reviewer.book()).toEqual(before)
  })

  it('has a text checked without changing anything', async () => {
    const before = await reviewer.book()
    const overview = sheetOf(before, tabNames.overview).id
    const request = { sheet: overview, row: 5, column: 2, text: '新收【没有这一项】件。' }
    const answer = await reviewer.done<TextAnswer>('/api/text', request)
    expect(answer.findings.map(({ quote }) => quote)).toContain('【没有这一项】')
    expect((await reviewer.post('/api/text', { ...request, sheet: 9999 })).status).toBe(409)
    expect(await reviewer.book()).toEqual(before)
  })

  it('gives a name first', async () => {
    const [link = ''] = desk.links.reviewer
    const guest = await Visitor.enter(desk.port, link)
    expect(await guest.read('/api/start')).not.toHaveProperty('name')
    for (const path of ['/api/book', '/api/events?from=0', '/workbook.xlsx', '/files/x']) {
      expect(JSON.parse((await guest.get(path)).text)).toEqual({ message: words.needName, code: 'name' })
    }
    for (const name of ['', '  ', '\u3164', '\u115f\u1160', '\u2800', '\uffa0 ', '名'.repeat(31)])
      expect((await guest.post('/api/name', { name })).status).toBe(422)
    expect(await guest.done('/api/name', { name: ' 赵 ' })).toMatchObject({ name: '赵', role: 'reviewer' })
    expect((await guest.get('/api/book')).status).toBe(200)
  })
})

describe('a run', () => {
  it('asks, and goes on when it is answered; its documents can be had by all', async () => {
    const first = await editor.done<RunAnswer>('/api/run', { functionName: 'generateReport' })
    expect(first.question?.buttons).toBe('YES_NO')
    const answer = { functionName: 'generateReport', run: first.run, answer: { button: 'YES' } }
    const done = await editor.done<RunAnswer>('/api/run', answer)
    expect([done.run, done.question]).toEqual([first.run, undefined])
    const { status, text } = await editor.post('/api/run', answer)
    expect([status, JSON.parse(text)]).toEqual([409, { message: officeWords.questionGone('生成年度报告') }])
    const files = await reviewer.read<FileLink[]>('/api/files')
    const docx = files.find(({ name }) => name.endsWith('.docx'))
    expect(done.files.map(({ id }) => id)).toContain(docx?.id)
    const { headers, body } = await reviewer.get(`/files/${docx?.id}`)
    expect(body).toHaveLength(docx?.size ?? 0)
    expect(headers['content-disposition']).toBe(
      `attachment; filename="report.docx"; filename*=UTF-8''${encodeURIComponent(docx?.name ?? '')}`,
    )
    const html = files.find(({ name }) => name.endsWith('.html'))
    const shown = await reviewer.get(`/files/${html?.id}`)
    expect(shown.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' })
    expect(shown.headers['content-disposition']).toMatch(/^inline/)
    expect(shown.headers['content-security-policy']).toMatch(/sandbox(?!.*allow-scripts)/)
    expect((await reviewer.get(`/files/${docx?.id}?as=pdf`)).text).toContain(words.noPdf)
  })

  it.each([
    ['a command that is none', { functionName: 'onOpen' }, officeWords.noCommand('onOpen')],
    [
      'arguments that do not fit',
      { functionName: 'applyRepair', arguments: [7] },
      officeWords.badArguments('applyRepair'),
    ],
  ])('is refused with one sentence: %s', async (_, request, message) => {
    const { seq } = await editor.book()
    const { status, text } = await editor.post('/api/run', request)
    expect([status, JSON.parse(text)]).toEqual([422, { message }])
    expect((await editor.book()).seq).toBe(seq)
  })

  it('has no address to be run ahead of a click', async () => {
    expect((await editor.post('/api/ahead', { functionName: 'checkWorkbook' })).status).toBe(404)
  })

  it('shows what it says to who ran it only', async () => {
    const { seq } = await editor.book()
    const [own, other] = await Promise.all([Listening.open(editor, seq), Listening.open(reviewer, seq)])
    await editor.done('/api/run', { functionName: 'checkWorkbook' })
    const isFinished = ({ type, state }: { type: string; state?: unknown }) => type === 'run' && state === 'finished'
    expect((await own.next(isFinished))['toasts']).not.toEqual([])
    expect(await other.next(isFinished)).toMatchObject({ toasts: [], dialogs: [], notices: [] })
    own.close()
    other.close()
  })
})

describe('after a kill', () => {
  it('people are still in, and their pages go on where they were', async () => {
    const home = temporaryHome()
    const first = await openDesk({ home })
    const visitor = await Visitor.enter(first.port, first.links.own)
    const { seq } = await visitor.book()
    const base = { sheet, ...cell, base: seq }
    await visitor.done('/api/edit', { ...base, values: [[123]] })
    const file = join(home, `sessions-${first.port}.json`)
    const sessions = readFileSync(file, 'utf8')
    expect(sessions).not.toContain(visitor.cookie.split('=')[1])
    expect(sessions).not.toContain(visitor.key)
    await first.close()
    // An end without closing leaves it behind.
    writeFileSync(file, sessions)
    const second = await openDesk({ home, port: first.port })
    const listening = await Listening.open(visitor, seq)
    expect(await listening.next(({ type }) => type === 'patch')).toMatchObject({ seq: seq + 1 })
    listening.close()
    await second.close()
  })
})
