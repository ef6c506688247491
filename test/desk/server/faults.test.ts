/** A fault of the program itself: the person is told that nothing was done, the window where it happened. */
import { expect, it } from '@jest/globals'
import { deskWords } from '../../../src/words/desk'
import { openDesk, Visitor } from './desk'

it('is answered without its message, and told in the window by its place', async () => {
  let isFaulty = false
  const clock = () => {
    if (isFaulty) throw new TypeError('张三 13800138000')
    return new Date('2025-01-08T01:00:00Z')
  }
  const desk = await openDesk({ clock })
  const visitor = await Visitor.enter(desk.port, desk.links.own)
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
