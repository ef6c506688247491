import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'
import { exampleBook } from '../../../src/desk/cli/example'
import { Failure } from '../../../src/desk/cli/failure'
import type { Io } from '../../../src/desk/cli/io'
import { newWorkbook } from '../../../src/desk/cli/new-workbook'
import { openSource } from '../../../src/desk/cli/source'
import { Threads } from '../../../src/desk/cli/threads'
import { workbookBytes } from '../../../src/desk/cli/workbook'
import { keyFragment, keyHeader } from '../../../src/desk/protocol'
import type { BookAnswer, Sheet } from '../../../src/desk/protocol'
import { startDesk } from '../../../src/desk/server'
import type { RunningDesk, StartOptions } from '../../../src/desk/server'
import { keptOf } from '../../support/kept'

/** Built by jest's global setup. */
export const io: Io = {
  out: () => undefined,
  example: (name) => resolve('examples', name),
  page: resolve('dist/desk/page'),
  thread: resolve('dist/desk/thread.js'),
  version: '1.2.3',
  foundErrors: () => undefined,
}

/** They end with what they read. */
const threads = new Threads(io.thread)

const exampleReports = ['report-2024.json', 'report-2023.json'].map((name) => readFileSync(io.example(name), 'utf8'))

async function makeExample(): Promise<string> {
  const { book } = (await exampleBook(io)).workbook
  return JSON.stringify({ title: book.title, base64: Buffer.from(await workbookBytes(book)).toString('base64') })
}

/** The example's workbook. */
async function exampleWorkbook(): Promise<{ title: string; bytes: Uint8Array }> {
  const text = await keptOf('example-workbook', exampleReports, makeExample)
  const { title, base64 } = JSON.parse(text) as { title: string; base64: string }
  return { title, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}

/** It as a file. */
export const exampleBytes = async (): Promise<Uint8Array> => (await exampleWorkbook()).bytes

const folders: string[] = []
const desks: RunningDesk[] = []

/** After the tests of the file. */
afterAll(async () => {
  for (const desk of desks) await desk.close().catch(() => undefined)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function temporaryHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-home-'))
  folders.push(folder)
  return folder
}

export interface TestDesk extends RunningDesk {
  told: string[]
}

/** A desk in this process, ended after the tests of the file at the latest. */
export async function openDesk(options: Partial<StartOptions> = {}): Promise<TestDesk> {
  const told: string[] = []
  const desk = await startDesk({
    home: options.home ?? temporaryHome(),
    page: io.page,
    toXlsx: workbookBytes,
    version: io.version,
    userName: '李填报',
    isShared: false,
    clock: () => new Date(),
    searchPath: '',
    newWorkbook: async ({ user, ...wanted }) => {
      const { title, bytes, notices } = await newWorkbook(io, wanted, user)
      return { title, bytes, ...(notices.length > 0 && { message: notices.join('\n') }) }
    },
    exampleWorkbook,
    readFile: openSource,
    readText: (given) => threads.readText(given),
    isForUser: (error) => error instanceof Failure,
    tell: (text) => told.push(text),
    port: 0,
    ...options,
  })
  desks.push(desk)
  return { ...desk, told }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

/** A request as it is, whatever a browser would make of it. */
export function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Uint8Array } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((done, failed) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', failed)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        done({ status: response.statusCode ?? 0, headers: response.headers, body: bytes, text: bytes.toString() })
      })
    })
    call.on('error', failed)
    call.end(body)
  })
}

const jsonOf = <T>({ text }: Answer): T => JSON.parse(text) as T

/** The key that the page is opened with. */
export const keyIn = (page: string): string => page.split(keyFragment)[1]?.split('"')[0] ?? ''

/** A person's browser: it came in by a link, and has the cookie and the key. */
export class Visitor {
  constructor(
    readonly port: number,
    readonly cookie: string,
    readonly key: string,
  ) {}

  static async enter(port: number, link: string): Promise<Visitor> {
    const { pathname, search } = new URL(link)
    const { headers, status, text } = await ask(port, pathname + search)
    const [cookie] = headers['set-cookie'] ?? []
    if (cookie === undefined) throw new Error(`not let in: ${status}`)
    return new Visitor(port, cookie.split(';')[0] ?? '', keyIn(text))
  }

  get headers(): OutgoingHttpHeaders {
    return { cookie: this.cookie, [keyHeader]: this.key, origin: `http://127.0.0.1:${this.port}` }
  }

  get(path: string): Promise<Answer> {
    return ask(this.port, path, { headers: this.headers })
  }

  async read<T>(path: string): Promise<T> {
    return jsonOf(await this.get(path))
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    const headers = { ...this.headers, 'content-type': 'application/json' }
    return ask(this.port, path, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  async done<T>(path: string, body?: unknown): Promise<T> {
    const answer = await this.post(path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    return jsonOf(answer)
  }

  /** Sends a form as a browser does. */
  async send(path: string, form: FormData): Promise<Answer> {
    const made = new Request('http://localhost/', { method: 'POST', body: form })
    const headers = { ...this.headers, 'content-type': made.headers.get('content-type') ?? '' }
    return ask(this.port, path, { method: 'POST', headers, body: new Uint8Array(await made.arrayBuffer()) })
  }

  book(): Promise<BookAnswer> {
    return this.read('/api/book')
  }
}

export function sheetOf({ book }: Pick<BookAnswer, 'book'>, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no tab ${name}`)
  return sheet
}

export interface Told {
  type: string
  people?: unknown
  [field: string]: unknown
}

/** The stream of events; `next` waits for one of the kind. */
export class Listening {
  private readonly events: Told[] = []
  private text = ''
  private wake: () => void = () => undefined
  private stop: () => void = () => undefined
  isEnded = false

  static open(visitor: Visitor, from: number): Promise<Listening> {
    const listening = new Listening()
    return new Promise((resolve, reject) => {
      const path = `/api/events?from=${from}`
      const { port, headers } = visitor
      const call = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => listening.take(chunk))
        response.on('close', () => {
          listening.isEnded = true
          listening.wake()
        })
        if (response.statusCode === 200) resolve(listening)
        else reject(new Error(`events: ${response.statusCode}`))
      })
      call.on('error', reject)
      listening.stop = () => call.destroy()
      call.end()
    })
  }

  /** The next event that fits, which is then gone; others before it as well. */
  async next(fits: (event: Told) => boolean): Promise<Told> {
    for (;;) {
      const at = this.events.findIndex(fits)
      const [found] = at >= 0 ? this.events.splice(0, at + 1).slice(-1) : []
      if (found) return found
      if (this.isEnded) throw new Error('the stream has ended')
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }

  /** What has come and was not asked for. */
  get waiting(): readonly Told[] {
    return this.events
  }

  close(): void {
    this.stop()
  }

  private take(chunk: string): void {
    this.text += chunk
    const blocks = this.text.split('\n\n')
    this.text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data !== undefined) this.events.push(JSON.parse(data) as Told)
    }
    this.wake()
  }
}
