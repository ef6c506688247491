/** The desk's server, as the page sees it. */
import type {
  BookAnswer,
  CommentRequest,
  EditAnswer,
  EditRequest,
  FileLink,
  HistoryEntry,
  Place,
  RunAnswer,
  RunRequest,
  StepAnswer,
} from '../protocol'
import type { NameRequest, OpenAnswer, Problem, RecentRequest, StartAnswer } from '../start-protocol'

/** The server said no, or (status 0) was not to be reached. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code?: Problem['code'],
  ) {
    super(message)
  }

  /** To be tried again as it is: nothing is wrong with what was asked. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 408 || this.status === 429 || this.status === 401
  }
}

async function problemOf(response: Response): Promise<ServerError> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  return new ServerError(body?.message ?? '', response.status, body?.code)
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => null)
  if (!response) throw new ServerError('', 0)
  if (!response.ok) throw await problemOf(response)
  return (response.status === 204 ? undefined : await response.json()) as T
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
  example: () => post<OpenAnswer>('/api/example'),
  open: (form: FormData) => send<OpenAnswer>('/api/open', form),
  fresh: (form: FormData) => send<OpenAnswer>('/api/new', form),
  book: () => ask<BookAnswer>('/api/book'),
  edit: (request: EditRequest) => post<EditAnswer>('/api/edit', request),
  run: (request: RunRequest) => post<RunAnswer>('/api/run', request),
  ahead: (functionName: string) => post<unknown>('/api/ahead', { functionName }),
  undo: () => post<StepAnswer>('/api/undo'),
  redo: () => post<StepAnswer>('/api/redo'),
  comment: (request: CommentRequest) => post<unknown>('/api/comment', request),
  here: (place: Place) => post<unknown>('/api/here', place),
  files: () => ask<FileLink[]>('/api/files'),
  history: ({ sheet, row, column }: Place) =>
    ask<HistoryEntry[]>(`/api/history?sheet=${sheet}&row=${row}&column=${column}`),
}
