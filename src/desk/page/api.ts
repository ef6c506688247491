/** The desk's server, as the page sees it. */
import type {
  BookAnswer,
  CommentRequest,
  EditAnswer,
  EditRequest,
  Erased,
  ErasePreview,
  FileLink,
  HistoryEntry,
  SheetPosition,
  RunAnswer,
  RunRequest,
  StepAnswer,
  TabAnswer,
  TextAnswer,
  TextRequest,
  TakenVersion,
  TrailAnswer,
  Version,
  VersionDifferences,
} from '../protocol'
import { keyHeader, protocol, protocolHeader } from '../protocol'
import type { CopyRequest, NameRequest, OpenAnswer, Problem, RecentRequest, StartAnswer } from '../start-protocol'
import { pageKey } from './page-key'

/** 426 Upgrade Required: the page and the server speak different protocols. */
const OTHER_PROTOCOL = 426

/** The server said no, or (status 0) was not to be reached. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code?: Problem['code'],
    /** What an edit that asks first would have replaced. */
    readonly newer?: Problem['newer'],
    /** The change that these stand in. */
    readonly seq = 0,
  ) {
    super(message)
  }

  /** The request can be sent again as it is: nothing is wrong with it. A closed workbook may be opened again. */
  get isPassing(): boolean {
    return (
      this.code === 'closed' ||
      this.status === 0 ||
      this.status >= 500 ||
      [401, 408, OTHER_PROTOCOL, 429].includes(this.status)
    )
  }
}

async function problemOf(response: Response): Promise<ServerError> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ServerError(body?.message ?? '', response.status, body?.code, body?.newer, body?.seq)
}

let otherProtocol: (theirs: number) => void = () => undefined

/** Calls back whenever the server speaks another protocol than this page: one of the two is older. */
export function onOtherProtocol(act: (theirs: number) => void): void {
  otherProtocol = act
}

/** A request to the server, with the number of the page's protocol and the page's key. */
export async function fetchFromDesk(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
  const sent = new Headers(headers)
  sent.set(protocolHeader, String(protocol))
  sent.set(keyHeader, pageKey())
  const response = await fetch(path, { ...init, headers: sent })
  const theirs = response.headers.get(protocolHeader)
  // A proxy's answer has none.
  if (theirs !== null && Number(theirs) !== protocol) otherProtocol(Number(theirs))
  return response
}

let closed: string | null = null

/** The workbook of this page is closed: nothing of the page is for the one that is open instead. */
export function closeApi(why: string): void {
  closed = why
}

let answered: () => void = () => undefined

/** Calls back whenever an answer is there, before whoever asked has it. */
export function onAnswer(act: () => void): void {
  answered = act
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  if (closed !== null && path !== '/api/start') throw new ServerError(closed, 409, 'closed')
  const response = await fetchFromDesk(path, init).catch(() => null)
  if (!response) throw new ServerError('', 0)
  if (!response.ok) throw await problemOf(response)
  const answer = (response.status === 204 ? undefined : await response.json()) as T
  answered()
  return answer
}

function post<T>(path: string, body: unknown = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

const send = <T>(path: string, form: FormData): Promise<T> => ask(path, { method: 'POST', body: form })

export const api = {
  start: () => ask<StartAnswer>('/api/start'),
  name: (request: NameRequest) => post<StartAnswer>('/api/name', request),
  recent: (request: RecentRequest) => post<OpenAnswer>('/api/recent', request),
  copies: (request: RecentRequest) => post<Version[]>('/api/recent/copies', request),
  copy: (request: CopyRequest) => post<OpenAnswer>('/api/recent/copy', request),
  example: () => post<OpenAnswer>('/api/example'),
  open: (form: FormData) => send<OpenAnswer>('/api/open', form),
  fresh: (form: FormData) => send<OpenAnswer>('/api/new', form),
  book: () => ask<BookAnswer>('/api/book?tabs=demand'),
  tab: (sheet: number) => ask<TabAnswer>(`/api/tab?sheet=${sheet}`),
  edit: (request: EditRequest) => post<EditAnswer>('/api/edit', request),
  run: (request: RunRequest) => post<RunAnswer>('/api/run', request),
  undo: () => post<StepAnswer>('/api/undo'),
  redo: () => post<StepAnswer>('/api/redo'),
  text: (request: TextRequest) => post<TextAnswer>('/api/text', request),
  comment: (request: CommentRequest) => post<unknown>('/api/comment', request),
  here: (place: SheetPosition) => post<unknown>('/api/here', place),
  /** HTML for who may only look. */
  findings: () => ask<{ html: string }>('/api/findings'),
  /** The changes before that number, or the latest. */
  trail: (before?: number) => ask<TrailAnswer>(`/api/trail${before === undefined ? '' : `?before=${before}`}`),
  files: () => ask<FileLink[]>('/api/files'),
  versions: {
    list: () => ask<Version[]>('/api/versions'),
    differences: (name: string) =>
      ask<VersionDifferences>(`/api/versions/differences?name=${encodeURIComponent(name)}`),
    take: (name: string, base: number) => post<TakenVersion>('/api/versions/take', { name, base }),
  },
  erase: {
    preview: () => ask<ErasePreview>('/api/erase'),
    do: () => post<Erased>('/api/erase'),
  },
  /** The address of a file as a link or a frame may fetch it, once. */
  fileAddress: async (path: string): Promise<string> => {
    const { ticket } = await post<{ ticket: string }>('/api/ticket', { path })
    return `${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`
  },
  history: ({ sheet, row, column }: SheetPosition) =>
    ask<HistoryEntry[]>(`/api/history?sheet=${sheet}&row=${row}&column=${column}`),
}
