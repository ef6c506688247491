/** Connections of nobody: they keep nobody out, and do not stay. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { Connections } from '../../../src/desk/server/connections'
import { serverWords as words } from '../../../src/words/server'
import { ask, openDesk, sheetOf, Visitor } from './desk'

const sockets = new Set<Socket>()
const servers: Server[] = []

afterAll(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

function connected(port: number, onClose = (): void => undefined): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  sockets.add(socket.on('close', onClose))
  return socket
}

/** A server that answers when it has read the body. */
async function serve(): Promise<number> {
  const server = createServer((request, response) => request.resume().on('end', () => response.end('good')))
  const personOf = ({ headers }: IncomingMessage) => headers.cookie ?? null
  new Connections(server, { most: 100, personOf, onCrowd: () => undefined, headMs: 200, bodyMs: 400 })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const head = (length: number, cookie = '') =>
  `POST / HTTP/1.1\r\nHost: x\r\n${cookie && `Cookie: ${cookie}\r\n`}Content-Length: ${length}\r\n\r\n`

describe('a connection', () => {
  it.each([
    ['that says nothing', ''],
    ['that has sent half a head', 'POST / HTTP/1.1\r\nHost: x\r\nX-'],
    ['of nobody whose body does not come', `${head(10)}abc`],
    ['of a person whose body does not come', `${head(10, 'a')}abc`],
    ['of a person whose body would be long', `${head(1_000, 'a')}abc`],
  ])('%s is closed', async (...[, text]) => {
    const socket = connected(await serve())
    socket.write(text)
    const answer: Buffer[] = []
    socket.on('data', (bytes: Buffer) => answer.push(bytes))
    await once(socket, 'close')
    expect(Buffer.concat(answer).toString()).toBe('')
  })

  it('of a person may take as long as the length of the body asks for', async () => {
    const port = await serve()
    const socket = connected(port)
    socket.write(head(20_000, 'a'))
    for (const part of [1, 2, 3, 4]) {
      await wait(200)
      socket.write(Buffer.alloc(5_000, part))
    }
    const [bytes] = (await once(socket, 'data')) as [Buffer]
    expect(bytes.toString()).toContain('good')
  })

  it('of one person does not stay where that person has a hundred others', async () => {
    const server = createServer((_, response) => response.end('good'))
    server.keepAliveTimeout = 60_000
    new Connections(server, { most: 1_000, personOf: () => 'a', onCrowd: () => undefined })
    servers.push(server.listen(0, '127.0.0.1'))
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const closed: number[] = []
    for (let number = 0; number < 105; number++) {
      const socket = connected(port, () => closed.push(number))
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
      await once(socket, 'data')
    }
    while (closed.length < 5) await wait(10)
    expect(closed).toEqual([0, 1, 2, 3, 4])
  })
})

describe('many connections of nobody', () => {
  it('that come again when they are closed keep no page from saving, and nobody from coming in', async () => {
    const desk = await openDesk({ connections: 64, isShared: true })
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { book, seq } = await visitor.book()
    const { id } = sheetOf({ book }, '三、依申请公开')
    let isOver = false
    let closed = 0
    const again = (): void => {
      closed++
      if (!isOver) setTimeout(() => connected(desk.port, again), 20)
    }
    for (let count = 0; count < 64; count++) connected(desk.port, again)
    while (closed < 100) await wait(10)
    const statuses: number[] = []
    for (let value = 1; value <= 12; value++) {
      const edit = { id: `e${value}`, sheet: id, row: 9, column: 5, values: [[value]], base: seq }
      statuses.push((await visitor.post('/api/edit', edit)).status)
    }
    expect(statuses).toEqual(Array<number>(12).fill(200))
    const fresh = await Visitor.enter(desk.port, desk.links.own)
    expect((await fresh.get('/api/start')).status).toBe(200)
    expect((await ask(desk.port, '/api/start')).status).toBe(401)
    isOver = true
    expect(desk.told.filter((text) => text === words.console.strangers(56))).toHaveLength(1)
    await desk.close()
  })
})
