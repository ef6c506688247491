import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { mostConnections, MOST_PAGES, Pace } from '../../../src/desk/server/limits'
import { serverWords as words } from '../../../src/words/server'
import { ask, Listening, openDesk, Visitor } from './desk'

describe('connections', () => {
  it.each([
    [null, 1_000],
    [1_000_000, 1_000],
    [1_024, 896],
    [200, 72],
    [130, 16],
  ])('where %p files may be open: at most %p', (descriptors, most) => {
    expect(mostConnections(descriptors)).toBe(most)
  })
})

describe('requests of one person', () => {
  it('may be a thousand at once, and three hundred a second after that', () => {
    const pace = new Pace()
    const taken = (person: string, now: number, count: number) =>
      Array.from({ length: count }, () => pace.takes(person, now)).filter(Boolean).length
    expect(taken('a', 0, 1_500)).toBe(1_000)
    expect(taken('b', 0, 10)).toBe(10)
    expect(taken('a', 1_000, 1_500)).toBe(300)
    expect(taken('a', 1_010, 10)).toBe(3)
    // A clock that was put back gives nothing and takes nothing.
    expect(taken('a', 500, 10)).toBe(0)
    expect([taken('c', 60_000, 10), taken('c', 0, 1_500)]).toEqual([10, 990])
    expect(taken('a', 60_000, 1_500)).toBe(1_000)
  })

  it('are refused in words beyond that, and others go on', async () => {
    const desk = await openDesk({ clock: () => new Date('2025-01-08T01:00:00Z') })
    const [hasty, other] = [
      await Visitor.enter(desk.port, desk.links.own),
      await Visitor.enter(desk.port, desk.links.own),
    ]
    const { headers, port } = hasty
    const statuses: number[] = []
    for (let round = 0; round < 21; round++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask(port, '/api/here', { headers })))
      statuses.push(...answers.map(({ status }) => status))
    }
    expect([statuses.indexOf(429), statuses.filter((status) => status === 429).length]).toEqual([1_000, 50])
    const { status, text } = await hasty.post('/api/edit', {})
    expect([status, text]).toEqual([429, JSON.stringify({ message: words.tooOften })])
    expect((await other.get('/api/start')).status).toBe(200)
    await desk.close()
  })
})

describe('pages of one person', () => {
  it('are limited, and another person still has a stream', async () => {
    const desk = await openDesk()
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { seq } = await visitor.book()
    const open = await Promise.all(Array.from({ length: MOST_PAGES }, () => Listening.open(visitor, seq)))
    const { status, text } = await visitor.get(`/api/events?from=${seq}`)
    expect([status, text]).toEqual([429, JSON.stringify({ message: words.manyPages(MOST_PAGES) })])
    const other = await Visitor.enter(desk.port, desk.links.own)
    open.push(await Listening.open(other, seq))
    open[0]?.close()
    const again = async (): Promise<Listening> => Listening.open(visitor, seq).catch(() => wait(10).then(() => again()))
    open.push(await again())
    for (const one of open) one.close()
    await desk.close()
  })
})
