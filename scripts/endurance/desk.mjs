// A desk in a process of its own, and people who use it over HTTP as the page does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

process.setMaxListeners(0)

const START_MS = 60_000

/** Starts a desk; `ready` resolves with its link, or rejects with what it said. */
export function startDesk({ workbook, home, port = 0 }) {
  const args = [
    join(root, 'dist/desk/cli.js'),
    'desk',
    workbook,
    '--port',
    String(port),
    '--no-open',
    '--name',
    '李填报',
  ]
  const env = { ...process.env, NIANBAO_HOME: home }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  // A trial that fails halfway leaves no desk behind.
  process.once('exit', () => child.kill('SIGKILL'))
  let said = ''
  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no desk after ${START_MS} ms: ${said}`)), START_MS)
    const listen = (chunk) => {
      said += chunk
      const link = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]+/.exec(said)
      if (!link) return
      clearTimeout(timer)
      resolve({ link: link[0], port: Number(link[1]) })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`the desk ended: ${said}`))
    })
  })
  // Whoever kills it while it starts does not wait for it.
  ready.catch(() => undefined)
  return {
    ready,
    pid: child.pid,
    said: () => said,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await exited
      return child.exitCode
    },
  }
}

function send(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (text += chunk))
      response.on('error', reject)
      response.on('aborted', () => reject(new Error('aborted')))
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
    call.on('error', reject)
    call.end(body)
  })
}

/** A person who has come in by a link. */
export class Visitor {
  constructor(port, cookie, key) {
    this.port = port
    this.headers = { cookie, 'x-nianbao-key': key, origin: `http://127.0.0.1:${port}` }
  }

  static async enter({ port, link }) {
    const { headers, status, text } = await send(port, new URL(link).search.replace(/^/, '/'))
    const cookie = headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie === undefined) throw new Error(`not let in: ${status}`)
    return new Visitor(port, cookie, /#key=([\w-]+)/.exec(text)?.[1])
  }

  async get(path) {
    const { status, text } = await send(this.port, path, { headers: this.headers })
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
    return JSON.parse(text)
  }

  /** `{ status, body }`; rejects when the connection breaks. */
  async post(path, body = {}) {
    const headers = { ...this.headers, 'content-type': 'application/json' }
    const { status, text } = await send(this.port, path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status, body: text === '' ? null : JSON.parse(text) }
  }

  /** Calls back for each event; gives what ends the stream. */
  events(from, onEvent) {
    const options = {
      host: '127.0.0.1',
      port: this.port,
      path: `/api/events?from=${from}`,
      headers: this.headers,
      agent: false,
    }
    let rest = ''
    const call = request(options, (response) => {
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('data', (chunk) => {
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (data !== undefined) onEvent(JSON.parse(data))
        }
      })
    })
    call.on('error', () => undefined)
    call.end()
    return () => call.destroy()
  }
}

/** Input cells of table 3, `[row, column]`. */
export const inputs = Array.from({ length: 20 * 6 }, (_, at) => [7 + Math.floor(at / 6), 4 + (at % 6)])

export function tableOf(book) {
  const sheet = book.sheets.find(({ name }) => name === '三、依申请公开')
  if (!sheet) throw new Error('the tab of table 3 is missing')
  return sheet
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Of a list of numbers. */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
