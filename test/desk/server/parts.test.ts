import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { isOwnHost, networkAddresses } from '../../../src/desk/server/addresses'
import type { OfficeEvent } from '../../../src/desk/protocol'
import { EventHub } from '../../../src/desk/server/events'
import { homeFolder } from '../../../src/desk/server/folders'
import { hasScreen, openerOf } from '../../../src/desk/server/open-browser'
import { Sessions } from '../../../src/desk/server/sessions'
import { Passes } from '../../../src/desk/server/tokens'
import { openDesk, Visitor } from './desk'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('passes', () => {
  it('let in by their token alone, and no longer than they are good', () => {
    const passes = new Passes()
    const lasting = passes.issue({ role: 'reviewer', isGuest: true })
    const brief = passes.issue({ role: 'editor', isGuest: false }, 1000)
    const late = passes.issue({ role: 'editor', isGuest: false }, 1000)
    expect(passes.enter('', 0)).toBeNull()
    expect(passes.enter(`${lasting}x`, 0)).toBeNull()
    expect(passes.enter(lasting.toLowerCase(), 0)).toBeNull()
    expect([passes.enter(lasting, 0), passes.enter(lasting, 9e12)]).toEqual(
      Array(2).fill({ role: 'reviewer', isGuest: true }),
    )
    expect([passes.enter(brief, 999), passes.enter(brief, 999)]).toEqual([{ role: 'editor', isGuest: false }, null])
    expect(passes.enter(late, 1001)).toBeNull()
  })
})

describe('sessions', () => {
  const hour = 60 * 60 * 1000
  let now = 0
  const path = join(folder, 'sessions.json')
  const sessions = (isShared: boolean) =>
    new Sessions(
      path,
      isShared,
      () => new Date(now),
      () => undefined,
    )

  it.each([
    ['the same workbook', '/a.xlsx', true, 1, [true, true]],
    ['without others', '/a.xlsx', false, 1, [true, false]],
    ['another workbook', '/b.xlsx', true, 1, [false, false]],
    ['after a day', '/a.xlsx', true, 24, [false, false]],
  ])('after a kill, with %s: who is in', (_, workbook, isShared, hours, expected) => {
    now = 1e12
    const before = sessions(true)
    before.moveTo('/a.xlsx')
    const cookies = [before.start('editor', false, '李'), before.start('reviewer', true, '王')]
    now += hours * hour
    const after = sessions(isShared)
    expect(after.leftOpen()).toBe('/a.xlsx')
    after.moveTo(workbook)
    expect(cookies.map((cookie) => after.find(cookie) !== null)).toEqual(expected)
    // Killed again at once: the file has them all the same.
    const again = sessions(isShared)
    again.moveTo(workbook)
    expect(cookies.map((cookie) => again.find(cookie) !== null)).toEqual(expected)
    expect(readFileSync(path, 'utf8')).not.toContain(cookies[0])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
    again.end()
    expect(sessions(true).leftOpen()).toBeNull()
  })
})

it('whoever sent requests until a kill is still in, however long ago they came', () => {
  const hour = 60 * 60 * 1000
  let now = 1e12
  const file = join(folder, 'lasting.json')
  const opened = () => {
    const sessions = new Sessions(
      file,
      true,
      () => new Date(now),
      () => undefined,
    )
    sessions.moveTo('/a.xlsx')
    return sessions
  }
  const before = opened()
  const cookie = before.start('editor', false, '李')
  for (let hours = 0; hours < 13; hours++) {
    now += hour
    expect(before.find(cookie)).not.toBeNull()
  }
  expect(opened().find(cookie)).not.toBeNull()
})

describe('a page that takes nothing in', () => {
  it('is let go, and the others go on', async () => {
    const hub = new EventHub()
    hub.restart(0)
    let left = 0
    const page = { person: 'a', sees: (event: unknown) => event as never, isIn: () => true, onEnd: () => (left += 1) }
    hub.stream(0, [], page)
    for (let seq = 1; seq <= 40; seq++) {
      hub.publish({ type: 'patch', seq, by: '', kind: 'edit', patch: { cells: {}, title: 'x'.repeat(1024 * 1024) } })
    }
    // Longer than an event waits for the answer before it.
    await new Promise((next) => setTimeout(next, 50))
    expect(left).toBe(1)
    hub.close()
    expect(left).toBe(1)
  })

  it('is let go at the next heartbeat once its session has ended, and not before', () => {
    const hub = new EventHub()
    hub.restart(0)
    let isIn = true
    let left = 0
    hub.stream(0, [], {
      person: 'a',
      sees: (event: unknown) => event as never,
      isIn: () => isIn,
      onEnd: () => (left += 1),
    })
    hub.beat()
    expect(left).toBe(0)
    isIn = false
    hub.beat()
    expect(left).toBe(1)
    hub.close()
  })

  it('tells a page that comes back what was replaced meanwhile, if it was its own person’s', async () => {
    const hub = new EventHub()
    hub.restart(0)
    hub.publish({ type: 'patch', seq: 1, by: 'b', kind: 'edit', patch: { cells: {} } })
    const cell = { sheet: 1, row: 1, column: 1, cell: 'A1' }
    hub.publish({ type: 'overwritten', to: 'a', ...cell, who: '乙', was: 1, now: 2 })
    const missedBy = async (person: string) => {
      const sees = (event: OfficeEvent) => (event.type === 'overwritten' && event.to !== person ? null : event)
      const stream = hub.stream(0, [], { person, sees, isIn: () => true, onEnd: () => undefined })
      const { value } = await stream.getReader().read()
      return new TextDecoder().decode(value).match(/^event: \w+/gm)
    }
    expect([await missedBy('a'), await missedBy('c')]).toEqual([
      ['event: patch', 'event: overwritten'],
      ['event: patch'],
    ])
    hub.close()
  })

  it('keep the latest changes for pages that come back, in bounded memory', () => {
    const hub = new EventHub()
    hub.restart(0)
    for (let seq = 1; seq <= 20; seq++) {
      hub.publish({ type: 'patch', seq, by: '', kind: 'edit', patch: { cells: {}, title: 'x'.repeat(1_000_000) } })
    }
    expect([hub.canResume(20), hub.canResume(6), hub.canResume(3)]).toEqual([true, true, false])
    hub.close()
  })
})

describe('that something was written over', () => {
  const told = { type: 'overwritten', sheet: 1, row: 7, column: 4, cell: 'D7', who: '王', was: 1, now: 2 } as const

  it('is kept for the page of the person whom it is for, and for no other', async () => {
    const hub = new EventHub()
    hub.restart(0)
    const readBy = async (id: string, from: number) => {
      const sees = (event: OfficeEvent) => (event.type === 'overwritten' && event.to !== id ? null : event)
      const reader = hub.stream(from, [], { person: 'a', sees, isIn: () => true, onEnd: () => undefined }).getReader()
      const { value } = await reader.read()
      await reader.cancel()
      const text = new TextDecoder().decode(value)
      return [...text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type)
    }
    hub.publish({ type: 'patch', seq: 1, by: 'wang', kind: 'edit', patch: { cells: {} } })
    hub.publish({ ...told, to: 'li' })
    hub.publish({ type: 'patch', seq: 2, by: 'wang', kind: 'edit', patch: { cells: {} } })
    expect(await readBy('li', 0)).toEqual(['patch', 'overwritten', 'patch'])
    expect(await readBy('zhao', 0)).toEqual(['patch', 'patch'])
    // Who has the change has also been told of it.
    expect(await readBy('li', 1)).toEqual(['patch'])
    hub.close()
  })
})

describe('the machine', () => {
  it.each([
    ['127.0.0.1:80', 80, false, true],
    ['localhost:8619', 8619, false, true],
    ['LOCALHOST:8619', 8619, false, true],
    ['[::1]:8619', 8619, false, true],
    ['localhost', 80, false, true],
    ['localhost', 8619, false, false],
    ['127.0.0.1.evil.example:8619', 8619, true, false],
    ['127.0.0.2:8619', 8619, true, false],
    [undefined, 8619, true, false],
  ])('is called %p at port %i (shared: %p): %p', (host, port, isShared, expected) => {
    expect(isOwnHost(host, port, isShared)).toBe(expected)
  })

  it('is reached by its network addresses only where it is shared', () => {
    for (const address of networkAddresses()) {
      expect(isOwnHost(`${address}:8619`, 8619, true)).toBe(true)
      expect(isOwnHost(`${address}:8619`, 8619, false)).toBe(false)
    }
  })

  it.each([
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0', CI: 'true' }, false],
    ['win32', {}, true],
    ['darwin', {}, true],
    ['darwin', { SSH_CONNECTION: '1' }, false],
    ['win32', { CI: '1' }, false],
  ])('on %s with %j has a screen: %p', (platform, env, expected) => {
    expect(hasScreen(platform, env)).toBe(expected)
  })

  it.each([
    ['linux', ['xdg-open', ['http://x/']]],
    ['darwin', ['open', ['http://x/']]],
    ['win32', ['rundll32', ['url.dll,FileProtocolHandler', 'http://x/']]],
  ])('on %s opens a link with %j', (platform, expected) => {
    expect(openerOf(platform, 'http://x/')).toEqual(expected)
  })

  it.each([
    ['linux', { NIANBAO_HOME: '/own', XDG_DATA_HOME: '/xdg' }, '/own'],
    ['linux', { XDG_DATA_HOME: '/xdg' }, join('/xdg', 'nianbao')],
    ['linux', {}, join('/home/li', '.local', 'share', 'nianbao')],
    ['darwin', {}, join('/home/li', 'Library', 'Application Support', 'nianbao')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'nianbao')],
  ])('on %s with %j keeps the desk’s files in %s', (platform, env, expected) => {
    expect(homeFolder(platform, env, '/home/li')).toBe(expected)
  })
})

describe('without --share', () => {
  it('only this machine gets an answer', async () => {
    const desk = await openDesk()
    expect(desk.links).toMatchObject({ editor: [], reviewer: [] })
    for (const address of networkAddresses()) {
      await expect(fetch(`http://${address}:${desk.port}/`)).rejects.toThrow()
    }
    await expect(Visitor.enter(desk.port, desk.links.own)).resolves.toBeInstanceOf(Visitor)
  })
})
