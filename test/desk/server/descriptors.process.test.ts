/** A machine with few descriptors left: connections are refused before files cannot be opened any more. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from '@jest/globals'
import { serverWords as words } from '../../../src/words/server'
import { sheetOf, temporaryHome, Visitor } from './desk'
import type { Answer } from './desk'

const LIMIT = 220
const MOST = LIMIT - 128
const home = temporaryHome()
const command = `ulimit -n ${LIMIT}; exec '${process.execPath}' bin/nianbao.js desk --no-open`
const desk = spawn('sh', ['-c', command], { cwd: resolve('.'), env: { ...process.env, XDG_DATA_HOME: home } })
const sockets: Socket[] = []

afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  desk.kill('SIGINT')
  await once(desk, 'exit')
})

/** Waits until one of its streams has said so. */
async function said(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    text += String(chunk)
    const found = pattern.exec(text)
    if (found) return found[0]
  }
  throw new Error(`ended with: ${text}`)
}

it('goes on saving, and says in its window that there are too many connections', async () => {
  const told = said(desk.stderr, /连接太多[^\n]*/)
  const link = await said(desk.stdout, /http:\/\/\S+token=\S+/)
  const port = Number(new URL(link).port)
  const visitor = await Visitor.enter(port, link)
  await visitor.done('/api/name', { name: '李填报' })
  const answer = await visitor.book()
  const { id } = sheetOf(answer, '三、依申请公开')
  for (let count = 0; count < 3 * LIMIT; count++) sockets.push(connect(port, '127.0.0.1').on('error', () => undefined))
  expect(await told).toBe(words.console.strangers(MOST - Math.floor(MOST / 8)))
  const edit = { sheet: id, row: 9, column: 5, values: [[7]], base: answer.seq }
  // So many that come at one moment may fill the places that are kept free.
  const edited = (): Promise<Answer> => visitor.post('/api/edit', edit).catch(() => wait(20).then(edited))
  expect((await edited()).status).toBe(200)
  expect((await visitor.post('/api/run', { functionName: 'checkWorkbook' })).status).toBe(200)
}, 60_000)
