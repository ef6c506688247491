/** A server for the page's own tests: one workbook in memory, no journal, and knobs for what can go wrong. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { checkTextIn } from '../../../src/desk/bench'
import { diffBooks, packCells } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { framePolicy, pagePolicy } from '../../../src/desk/page/policy'
import { protocol, protocolHeader } from '../../../src/desk/protocol'
import type {
  BookPatch,
  Comment,
  CommentRequest,
  EditRequest,
  Person,
  RunAnswer,
  RunRequest,
  TextRequest,
} from '../../../src/desk/protocol'
import type { StartAnswer } from '../../../src/desk/start-protocol'
import { eventText } from '../../../src/desk/server/events'
import { serverWords } from '../../../src/words/server'
import { a1 } from '../../../src/workbook'
import type { DeskHost } from '../../desk/support/host'

/** Made before the page was opened. */
const earlierFile = { id: 'f0', name: '上次.html', contentType: 'text/html', size: 1024 }

export interface PageServer {
  address: string
  /** As before the first request, with this workbook. */
  reset: (host: DeskHost) => void
  /** Bodies of `POST /api/edit`, in order, without their ids; one sent twice stands once. */
  readonly edits: EditRequest[]
  book: () => Book
  /** Answers every edit with this status and message; null: takes them again. */
  refuse: (problem: { status: number; message: string } | null) => void
  /** As when another page has changed something. Pages that listen only later learn it as well. */
  change: (patch: BookPatch) => void
  /** What commands answer instead of their own, by name. */
  readonly answers: Map<string, (request: RunRequest) => Partial<RunAnswer>>
  people: (people: Person[]) => void
  /** Tabs whose cells are left out of the workbook; each is given out when this promise is resolved. */
  later: (names: readonly string[], until?: Promise<void>) => void
  /** Breaks off what it was telling; pages connect again. */
  drop: () => void
  /** From now on another protocol than the page's; `isNewPage`: until the page is loaded, which is then of that too. */
  update: (isNewPage: boolean) => void
  /** How often the page was loaded. */
  readonly loads: number
  close: () => Promise<void>
}

export interface PageServerOptions {
  /** Absent: nothing is open. */
  host?: DeskHost
  role?: 'editor' | 'reviewer'
  name?: string | undefined
}

const folder = join(__dirname, '../../../dist/desk/page')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

function serveFile(path: string, response: ServerResponse): void {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const file = join(folder, `${name}.br`)
  if (!/^[\w.-]+$/.test(name) || !existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
  response.setHeader('content-encoding', 'br')
  response.setHeader('content-security-policy', name === 'frame.html' ? framePolicy : pagePolicy)
  response.end(readFileSync(file))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text.startsWith('{') ? (JSON.parse(text) as unknown) : {}
}

const me = (options: PageServerOptions): Person => ({
  id: 'me',
  name: options.name ?? '李填报',
  role: options.role ?? 'editor',
  colour: '#0b7285',
  line: 'solid',
})

class Office {
  readonly edits: EditRequest[] = []
  private readonly known = new Map<string, number>()
  readonly answers: PageServer['answers'] = new Map()
  readonly streams = new Set<ServerResponse>()
  spoken = protocol
  isNewPage = false
  loads = 0
  refusal: { status: number; message: string } | null = null
  private others: Person[] = []
  leftOut: readonly string[] = []
  given: Promise<void> = Promise.resolve()
  private comments: Comment[] = []
  private seq = 1
  /** All changes: a page may have read the workbook before one of them and listen only after it. */
  private readonly patches: { seq: number; text: string }[] = []
  private name: string | undefined

  constructor(private readonly options: PageServerOptions) {
    this.name = 'name' in options ? options.name : '李填报'
  }

  private tell(text: string): void {
    for (const stream of this.streams) stream.write(text)
  }

  /** As the desk does it: first what came after the change that the page has, then who is there. */
  listen(stream: ServerResponse, from: number): void {
    const missed = this.patches.filter(({ seq }) => seq > from).map(({ text }) => text)
    stream.write([':\n\n', ...missed, this.arrived()].join(''))
    this.streams.add(stream)
  }

  end(): void {
    for (const stream of this.streams) stream.end()
  }

  openBook(): Book {
    if (!this.options.host) throw new Error('no workbook is open')
    return this.options.host.book()
  }

  change(patch: BookPatch): number {
    this.seq += 1
    const text = eventText({ type: 'patch', seq: this.seq, by: '别人', kind: 'edit', patch })
    this.patches.push({ seq: this.seq, text })
    this.tell(text)
    return this.seq
  }

  people(others: Person[]): void {
    this.others = others
    this.tell(this.arrived())
  }

  private arrived(): string {
    return eventText({ type: 'people', people: [me(this.options), ...this.others] })
  }

  readonly routes: Readonly<Record<string, (body: never, query: URLSearchParams) => [number, unknown]>> = {
    'GET /api/start': () => [200, this.start()],
    'POST /api/name': ({ name }: { name: string }) => {
      this.name = name
      return [200, this.start()]
    },
    'GET /api/book': () => [200, this.book()],
    'GET /api/tab': (_body, query) => [200, this.tab(Number(query.get('sheet')))],
    'POST /api/edit': (body: EditRequest) => this.edit(body),
    'POST /api/run': (body: RunRequest) => [200, this.run(body)],
    'POST /api/comment': (body: CommentRequest) => [200, this.comment(body)],
    'POST /api/text': (body: TextRequest) => [200, checkTextIn(this.openBook(), body)],
    'POST /api/undo': () => [200, { seq: this.seq, what: '填写 D7' }],
    'POST /api/redo': () => [409, { message: '没有可以重做的操作。' }],
    'POST /api/here': () => [200, {}],
    'GET /api/findings': () => [200, { html: '' }],
    'GET /api/files': () => [200, [earlierFile]],
    'POST /api/ticket': () => [200, { ticket: 'once' }],
    'GET /api/history': () => [
      200,
      [
        { seq: 2, time: '2024-12-30T01:03:03Z', who: '王审核', kind: 'undo', what: '填写 D7', from: 8, to: 7 },
        { seq: 1, time: '2024-12-30T01:02:03Z', who: '王审核', kind: 'edit', what: '', from: 7, to: 8 },
      ],
    ],
  }

  private start(): StartAnswer {
    const { host, role = 'editor' } = this.options
    const open = host && { open: { title: host.book().title, file: 'report.xlsx' } }
    const recent = [
      {
        id: '1',
        title: '2024年度年报',
        file: '2024.xlsx',
        folder: '/年报',
        time: '2024-12-30T01:02:03Z',
        isMissing: false,
      },
      {
        id: '2',
        title: '2023年度年报',
        file: '2023.xlsx',
        folder: '/年报',
        time: '2023-12-30T01:02:03Z',
        isMissing: true,
      },
    ]
    const rest = { role, recent, year: 2024, canMakePdf: true, isShared: false, version: '0.0.0' }
    return { ...rest, ...open, ...(this.name !== undefined && { name: this.name }) }
  }

  private book(): unknown {
    const { host } = this.options
    const person = me(this.options)
    const menus = host?.menus() ?? []
    const people = [person, ...this.others]
    const book = host?.book()
    const later = (book?.sheets ?? []).filter(({ name }) => this.leftOut.includes(name))
    for (const sheet of later) sheet.cells = {}
    const ids = later.map(({ id }) => id)
    return { seq: this.seq, book, later: ids, comments: this.comments, menus, me: person, people }
  }

  private tab(id: number): unknown {
    const found = this.openBook().sheets.find((sheet) => sheet.id === id)
    if (!found) throw new Error(`no tab ${id}`)
    const { cells, ...sheet } = found
    return { seq: this.seq, sheet, cells: packCells(cells) }
  }

  private edit(request: EditRequest): [number, unknown] {
    if (this.refusal) return [this.refusal.status, { message: this.refusal.message }]
    const { id, ...edit } = request
    const known = id === undefined ? undefined : this.known.get(id)
    if (known !== undefined) return [200, { seq: known }]
    this.edits.push(edit)
    const { host } = this.options
    const before = host?.book()
    if (!host || !before) return [409, { message: 'no workbook' }]
    for (const { sheet: id, row, column, values } of [request, ...(request.more ?? [])]) {
      const sheet = before.sheets.find((one) => one.id === id)
      const refused = sheet ? host.edit(sheet.name, a1({ row, column }), values) : 'no sheet'
      if (refused !== null) return [422, { message: refused }]
    }
    const seq = this.change(diffBooks(before, host.book()))
    if (id !== undefined) this.known.set(id, seq)
    return [200, { seq }]
  }

  private run(request: RunRequest): unknown {
    const { host } = this.options
    const empty = { run: 'r', seq: this.seq, dialogs: [], toasts: [], notices: [], files: [] }
    const given = this.answers.get(request.functionName)
    if (given || !host) return { ...empty, ...given?.(request) }
    const before = host.book()
    const shown = host.run(request.functionName, request.arguments ?? [])
    return { run: 'r', seq: this.change(diffBooks(before, host.book())), ...shown }
  }

  private comment(request: CommentRequest): unknown {
    const entry = (text: string) => ({ who: '李填报', time: '2024-12-30T01:02:03Z', text })
    if (request.do === 'comment') {
      const { sheet, row, column, text } = request
      this.comments.push({
        id: `c${this.comments.length}`,
        sheet,
        row,
        column,
        resolved: false,
        entries: [entry(text)],
      })
    }
    const one = 'id' in request ? this.comments.find(({ id }) => id === request.id) : undefined
    if (one && request.do === 'reply') one.entries.push(entry(request.text))
    if (one && request.do === 'resolve') one.resolved = request.resolved
    this.change({ cells: {}, comments: structuredClone(this.comments) })
    return {}
  }
}

/** The page is asked for: after an update it is one that speaks as its server does. */
function loaded(office: Office): void {
  office.loads += 1
  if (office.isNewPage) office.spoken = protocol
}

export async function servePage(options: PageServerOptions = {}): Promise<PageServer> {
  let office = new Office(options)
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') loaded(office)
    response.setHeader(protocolHeader, String(office.spoken))
    const theirs = request.headers[protocolHeader] ?? String(office.spoken)
    if (pathname.startsWith('/api/') && theirs !== String(office.spoken)) {
      response.writeHead(426).end(JSON.stringify({ message: serverWords.otherProtocol }))
      return
    }
    if (pathname === '/api/openings') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
      return
    }
    if (pathname === '/api/events') {
      const { streams } = office
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      office.listen(response, Number(searchParams.get('from')))
      request.on('close', () => streams.delete(response))
      return
    }
    if (pathname === '/workbook.xlsx') {
      response.setHeader('content-disposition', 'attachment; filename=workbook.xlsx')
      response.end(JSON.stringify(office.openBook()))
      return
    }
    const route = office.routes[`${request.method} ${pathname}`]
    if (!route) return serveFile(pathname, response)
    if (pathname === '/api/tab') await office.given
    const [status, answer] = route((await bodyOf(request)) as never, searchParams)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    reset: (host) => {
      office.end()
      office = new Office({ ...options, host })
    },
    get edits() {
      return office.edits
    },
    get answers() {
      return office.answers
    },
    book: () => office.openBook(),
    refuse: (problem) => (office.refusal = problem),
    change: (patch) => void office.change(patch),
    update: (isNewPage) => {
      office.spoken = protocol + 1
      office.isNewPage = isNewPage
    },
    get loads() {
      return office.loads
    },
    drop: () => office.end(),
    later: (names, until = Promise.resolve()) => {
      office.leftOut = names
      office.given = until
    },
    people: (people) => office.people(people),
    close: async () => {
      office.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
