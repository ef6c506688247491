/** The open workbook: read, edited, commented on and run. */
import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { serverWords as words } from '../../words/server'
import { NewerCells, OfficeError } from '../office'
import type { Office, OfficeProblem } from '../office'
import { copyBook, packCells } from '../book'
import type { Book } from '../book'
import type { BookAnswer, OfficeEvent, TabAnswer } from '../protocol'
import { commentRequest, editRequest, sheetPosition, runRequest, textRequest, trailQuery } from '../requests'
import { compressed } from './compressed'
import type { DeskState } from './desk-state'
import type { Env } from './entry'
import { eventText } from './events'
import { withFileRead } from './handed-file'
import { withCommonHeaders } from './headers'
import { MOST_PAGES } from './limits'
import { badRequest, Refusal } from './problem'
import { personOf } from './person'
import { checked, jsonOf } from './read-body'
import type { Session } from './sessions'

const statusOf: Readonly<Record<OfficeProblem, 403 | 409 | 422 | 507>> = {
  forbidden: 403,
  refused: 422,
  conflict: 409,
  failed: 507,
}

function officeOf(desk: DeskState, { role }: Session): Office {
  if (desk.office) return desk.office
  if (desk.isEnding) throw new Refusal(409, words.ending, 'closed')
  throw new Refusal(409, role === 'editor' ? words.noWorkbook : words.noWorkbookReviewer, 'closed')
}

/** The open workbook, if it is the one that the person's page shows. */
export function officeSeen(desk: DeskState, session: Session): Office {
  const office = officeOf(desk, session)
  if (desk.officeSeenBy(session) !== office) throw new Refusal(409, words.otherWorkbook, 'closed')
  return office
}

/** Reviewers only read and comment. */
export const editorsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.session.role !== 'editor') throw new Refusal(403, words.reviewerOnly, 'role')
  await next()
}

/** Does the work; the office's errors become refusals with a status. */
export async function asked<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NewerCells) throw new Refusal(409, error.message, 'newer', error.newer, error.seq)
    if (error instanceof OfficeError) throw new Refusal(statusOf[error.problem], error.message)
    throw error
  }
}

/** A tab with more cells than this is asked for when it is shown. */
const MOST_CELLS_AT_ONCE = 8_000

/** A copy with the cells of large tabs left out; a page that shows one asks for it. */
function withoutLarge(book: Book): { book: Book; later: number[] } {
  const large = book.sheets.filter(({ cells }) => Object.keys(cells).length > MOST_CELLS_AT_ONCE)
  const sheets = book.sheets.map((sheet) => (large.includes(sheet) ? { ...sheet, cells: {} } : sheet))
  return { book: copyBook({ ...book, sheets }), later: large.map(({ id }) => id) }
}

/** Waits until a change that is under way is complete: its book and its number come one after the other. */
const betweenChanges = (): Promise<void> => new Promise((next) => setImmediate(next))

async function tabAnswer(desk: DeskState, session: Session, id: number): Promise<TabAnswer> {
  await betweenChanges()
  const office = officeSeen(desk, session)
  return office.read(({ sheets }) => {
    const sheet = sheets.find((one) => one.id === id)
    if (!sheet) throw new Refusal(404, words.notFound)
    const { cells, ...frame } = sheet
    return { seq: office.seq, sheet: structuredClone(frame), cells: packCells(cells) }
  })
}

async function bookAnswer(desk: DeskState, session: Session, isOnDemand: boolean): Promise<BookAnswer> {
  await betweenChanges()
  const office = officeOf(desk, session)
  desk.caughtUp(session)
  const message = desk.messageFor(session)
  const { seq, unwritten } = office
  const { book, later } = isOnDemand ? office.read(withoutLarge) : { book: office.book, later: [] }
  return {
    seq,
    book,
    ...(later.length > 0 && { later }),
    ...(unwritten !== null && { unwritten }),
    comments: book.comments ?? [],
    menus: session.role === 'editor' ? office.menus : [],
    me: personOf(desk, session),
    people: office.people(),
    ...(message !== undefined && { message }),
  }
}

/** Dialogs and toasts of a run are only for the person who ran it; the others learn that it ended, and its files. */
function eventFor(event: OfficeEvent, { id }: Session): OfficeEvent | null {
  if (event.type === 'notice' && event.to !== undefined && event.to !== id) return null
  if (event.type === 'overwritten' && event.to !== id) return null
  if (event.type !== 'run' || event.state !== 'finished' || event.by === id) return event
  const { type, state, name, by, files } = event
  return { type, id: event.id, state, name, by, files, dialogs: [], toasts: [], notices: [] }
}

function eventsFrom(c: Context<Env>): number {
  const from = Number(c.req.header('last-event-id') ?? c.req.query('from') ?? Number.NaN)
  if (!Number.isSafeInteger(from) || from < 0) throw badRequest()
  return from
}

const eventHeaders = withCommonHeaders({ 'Content-Type': 'text/event-stream' })

function events(desk: DeskState, c: Context<Env>): Response {
  const { session } = c.var
  const { office, hub } = desk
  const from = eventsFrom(c)
  if (hub.pagesOf(session.id) >= MOST_PAGES) throw new Refusal(429, words.manyPages(MOST_PAGES))
  // To the page this is no refusal: it takes the workbook anew, and keeps what is not sent yet.
  const mustReload = !office || desk.officeSeenBy(session) !== office || !hub.canResume(from)
  if (mustReload) return new Response(eventText({ type: 'workbook' }), { headers: eventHeaders })
  const leave = office.join(personOf(desk, session))
  const isIn = () => desk.sessions.isIn(session)
  const sees = (event: OfficeEvent) => eventFor(event, session)
  const page = { person: session.id, sees, isIn, onEnd: leave }
  const stream = hub.stream(from, [{ type: 'people', people: office.people() }], page)
  return new Response(stream, { headers: eventHeaders })
}

/** For a page that shows no workbook: it hears when one is opened, and of nothing else. */
function openings(desk: DeskState, { session }: Env['Variables']): Response {
  const { hub, sessions } = desk
  if (hub.pagesOf(session.id) >= MOST_PAGES) throw new Refusal(429, words.manyPages(MOST_PAGES))
  const page = { person: session.id, sees: () => null, isIn: () => sessions.isIn(session), onEnd: () => undefined }
  return new Response(hub.stream(Number.MAX_SAFE_INTEGER, [], page), { headers: eventHeaders })
}

export function bookRoutes(desk: DeskState): Hono<Env> {
  const office = (c: Context<Env>): Office => officeSeen(desk, c.var.session)
  const me = (c: Context<Env>) => personOf(desk, c.var.session)
  return new Hono<Env>()
    .get('/book', compressed, async (c) =>
      c.json(await bookAnswer(desk, c.var.session, c.req.query('tabs') === 'demand')),
    )
    .get('/tab', compressed, async (c) => c.json(await tabAnswer(desk, c.var.session, Number(c.req.query('sheet')))))
    .get('/events', (c) => events(desk, c))
    .get('/openings', (c) => openings(desk, c.var))
    .get('/history', async (c) => {
      const { sheet, row, column } = c.req.query()
      const cell = { sheet: Number(sheet), row: Number(row), column: Number(column) }
      return c.json(await asked(() => office(c).history(checked(sheetPosition, cell))))
    })
    .get('/findings', async (c) => c.json({ html: await asked(() => office(c).findings(me(c))) }))
    .get('/trail', (c) => {
      const { limit, before } = checked(trailQuery, c.req.query())
      return c.json(office(c).trail(limit, before))
    })
    .post('/edit', editorsOnly, async (c) => {
      const request = await jsonOf(c, editRequest)
      return c.json(await asked(() => office(c).edit(me(c), request)))
    })
    .post('/run', editorsOnly, async (c) => {
      const request = await withFileRead(desk, await jsonOf(c, runRequest))
      return c.json(await asked(() => office(c).run(me(c), request)))
    })
    .post('/undo', editorsOnly, async (c) => c.json(await asked(() => office(c).undo(me(c)))))
    .post('/redo', editorsOnly, async (c) => c.json(await asked(() => office(c).redo(me(c)))))
    .post('/comment', async (c) => {
      const request = await jsonOf(c, commentRequest)
      return c.json(await asked(() => office(c).comment(me(c), request)))
    })
    .post('/text', async (c) => {
      const request = await jsonOf(c, textRequest)
      const answer = await asked(() => office(c).checkText(request))
      if (!answer) throw new Refusal(404, words.notFound)
      return c.json(answer)
    })
    .post('/here', async (c) => {
      const place = await jsonOf(c, sheetPosition)
      await asked(() => office(c).here(me(c), place))
      return c.body(null, 204)
    })
}
