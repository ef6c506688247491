import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { ask, io, keyIn, openDesk, temporaryHome, Visitor } from './desk'
import type { TestDesk } from './desk'
import { keyHeader } from '../../../src/desk/protocol'
import { Tickets } from '../../../src/desk/server/tickets'
import type { StartAnswer } from '../../../src/desk/start-protocol'
import { serverWords as words } from '../../../src/words/server'

/** Every route there is, one of each kind of file, and paths that do not exist. */
const reading = [
  '/',
  '/index.html',
  '/page.js',
  '/frame.html',
  '/workbook.xlsx',
  '/files/desk-file-1',
  '/api/start',
  '/api/book',
  '/api/events?from=0',
  '/api/history?sheet=0&row=1&column=1',
  '/api/recent',
  '/api/files',
  '/api/nothing',
  '/nothing',
]
const writing = ['name', 'recent', 'example', 'open', 'new', 'close', 'edit', 'run', 'undo', 'redo', 'comment', 'here']

const requests = [
  ...reading.flatMap((path) => ['GET', 'HEAD'].map((method) => ({ method, path }))),
  ...writing.map((name) => ({ method: 'POST', path: `/api/${name}` })),
  { method: 'PUT', path: '/api/edit' },
  { method: 'DELETE', path: '/workbook.xlsx' },
]

let desk: TestDesk
let own: { host: string; origin: string }
beforeAll(async () => {
  desk = await openDesk({ isShared: true })
  own = { host: `127.0.0.1:${desk.port}`, origin: `http://127.0.0.1:${desk.port}` }
})

describe('without a link', () => {
  it.each(requests)('$method $path gives nothing', async ({ method, path }) => {
    const { status, text, headers } = await ask(desk.port, path, { method, headers: own })
    expect(status).toBe(path.startsWith('/api/') ? 401 : 403)
    expect(headers['set-cookie']).toBeUndefined()
    if (method !== 'HEAD') expect(JSON.parse(text)).toEqual({ message: words.entry.noToken, code: 'entry' })
  })

  it.each([
    ['no token', '/?token='],
    ['another token', `/?token=${'A'.repeat(43)}`],
    ['two tokens', '/?token=a&token=b'],
  ])('%s does not let in', async (_, path) => {
    const { status, headers } = await ask(desk.port, path, { headers: { ...own, accept: 'text/html' } })
    expect(status).toBe(403)
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('a token elsewhere than in the link does not let in', async () => {
    const token = new URL(desk.links.own).searchParams.get('token') ?? ''
    expect((await ask(desk.port, `/api/book?token=${token}`, { headers: own })).status).toBe(401)
    expect(
      (await ask(desk.port, '/api/book', { headers: { ...own, cookie: `nianbao-${desk.port}=${token}` } })).status,
    ).toBe(401)
  })

  it('tells a person so on a plain page', async () => {
    const { text, headers } = await ask(desk.port, '/', { headers: { ...own, accept: 'text/html' } })
    expect(headers['content-type']).toContain('text/html')
    expect(text).toContain(words.entry.noToken)
    expect(text).not.toContain('<script')
  })
})

describe('a link', () => {
  it('lets in with a cookie that scripts and other sites do not get', async () => {
    const { search } = new URL(desk.links.own)
    const { headers, status } = await ask(desk.port, `/${search}`, { headers: own })
    expect(status).toBe(200)
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^nianbao-${desk.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
  })

  it('has at least 128 random bits, others for each role', () => {
    const [editor = ''] = desk.links.editor.length > 0 ? desk.links.editor : [desk.links.own]
    const [reviewer = ''] = desk.links.reviewer
    const tokens = [desk.links.own, editor, reviewer].map((link) => new URL(link).searchParams.get('token'))
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
    expect(new Set(tokens).size).toBe(3)
  })

  it('handed to the browser lets in once', async () => {
    const link = desk.linkForBrowser()
    await expect(Visitor.enter(desk.port, link)).resolves.toBeInstanceOf(Visitor)
    await expect(Visitor.enter(desk.port, link)).rejects.toThrow('not let in: 403')
  })
})

/** Another program of this machine, to which the browser sent the cookie: cookies know no port. */
describe('the cookie alone', () => {
  it.each([
    ['GET', '/api/book'],
    ['GET', '/api/events?from=0'],
    ['GET', '/api/files'],
    ['POST', '/api/edit'],
    ['POST', '/api/name'],
    ['POST', '/api/ticket'],
    ['POST', '/api/close'],
  ])('does nothing: %s %s', async (method, path) => {
    const { cookie, headers } = await Visitor.enter(desk.port, desk.links.own)
    const json = { 'content-type': 'application/json' }
    const body = method === 'POST' ? { body: '{}' } : {}
    const stolen = { cookie, origin: String(headers['origin']), ...json }
    for (const key of [{}, { [keyHeader]: '' }, { [keyHeader]: cookie.split('=')[1] }]) {
      const { status, text } = await ask(desk.port, path, { method, headers: { ...stolen, ...key }, ...body })
      expect([status, text]).toEqual([401, JSON.stringify({ message: words.entry.noToken, code: 'entry' })])
    }
  })

  it('gets no file', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { cookie } = visitor
    for (const path of [
      '/workbook.xlsx',
      '/files/x',
      '/workbook.xlsx?ticket=',
      `/workbook.xlsx?ticket=${visitor.key}`,
    ]) {
      const { status, text } = await ask(desk.port, path, { headers: { host: own.host, cookie } })
      expect([path, status, text]).toEqual([path, 403, JSON.stringify({ message: words.entry.noTicket })])
    }
  })

  it('does nothing with the key of another person', async () => {
    const editor = await Visitor.enter(desk.port, desk.links.own)
    const reviewer = await Visitor.enter(desk.port, desk.links.reviewer[0] ?? '')
    const headers = { ...reviewer.headers, [keyHeader]: editor.key }
    expect((await ask(desk.port, '/api/book', { headers })).status).toBe(401)
  })
})

describe('a ticket', () => {
  const ticketFor = async (visitor: Visitor, path: string) =>
    (await visitor.done<{ ticket: string }>('/api/ticket', { path })).ticket
  const fetched = async (visitor: Visitor, path: string) =>
    (await ask(desk.port, path, { headers: { host: own.host, cookie: visitor.cookie } })).status

  it('gives one file, once, to the browser that asked', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const address = `/workbook.xlsx?ticket=${await ticketFor(visitor, '/workbook.xlsx')}`
    const other = await Visitor.enter(desk.port, desk.links.own)
    expect(await fetched(visitor, address)).toBe(200)
    expect(await fetched(visitor, address)).toBe(403)
    expect(await fetched(other, `/workbook.xlsx?ticket=${await ticketFor(visitor, '/workbook.xlsx')}`)).toBe(403)
    expect(await fetched(visitor, `/workbook.xlsx?ticket=${await ticketFor(visitor, '/files/1')}`)).toBe(403)
    expect(await fetched(visitor, `/files/x?as=pdf&ticket=${await ticketFor(visitor, '/files/x')}`)).toBe(403)
    expect(await fetched(visitor, `/files/x?as=pdf&ticket=${await ticketFor(visitor, '/files/x?as=pdf')}`)).toBe(404)
    expect(await fetched(visitor, `/api/book?ticket=${await ticketFor(visitor, '/workbook.xlsx')}`)).toBe(401)
  })

  it('that another browser has tried is still good for the one that asked', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const other = await Visitor.enter(desk.port, desk.links.reviewer[0] ?? '')
    const address = `/workbook.xlsx?ticket=${await ticketFor(visitor, '/workbook.xlsx')}`
    expect([await fetched(other, address), await fetched(visitor, address)]).toEqual([403, 200])
  })

  it.each([
    '/api/book',
    '/',
    'workbook.xlsx',
    '//workbook.xlsx',
    '/files/../api/book',
    'http://x/files/1',
    '/%66iles/1',
  ])('is not given out for %s', async (path) => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { status, text } = await visitor.post('/api/ticket', { path })
    expect([status, text]).toEqual([422, JSON.stringify({ message: words.entry.noTicketFor })])
  })

  it('is good for a minute, and the oldest of very many is not', () => {
    const tickets = new Tickets()
    const [early, late] = [tickets.issue('a', '/x', 0), tickets.issue('a', '/x', 0)]
    expect([tickets.use(early, 'a', '/x', 60_000), tickets.use(late, 'a', '/x', 60_001)]).toEqual([true, false])
    const first = tickets.issue('a', '/x', 0)
    const rest = Array.from({ length: 1_000 }, () => tickets.issue('a', '/x', 0))
    expect([tickets.use(first, 'a', '/x', 1), tickets.use(rest[0] ?? '', 'a', '/x', 1)]).toEqual([false, true])
  })
})

describe('a link of another kind', () => {
  it('asks before the person becomes another', async () => {
    const editor = await Visitor.enter(desk.port, desk.links.own)
    const { search } = new URL(desk.links.reviewer[0] ?? '')
    const asked = await ask(desk.port, `/${search}`, { headers: { host: own.host, cookie: editor.cookie } })
    expect(asked.headers['set-cookie']).toBeUndefined()
    const { asBefore, asLink } = words.entry.other
    expect(asked.text).toContain(`<a href="/">${asBefore('填报人', '李填报')}</a>`)
    expect(asked.text).toContain(`<a href="/${search}&amp;replace=yes">${asLink('审核人')}</a>`)
    expect((await editor.book()).me.role).toBe('editor')
    const wanted = await ask(desk.port, `/${search}&replace=yes`, {
      headers: { host: own.host, cookie: editor.cookie },
    })
    const cookie = wanted.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    const reviewer = new Visitor(desk.port, cookie, keyIn(wanted.text))
    expect((await reviewer.read<StartAnswer>('/api/start')).role).toBe('reviewer')
  })

  it('asks too where the role is the same and the person another: who is at this computer, and a guest', async () => {
    const editor = await Visitor.enter(desk.port, desk.links.own)
    const { search } = new URL(desk.links.editor[0] ?? '')
    const { headers, text } = await ask(desk.port, `/${search}`, { headers: { host: own.host, cookie: editor.cookie } })
    expect(headers['set-cookie']).toBeUndefined()
    expect(text).toContain(`replace=yes">${words.entry.other.asLink('填报人')}</a>`)
  })

  it('that lets in once still does after the question', async () => {
    const guest = await Visitor.enter(desk.port, desk.links.reviewer[0] ?? '')
    const { search } = new URL(desk.linkForBrowser())
    const headers = { host: own.host, cookie: guest.cookie }
    expect((await ask(desk.port, `/${search}`, { headers })).headers['set-cookie']).toBeUndefined()
    expect((await ask(desk.port, `/${search}&replace=yes`, { headers })).headers['set-cookie']).toHaveLength(1)
    expect((await ask(desk.port, `/${search}&replace=yes`, { headers })).status).toBe(403)
  })

  it('of the same kind gives another key to the same person', async () => {
    const first = await Visitor.enter(desk.port, desk.links.own)
    const { search } = new URL(desk.links.own)
    const again = await ask(desk.port, `/${search}`, { headers: { host: own.host, cookie: first.cookie } })
    expect(again.headers['set-cookie']).toBeUndefined()
    const second = new Visitor(desk.port, first.cookie, keyIn(again.text))
    expect(second.key).not.toBe(first.key)
    expect((await second.book()).me.id).toBe((await first.book()).me.id)
  })

  it('opens pages without end: the latest keys are good, the oldest of very many is not', async () => {
    const first = await Visitor.enter(desk.port, desk.links.own)
    const { search } = new URL(desk.links.own)
    const statusOf = async (key: string) => (await new Visitor(desk.port, first.cookie, key).get('/api/book')).status
    const keys = [first.key]
    for (let page = 0; page < 8; page++) {
      const again = await ask(desk.port, `/${search}`, { headers: { host: own.host, cookie: first.cookie } })
      keys.push(keyIn(again.text))
    }
    const [oldest = '', second = ''] = keys
    expect([await statusOf(oldest), await statusOf(second), await statusOf(keys[8] ?? '')]).toEqual([401, 200, 200])
  })
})

describe('a request that was not made here', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1:1', 'localhost.evil.example', '[::2]'])(
    'is refused with Host %p, cookie or not',
    async (host) => {
      const visitor = await Visitor.enter(desk.port, desk.links.own)
      for (const path of ['/', '/api/book', '/page.js']) {
        const { status } = await ask(desk.port, path, { headers: { cookie: visitor.cookie, host } })
        expect(status).toBe(403)
      }
    },
  )

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['no origin', {}],
    ['an origin without a name', { origin: 'null' }],
    ['the same origin in https', { origin: 'https://127.0.0.1' }],
  ])('changes nothing with %s', async (_, headers) => {
    const { cookie } = await Visitor.enter(desk.port, desk.links.own)
    for (const name of writing) {
      const sent = { host: own.host, cookie, 'content-type': 'application/json', ...headers }
      const { status, text } = await ask(desk.port, `/api/${name}`, { method: 'POST', headers: sent, body: '{}' })
      expect([status, text]).toEqual([403, JSON.stringify({ message: words.entry.origin, code: 'entry' })])
    }
  })

  it('reads nothing when another site asks', async () => {
    const { cookie } = await Visitor.enter(desk.port, desk.links.own)
    for (const site of ['cross-site', 'same-site']) {
      const headers = { host: own.host, cookie, 'sec-fetch-site': site }
      expect((await ask(desk.port, '/api/book', { headers })).status).toBe(403)
      expect((await ask(desk.port, '/page.js', { headers })).status).toBe(403)
    }
  })
})

describe('headers', () => {
  it.each(['/', '/page.js', '/frame.html', '/api/start', '/workbook.xlsx', '/nothing', '/api/events?from=999999'])(
    'of %s are strict',
    async (path) => {
      const visitor = await Visitor.enter(desk.port, desk.links.own)
      const { headers } = await visitor.get(path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
      const policy = String(headers['content-security-policy'])
      expect(policy).toMatch(/^default-src 'none'/)
      expect(policy).toMatch(path === '/frame.html' ? /sandbox allow-scripts/ : /frame-ancestors '(?:none|self)'/)
      expect(policy).not.toContain('unsafe-eval')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  it('keep answers out of caches, and hashed parts in them', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    expect((await visitor.get('/api/book')).headers['cache-control']).toBe('no-store')
    const page = await visitor.get('/page.js')
    expect(page.headers['cache-control']).toBe('private, no-cache')
    const [part = ''] = /part-[A-Z0-9]{8}\.js/.exec((await visitor.get('/page.js')).text) ?? []
    expect((await visitor.get(`/${part}`)).headers['cache-control']).toBe('private, max-age=31536000, immutable')
    const headers = { ...visitor.headers, 'if-none-match': page.headers.etag }
    expect((await ask(desk.port, '/page.js', { headers })).status).toBe(304)
  })

  it('let files go compressed', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const headers = { ...visitor.headers, 'accept-encoding': 'gzip, br' }
    const packed = await ask(desk.port, '/page.js', { headers })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(packed.body.length).toBeLessThan((await visitor.get('/page.js')).body.length / 2)
  })

  it('stay those of the build the desk began with, compressed or not', async () => {
    const page = join(temporaryHome(), 'page')
    cpSync(io.page, page, { recursive: true })
    const own = await openDesk({ page })
    const visitor = await Visitor.enter(own.port, own.links.own)
    const before = await visitor.get('/page.js')
    rmSync(page, { recursive: true })
    expect((await visitor.get('/page.js')).body.equals(before.body)).toBe(true)
    const headers = { ...visitor.headers, 'accept-encoding': 'br;q=1' }
    const packed = await ask(own.port, '/page.js', { headers })
    expect([packed.status, packed.headers['content-encoding'], packed.headers.vary]).toEqual([
      200,
      'br',
      'Accept-Encoding',
    ])
    expect((await visitor.get('/page.js.br')).status).toBe(404)
    const head = await ask(own.port, '/page.js', { method: 'HEAD', headers: visitor.headers })
    expect([head.status, head.headers.etag, head.body.length]).toEqual([200, before.headers.etag, 0])
    const ranged = await ask(own.port, '/page.js', { headers: { ...visitor.headers, range: 'bytes=0-9' } })
    expect([ranged.status, ranged.body.length]).toEqual([200, before.body.length])
    await own.close()
  })

  it.each([
    '/../package.json',
    '/..%2fcli.js',
    '/%2e%2e/cli.js',
    '/.built-from',
    '//etc/passwd',
    '/page.js/',
    '/part-%00.js',
  ])('no path leads out of the page: %s', async (path) => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    expect((await visitor.get(path)).status).toBe(404)
  })
})

describe('people who are in', () => {
  it('are out when it ended', async () => {
    const home = temporaryHome()
    const first = await openDesk({ home })
    const visitor = await Visitor.enter(first.port, first.links.own)
    expect((await visitor.get('/api/book')).status).toBe(200)
    await first.close()
    const next = await openDesk({ home, port: first.port })
    expect((await visitor.get('/api/book')).status).toBe(401)
    await next.close()
  })
})
