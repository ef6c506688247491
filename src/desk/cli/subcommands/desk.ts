import { existsSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { cliWords } from '../../../words/cli'
import { serverWords } from '../../../words/server'
import { DeskError, hasScreen, homeFolder, openBrowser, ownName, startDesk } from '../../server'
import type { MadeWorkbook, NewWorkbook, RunningDesk, StartOptions } from '../../server'
import { exampleBook } from '../example'
import { Failure } from '../failure'
import type { Io } from '../io'
import { newWorkbook } from '../new-workbook'
import { Threads } from '../threads'
import { userName } from '../user-name'
import { printSetups, workbookBytes } from '../workbook'

export interface DeskFlags {
  share?: boolean
  port: number
  open: boolean
  /** Of the person at this machine. */
  name?: string
}

const words = serverWords.console

async function madeNew(io: Io, { user, ...request }: NewWorkbook): Promise<MadeWorkbook> {
  const { title, bytes, notices } = await newWorkbook(io, request, user)
  return { title, bytes, ...(notices.length > 0 && { message: notices.join('\n') }) }
}

/** Checked already, so that a newcomer sees findings at once. */
async function madeExample(io: Io): Promise<MadeWorkbook> {
  const { workbook } = await exampleBook(io)
  workbook.run('checkWorkbook')
  const { book } = workbook
  return { title: book.title, bytes: await workbookBytes(book) }
}

function checkedPath(path: string): string {
  if (extname(path).toLowerCase() !== '.xlsx') throw new Failure(serverWords.notXlsx)
  if (!existsSync(path) && !existsSync(`${path}.journal`)) throw new Failure(cliWords.files.missing(path))
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(cliWords.files.directory(path))
  return resolve(path)
}

function optionsOf(
  io: Io,
  threads: Threads,
  workbook: string | undefined,
  { share, port, name }: DeskFlags,
): StartOptions {
  const home = resolve(homeFolder(process.platform, process.env))
  return {
    home,
    page: io.page,
    toXlsx: (book) => threads.makeXlsx(book, printSetups()),
    reading: {
      own: (bytes) => threads.readXlsx(bytes),
      properties: (bytes) => threads.readProperties(bytes),
    },
    version: io.version,
    userName: name?.trim() || (ownName(home) ?? userName()),
    isShared: share === true,
    clock: () => new Date(),
    searchPath: process.env['PATH'] ?? '',
    newWorkbook: (request) => madeNew(io, request),
    exampleWorkbook: () => madeExample(io),
    readFile: (path) => threads.readFile(path),
    readText: (given) => threads.readText(given),
    isForUser: (error) => error instanceof Failure,
    tell: (text) => process.stderr.write(`${text}\n`),
    port,
    ...(workbook !== undefined && { workbook: checkedPath(workbook) }),
  }
}

function greeting({ links, workbook, message }: RunningDesk, isShared: boolean): string {
  return [
    words.ready(links.own),
    ...(isShared ? [links.editor.length > 0 ? words.shared(links.editor, links.reviewer) : words.noNetwork] : []),
    ...(workbook === null ? [] : [words.opened(workbook)]),
    ...(message === null ? [] : [message]),
    words.stop,
  ].join('\n')
}

/** Resolves when the person ends the desk, or the system does. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

async function started(options: StartOptions): Promise<RunningDesk> {
  try {
    return await startDesk(options)
  } catch (error) {
    throw error instanceof DeskError ? new Failure(error.message) : error
  }
}

/** `desk [WORKBOOK.xlsx]`: the desk in a browser, until it is stopped. */
export async function deskSubcommand(io: Io, workbook: string | undefined, flags: DeskFlags): Promise<void> {
  const threads = new Threads(io.thread)
  const desk = await started(optionsOf(io, threads, workbook, flags))
  const stopped = untilStopped()
  io.out(greeting(desk, flags.share === true))
  if (flags.open && hasScreen(process.platform, process.env)) openBrowser(desk.linkForBrowser())
  await stopped
  io.out(words.stopping)
  try {
    await desk.close()
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error))
  } finally {
    await threads.close()
  }
  io.out(words.stopped)
}
