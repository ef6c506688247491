/** The start page: the person's name, and the workbook to open. */
import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { Hono } from 'hono'
import type { InferOutput } from 'valibot'
import { officeWords } from '../../words/office'
import { serverWords as words } from '../../words/server'
import { shownTime } from '../book'
import { captionOf } from '../office'
import type { Version } from '../protocol'
import { copiesOf, putCopyInPlace, StoreError } from '../store'
import { copyRequest, nameRequest, newForm, openForm, recentRequest } from '../requests'
import type { CopyRequest, NameRequest, OpenAnswer, OpenWorkbook, RecentRequest, StartAnswer } from '../start-protocol'
import { XlsxError } from '../xlsx'
import { editorsOnly } from './book-routes'
import type { DeskState, MadeWorkbook } from './desk-state'
import type { Env } from './entry'
import { withHandedFile } from './handed-file'
import { keepOwnName } from './own-name'
import { Refusal } from './problem'
import { formOf, jsonOf } from './read-body'
import type { Session } from './sessions'
import { addWorkbook, firstPath } from './workbook-folder'

const LONGEST_NAME = 30
const LONGEST_UNIT = 100
/** Control characters, marks of direction, halves of characters, what is no character, and letters that show nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff\u115f\u1160\u3164\uffa0\u2800]/gu

/** Until June, in Beijing, the report is about the year before, from July on about this year. */
export function yearFor(now: Date): number {
  const [year = '', month = ''] = shownTime(now.toISOString()).split('-')
  return Number(year) - (Number(month) < 7 ? 1 : 0)
}

function openWorkbook({ office, openedBy }: DeskState, { id }: Session): OpenWorkbook | undefined {
  if (!office) return undefined
  const others = office.people().filter((person) => person.id !== id)
  return {
    title: office.title,
    file: basename(office.workbook),
    ...(openedBy !== '' && { by: openedBy }),
    others: others.map(({ name, role }) => (role === 'reviewer' ? officeWords.reviewerNamed(name) : name)),
  }
}

function startAnswer(desk: DeskState, session: Session): StartAnswer {
  const { options, message } = desk
  const { role, name } = session
  const open = name === '' ? undefined : openWorkbook(desk, session)
  const isEditor = role === 'editor'
  return {
    role,
    ...(name !== '' && { name }),
    ...(open && { open }),
    recent: isEditor && name !== '' ? desk.recent.list() : [],
    year: yearFor(options.clock()),
    canMakePdf: desk.documents.canMakePdf,
    isShared: desk.isShared,
    version: options.version,
    ...(message !== null && isEditor && { message }),
  }
}

function nameOf(request: NameRequest): string {
  const name = request.name.replace(INVISIBLE, '').trim()
  if (name === '' || [...name].length > LONGEST_NAME) throw new Refusal(422, words.badName)
  return name
}

/** Refuses with the error's own message where the person can do something about it. */
async function opened(desk: DeskState, work: () => Promise<OpenAnswer>): Promise<OpenAnswer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) throw new Refusal(409, error.message)
    if (error instanceof XlsxError || desk.options.isForUser(error)) throw new Refusal(422, error.message)
    throw error
  }
}

/** Puts a file into the desk's folder and opens it. Deletes it again if it is not a workbook of ours. */
async function openNew(desk: DeskState, by: string, name: string, bytes: Uint8Array): Promise<OpenAnswer> {
  const path = addWorkbook(desk.workbookFolder, name, bytes)
  try {
    return await desk.open(path, by)
  } catch (error) {
    if (error instanceof XlsxError) rmSync(path, { force: true })
    throw error
  }
}

async function openMade(desk: DeskState, by: string, name: string, made: MadeWorkbook): Promise<OpenAnswer> {
  const answer = await openNew(desk, by, name, made.bytes)
  return { ...answer, ...(made.message !== undefined && { message: made.message }) }
}

/** The one that was made before, with what people have done in it; a new one where that cannot be opened. */
export async function openExample(desk: DeskState, by = ''): Promise<OpenAnswer> {
  const made = await desk.options.exampleWorkbook()
  const name = `${words.sampleName} ${made.title}`
  const path = firstPath(desk.workbookFolder, name)
  if (existsSync(path)) {
    try {
      return await desk.open(path, by)
    } catch (error) {
      if (!(error instanceof XlsxError)) throw error
    }
  }
  return openMade(desk, by, name, made)
}

async function openUpload(desk: DeskState, by: string, { file }: InferOutput<typeof openForm>): Promise<OpenAnswer> {
  if (!/\.xlsx$/i.test(file.name)) throw new Refusal(422, words.notXlsx)
  if (file.size === 0) throw new Refusal(422, words.emptyFile)
  return openNew(desk, by, file.name, new Uint8Array(await file.arrayBuffer()))
}

/** Does the work with the path of last year's file, if there is one. */
async function withFile<T>(file: File | undefined, work: (path: string | undefined) => Promise<T>): Promise<T> {
  if (!file || file.size === 0) return work(undefined)
  return withHandedFile(file.name, new Uint8Array(await file.arrayBuffer()), work)
}

async function openFresh(desk: DeskState, user: string, form: InferOutput<typeof newForm>): Promise<OpenAnswer> {
  const unit = form.unit.replace(INVISIBLE, '').trim()
  const year = form.year.trim()
  if (unit === '' || [...unit].length > LONGEST_UNIT) throw new Refusal(422, words.unit)
  if (!/^(?:19|20)\d\d$/.test(year)) throw new Refusal(422, words.year)
  const made = await withFile(form.lastYear, (lastYear) =>
    desk.options.newWorkbook({
      unit,
      year: Number(year),
      user,
      carry: form.carry !== undefined,
      ...(lastYear !== undefined && { lastYear }),
    }),
  )
  return openMade(desk, user, made.title, made)
}

async function openRecent(desk: DeskState, by: string, { id }: RecentRequest): Promise<OpenAnswer> {
  const entry = desk.recent.list().find((one) => one.id === id)
  const path = desk.recent.pathOf(id)
  if (!entry || path === null) throw new Refusal(422, words.recentUnknown)
  if (entry.isMissing) throw new Refusal(422, words.recentMissing(entry.file))
  return desk.open(path, by)
}

/** Dated copies of a workbook that cannot be opened. */
function copiesOfRecent(desk: DeskState, { id }: RecentRequest): Version[] {
  const path = desk.recent.pathOf(id)
  return path === null ? [] : copiesOf(path).map((name) => ({ name, caption: captionOf(name) }))
}

/** Opens the workbook; where that is not possible, its dated copy is put in its place first. */
async function openCopy(desk: DeskState, by: string, { id, name }: CopyRequest): Promise<OpenAnswer> {
  const path = desk.recent.pathOf(id)
  if (path === null) throw new Refusal(422, words.recentUnknown)
  try {
    return await desk.open(path, by)
  } catch (error) {
    if (!(error instanceof XlsxError) && existsSync(path)) throw error
  }
  await putCopyInPlace(path, name, by, desk.clock().toISOString())
  return desk.open(path, by)
}

/** Requests of a person whose name is not known yet. */
export function entryRoutes(desk: DeskState): Hono<Env> {
  return new Hono<Env>()
    .get('/start', (c) => c.json(startAnswer(desk, c.var.session)))
    .post('/name', async (c) => {
      const { session } = c.var
      const name = nameOf(await jsonOf(c, nameRequest))
      desk.sessions.rename(session, name)
      if (!session.isGuest) keepOwnName(desk.options.home, name)
      return c.json(startAnswer(desk, c.var.session))
    })
}

export function startRoutes(desk: DeskState): Hono<Env> {
  return new Hono<Env>()
    .get('/recent', editorsOnly, (c) => c.json(desk.recent.list()))
    .post('/recent', editorsOnly, async (c) => {
      const request = await jsonOf(c, recentRequest)
      return c.json(await opened(desk, () => openRecent(desk, c.var.session.name, request)))
    })
    .post('/recent/copies', editorsOnly, async (c) => c.json(copiesOfRecent(desk, await jsonOf(c, recentRequest))))
    .post('/recent/copy', editorsOnly, async (c) => {
      const request = await jsonOf(c, copyRequest)
      return c.json(await opened(desk, () => openCopy(desk, c.var.session.name, request)))
    })
    .post('/example', editorsOnly, async (c) => c.json(await opened(desk, () => openExample(desk, c.var.session.name))))
    .post('/open', editorsOnly, async (c) => {
      const form = await formOf(c, openForm)
      return c.json(await opened(desk, () => openUpload(desk, c.var.session.name, form)))
    })
    .post('/new', editorsOnly, async (c) => {
      const form = await formOf(c, newForm)
      return c.json(await opened(desk, () => openFresh(desk, c.var.session.name, form)))
    })
    .post('/close', editorsOnly, async (c) => {
      await desk.close()
      return c.body(null, 204)
    })
}
