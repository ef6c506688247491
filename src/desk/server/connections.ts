/** Keeps connections of people who have come in: those of anybody else are closed first, and soon where they are silent. */
import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

export interface ConnectionOptions {
  /** The server accepts no more. Some of them are kept free for those who come in. */
  most: number
  /** The person that the request's cookie stands for; null: nobody. */
  personOf: (request: IncomingMessage) => string | null
  /** Called once, with how many connections there may be before those of nobody are closed. */
  onCrowd: (many: number) => void
  /** Milliseconds in which a connection sends its first request's head, and a request without a session its body. */
  headMs?: number
  /** Milliseconds for a body, beside those that its length is allowed. */
  bodyMs?: number
}

const HEAD_MS = 8_000
const BODY_MS = 20_000
/** After the answer, so that it arrives before the connection is closed. */
const REST_MS = 2_000
/** A body that comes more slowly is not waited for. */
const BYTES_A_MS = 16
/** A browser opens six connections; many pages of one person stay below. */
const MOST_OF_ONE = 100

interface Connection {
  /** Null: no request on it has shown a session. */
  person: string | null
  /** When the request that it is sending must be there, in milliseconds; null: nothing is waited for. */
  due: number | null
  /** The request that is being read or answered. */
  request: IncomingMessage | null
}

/** Of those that never showed a session the oldest goes first. */
export class Connections {
  /** In the order in which they came. */
  private readonly open = new Map<Socket, Connection>()
  private readonly timer: NodeJS.Timeout
  private isCrowded = false
  private readonly headMs: number
  private readonly bodyMs: number

  constructor(
    server: Server,
    private readonly options: ConnectionOptions,
  ) {
    this.headMs = options.headMs ?? HEAD_MS
    this.bodyMs = options.bodyMs ?? BODY_MS
    server.maxConnections = options.most
    server.on('connection', (socket) => this.came(socket))
    server.on('request', (request, response) => {
      this.asked(request)
      response.once('close', () => this.answered(request))
    })
    server.once('close', () => clearInterval(this.timer))
    this.timer = setInterval(() => this.sweep(), Math.min(1_000, this.headMs / 4)).unref()
  }

  /** Beyond so many, connections of nobody are closed. */
  private get many(): number {
    const { most } = this.options
    return most - Math.max(4, Math.floor(most / 8))
  }

  private came(socket: Socket): void {
    this.open.set(socket, { person: null, due: Date.now() + this.headMs, request: null })
    socket.once('close', () => this.open.delete(socket))
    if (this.open.size <= this.many) return
    this.dropStranger(socket)
    if (!this.isCrowded) this.options.onCrowd(this.many)
    this.isCrowded = true
  }

  /** @param latest may be somebody who is just coming in */
  private dropStranger(latest: Socket): void {
    for (const [socket, { person }] of this.open) {
      if (person !== null || socket === latest) continue
      this.drop(socket)
      return
    }
  }

  private asked(request: IncomingMessage): void {
    const { socket } = request
    const connection = this.open.get(socket)
    if (!connection) return
    const person = this.options.personOf(request)
    connection.person = person ?? connection.person
    connection.request = request
    connection.due = Date.now() + this.timeFor(request, person)
    if (person !== null) this.limitPerson(person)
  }

  private timeFor({ headers }: IncomingMessage, person: string | null): number {
    if (person === null) return this.headMs
    const length = Number(headers['content-length'] ?? 0)
    return this.bodyMs + (Number.isFinite(length) ? length / BYTES_A_MS : 0)
  }

  /** The rest of a body that was refused unread is not waited for. Between two requests Node closes the connection. */
  private answered(request: IncomingMessage): void {
    const connection = this.open.get(request.socket)
    if (connection?.request !== request) return
    connection.request = null
    connection.due = request.complete ? null : Date.now() + REST_MS
  }

  /** Of one person's connections those are closed first that nothing is asked on. */
  private limitPerson(person: string): void {
    const own = [...this.open].filter(([, connection]) => connection.person === person)
    if (own.length <= MOST_OF_ONE) return
    const idle = own.filter(([, { request }]) => request === null)
    for (const [socket] of idle.slice(0, own.length - MOST_OF_ONE)) this.drop(socket)
  }

  private sweep(): void {
    const now = Date.now()
    for (const [socket, { due, request }] of this.open) {
      if (due !== null && now > due && !request?.complete) this.drop(socket)
    }
  }

  private drop(socket: Socket): void {
    this.open.delete(socket)
    socket.destroy()
  }
}
