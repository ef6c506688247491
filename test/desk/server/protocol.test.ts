import { beforeAll, describe, expect, it } from '@jest/globals'
import { protocol, protocolHeader } from '../../../src/desk/protocol'
import { serverWords as words } from '../../../src/words/server'
import { ask, openDesk, Visitor } from './desk'
import type { TestDesk } from './desk'

let desk: TestDesk
let visitor: Visitor

beforeAll(async () => {
  desk = await openDesk()
  visitor = await Visitor.enter(desk.port, desk.links.own)
})

const asked = (path: string, spoken: string, body?: string) => {
  const headers = { ...visitor.headers, 'content-type': 'application/json', [protocolHeader]: spoken }
  return ask(desk.port, path, { headers, ...(body !== undefined && { method: 'POST', body }) })
}

describe('the protocol', () => {
  it.each(['/api/start', '/api/book', '/api/events?from=-1', '/api/nothing', '/', '/files/nothing'])(
    'is told with the answer of %s',
    async (path) => {
      expect((await visitor.get(path)).headers[protocolHeader]).toBe(String(protocol))
    },
  )

  it('is told to who is not in, and may then have an old page', async () => {
    const { status, headers } = await ask(desk.port, '/api/start')
    expect([status, headers[protocolHeader]]).toEqual([401, String(protocol)])
  })

  it.each([String(protocol - 1), String(protocol + 1), 'x', ''])('refuses a page that speaks %j', async (spoken) => {
    const edit = JSON.stringify({ sheet: 4, row: 7, column: 4, values: [[41]], base: 0 })
    const { seq } = await visitor.book()
    for (const answer of [await asked('/api/edit', spoken, edit), await asked('/api/start', spoken)]) {
      const problem = JSON.stringify({ message: words.otherProtocol, code: 'protocol' })
      expect([answer.status, answer.text]).toEqual([426, problem])
    }
    expect((await visitor.book()).seq).toBe(seq)
  })

  it('takes a page that speaks it, and programs that send no number', async () => {
    expect((await asked('/api/start', String(protocol))).status).toBe(200)
    expect((await visitor.get('/api/start')).status).toBe(200)
  })
})
