/** A fault of the program itself: the person is told that nothing was done, the window where it happened. */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, jest } from '@jest/globals'
import { Office } from '../../../src/desk/office/office'
import { deskWords } from '../../../src/words/desk'
import { workbookBytes } from '../../../src/desk/cli/workbook'
import { serverWords } from '../../../src/words/server'
import { homeOf } from '../support/template'
import { exampleBytes, openDesk, sheetOf, Visitor } from './desk'

it('is answered without its message, and told in the window by its place', async () => {
  let isFaulty = false
  const clock = () => {
    if (isFaulty) throw new TypeError('张三 13800138000')
    return new Date('2025-01-08T01:00:00Z')
  }
  const desk = await openDesk({ clock })
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  // The day's copy is made behind what people do, and asks the clock too.
  while (!existsSync(`${desk.workbook}.backups/2025-01-08.xlsx`)) await wait(10)
  const told = desk.told.length
  isFaulty = true
  const { status, text } = await visitor.get('/api/start')
  isFaulty = false
  expect([status, text]).toEqual([500, JSON.stringify({ message: deskWords.failed })])
  expect(desk.told.slice(told)).toEqual([
    expect.stringMatching(/^程序出错：TypeError\n\s+at \S*clock .*faults\.test\.ts/),
  ])
  expect(desk.told.join('\n')).not.toContain('张三')
  expect((await visitor.get('/api/start')).status).toBe(200)
  await desk.close()
})

it('while the first workbook is opened is told on the start page in words, and in the window by its place', async () => {
  const exampleWorkbook = () => Promise.reject(new Error('English, of 张三'))
  const desk = await openDesk({ exampleWorkbook })
  expect([desk.message, desk.workbook]).toEqual([deskWords.failed, null])
  expect(desk.told).toEqual([expect.stringMatching(/^程序出错：Error\n\s+at /)])
  expect(desk.told.join('\n')).not.toContain('张三')
  await desk.close()
})

it('of the clock, put back or forward, puts nobody out but after twelve hours without a request', async () => {
  let now = Date.parse('2025-01-08T01:00:00Z')
  const hour = 3_600_000
  const desk = await openDesk({ clock: () => new Date(now) })
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  const isIn = async () => (await visitor.get('/api/start')).status
  now -= 365 * 24 * hour
  expect(await isIn()).toBe(200)
  now += 11 * hour
  expect(await isIn()).toBe(200)
  now += 13 * hour
  expect(await isIn()).toBe(401)
  await desk.close()
})

it('what is sent while the desk ends is refused with what becomes of it', async () => {
  let isHeld = false
  let goOn = (): void => undefined
  const held = new Promise<void>((resolve) => (goOn = resolve))
  const desk = await openDesk({
    toXlsx: (book) => (isHeld ? held.then(() => workbookBytes(book)) : workbookBytes(book)),
  })
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  const { book, seq } = await visitor.book()
  const { id } = sheetOf({ book }, '三、依申请公开')
  const edit = { sheet: id, row: 9, column: 5, values: [[7]], base: seq }
  await visitor.done('/api/edit', edit)
  isHeld = true
  const ending = desk.close()
  const { status, text } = await visitor.post('/api/edit', edit)
  expect([status, JSON.parse(text)]).toEqual([409, { message: serverWords.ending, code: 'closed' }])
  goOn()
  await ending
})

it('where the journal of another workbook cannot be read, the one before stays open', async () => {
  const desk = await openDesk()
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  const opened = await visitor.book()
  const tab = sheetOf(opened, '三、依申请公开').id
  const { row, column } = homeOf('table3.received.naturalPerson')
  const typed = async (value: number, base: number) => {
    const edit = { sheet: tab, row, column, values: [[value]], base }
    return (await visitor.done<{ seq: number }>('/api/edit', edit)).seq
  }
  const seq = await typed(4321, opened.seq)
  const other = new FormData()
  other.set('file', new File([await exampleBytes()], '另一个.xlsx'))
  const read = jest.spyOn(Office.prototype, 'patches').mockImplementationOnce(() => {
    throw Object.assign(new Error('broken'), { code: 'EIO' })
  })
  const { status } = await visitor.send('/api/open', other)
  read.mockRestore()
  expect(status).toBeGreaterThanOrEqual(400)
  const now = await visitor.book()
  expect(sheetOf(now, '三、依申请公开').cells[`${row},${column}`]?.value).toBe(4321)
  expect(await typed(4322, now.seq)).toBeGreaterThan(seq)
  await desk.close()
})
