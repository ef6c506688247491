import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { serverWords as words } from '../../words/server'
import { reasonOf } from '../disk-error'
import { networkAddresses } from './addresses'
import { createApp } from './app'
import { Connections } from './connections'
import { DeskState } from './desk-state'
import type { DeskOptions } from './desk-state'
import { personOfCookie } from './entry'
import { descriptorLimit, mostConnections } from './limits'
import { listenFrom } from './listen'
import { privateFolder } from './private-file'
import { DeskError } from './problem'
import { openExample } from './start-routes'

export interface StartOptions extends DeskOptions {
  /** 0: any. */
  port: number
  /** The workbook to open; absent: the one left open by a crash, or on the first start the example, else none. */
  workbook?: string
}

interface Links {
  /** For the person at this machine. */
  own: string
  /** For others on the network, one link for each address of this machine; empty unless the desk is shared. */
  editor: string[]
  reviewer: string[]
}

export interface RunningDesk {
  port: number
  links: Links
  /** Path of the open workbook; null: the start page is shown. */
  workbook: string | null
  /** Why the workbook asked for is not open. */
  message: string | null
  /** A link that lets in once, within a minute: other users of the machine can read the browser's command line. */
  linkForBrowser: () => string
  /** Saves and ends. Rejects if the workbook was not saved; its journal has everything then. */
  close: () => Promise<void>
}

const BROWSER_MS = 60_000

function linksOf(desk: DeskState): Links {
  const link = (host: string, token: string): string => `http://${host}:${desk.port}/?token=${token}`
  const own = link('127.0.0.1', desk.passes.issue({ role: 'editor', isGuest: false }))
  if (!desk.isShared) return { own, editor: [], reviewer: [] }
  const editor = desk.passes.issue({ role: 'editor', isGuest: true })
  const reviewer = desk.passes.issue({ role: 'reviewer', isGuest: true })
  const addresses = networkAddresses()
  return {
    own,
    editor: addresses.map((address) => link(address, editor)),
    reviewer: addresses.map((address) => link(address, reviewer)),
  }
}

/** Without a workbook to open, the first start shows the example, so that a newcomer sees what the desk does. */
async function openFirst(desk: DeskState, wanted: string | undefined): Promise<void> {
  const left = desk.sessions.leftOpen()
  const path = wanted ?? left
  if (path !== null) {
    await desk.open(path)
    return
  }
  if (desk.recent.list().length === 0) await openExample(desk)
}

async function opened(desk: DeskState, wanted: string | undefined): Promise<void> {
  try {
    await openFirst(desk, wanted)
  } catch (error) {
    const message = desk.toldOf(error)
    // The desk was started for the workbook that was named. Without one, the start page offers others.
    if (wanted !== undefined) throw new DeskError(message)
    desk.message = message
  }
}

async function ended(server: Server, desk: DeskState): Promise<void> {
  desk.isEnding = true
  desk.hub.tellEnd()
  try {
    await desk.close()
  } finally {
    desk.sessions.end()
    desk.hub.close()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
}

/** Nothing can be kept in a folder that cannot be made: the desk goes on, and says so when it has something to keep. */
function makeHome({ home, tell }: StartOptions): void {
  try {
    privateFolder(home)
  } catch (error) {
    tell(words.cannotWrite(home, reasonOf(error)))
  }
}

/** Without a descriptor left no file could be written: connections beyond the limit are refused, which is told once. */
function limitConnections(server: Server, desk: DeskState): void {
  const { tell, connections } = desk.options
  const most = connections ?? mostConnections(descriptorLimit())
  const personOf = ({ headers }: IncomingMessage) => personOfCookie(desk, headers.cookie)
  const onCrowd = (many: number) => tell(words.console.strangers(many))
  new Connections(server, { most, personOf, onCrowd })
  server.once('drop', () => tell(words.console.manyConnections(most)))
}

/** Heads that come slowly are given up by Node, bodies by `Connections`: how long those may take depends on their length. */
const times = { headersTimeout: 8_000, requestTimeout: 0, connectionsCheckingInterval: 2_000 }

/** The desk could not be started, and its connections are closed. */
const noAnswer = (): void => undefined

/** Starts the desk. Throws a DeskError whose message is for the user. */
export async function startDesk(options: StartOptions): Promise<RunningDesk> {
  if (!existsSync(join(options.page, 'index.html'))) throw new DeskError(words.console.noPage)
  makeHome(options)
  const server = createServer({ maxHeaderSize: 32 * 1024, ...times })
  const port = await listenFrom(server, options.port, options.isShared ? '0.0.0.0' : '127.0.0.1')
  if (options.port !== 0 && port !== options.port) options.tell(words.console.portTaken(options.port, port))
  const desk = new DeskState(options, port, join(options.home, `sessions-${port}.json`))
  limitConnections(server, desk)
  const app = createApp(desk, (error) => desk.fault(error))
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const opening = opened(desk, options.workbook)
  // A page of before a crash asks as soon as the desk listens: it waits until the workbook is open.
  server.on('request', (incoming, outgoing) => void opening.then(() => answer(incoming, outgoing), noAnswer))
  try {
    await opening
  } catch (error) {
    await ended(server, desk)
    throw error
  }
  return {
    port,
    links: linksOf(desk),
    workbook: desk.office?.workbook ?? null,
    message: desk.message,
    linkForBrowser: () => {
      const until = desk.clock().getTime() + BROWSER_MS
      return `http://127.0.0.1:${port}/?token=${desk.passes.issue({ role: 'editor', isGuest: false }, until)}`
    },
    close: () => ended(server, desk),
  }
}
