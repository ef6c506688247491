import { once } from 'node:events'
import type { Server } from 'node:http'
import { serverWords as words } from '../../words/server'
import { codeOf } from '../disk-error'
import { DeskError } from './problem'

const MOST_PORTS = 50
const LAST_PORT = 65_535

/** False if another program has the port. */
async function listens(server: Server, port: number, address: string): Promise<boolean> {
  try {
    server.listen(port, address)
    await once(server, 'listening')
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EADDRINUSE') return false
    throw new DeskError(
      code === 'EACCES' ? words.console.portRefused(port) : words.console.listening(code ?? `${error}`),
    )
  }
}

/** Listens on the wanted port or the next free one (0: any), and returns its number. Throws a DeskError. */
export async function listenFrom(server: Server, wanted: number, address: string): Promise<number> {
  for (let port = wanted; port < wanted + MOST_PORTS && port <= LAST_PORT; port++) {
    if (!(await listens(server, port, address))) continue
    const bound = server.address()
    return typeof bound === 'object' && bound ? bound.port : port
  }
  throw new DeskError(words.console.noPort(wanted))
}
