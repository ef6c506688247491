/** What the server tells while the page is open; after a break it goes on where it stopped. */
import type { DeskEvent } from '../../start-protocol'
import { fetchFromDesk, onAnswer } from '../api'

/**
 * `ended`: the server has said that it ends; `dead`: it is there, but lets this page in no more; `crowded`: the person has
 * too many pages open.
 */
export type Connection = 'there' | 'lost' | 'ended' | 'dead' | 'crowded'

export interface StreamEvents {
  /** The last change the page has. */
  seq: () => number
  onEvent: (event: DeskEvent) => void
  onState: (state: Connection) => void
}

/** Why the server tells nothing, though it is there. */
class Refused extends Error {
  constructor(readonly state: Connection) {
    super(state)
  }
}

const refusals: Readonly<Record<number, Connection>> = { 401: 'dead', 403: 'dead', 429: 'crowded' }

const waits = [300, 1000, 2000, 5000]

/** The data of each complete event in the text, and what is left of it. */
export function readEvents(text: string): { events: DeskEvent[]; rest: string } {
  const blocks = text.split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap((block) => {
    const data = block.split('\n').flatMap((line) => (line.startsWith('data: ') ? line.slice(6) : []))
    return data.length ? (JSON.parse(data.join('\n')) as DeskEvent) : []
  })
  return { events, rest }
}

/** An answer needs so many milliseconds longer through the browser than the event that came with it. */
const behindAnswers = 2
/** An event of a change comes within so many milliseconds of the answer, or not at all. */
const besideAnswers = 20

/** Hands events on together, a moment later: what they draw keeps no answer waiting that came with them. */
class AfterAnswers {
  private waiting: DeskEvent[] = []
  private timer: number | undefined
  private answeredAt = -Infinity

  constructor(private readonly onEvent: (event: DeskEvent) => void) {}

  add(event: DeskEvent): void {
    this.waiting.push(event)
    if (performance.now() - this.answeredAt < besideAnswers) this.handOn()
    else this.timer ??= window.setTimeout(() => this.handOn(), behindAnswers)
  }

  /** The answer is there: what came with it is drawn at once. */
  answered(): void {
    this.answeredAt = performance.now()
    this.handOn()
  }

  /** Now: nothing else will come. */
  handOn(): void {
    this.stop()
    for (const event of this.waiting.splice(0)) this.onEvent(event)
  }

  /** Nothing is handed on any more. */
  stop(): void {
    window.clearTimeout(this.timer)
    this.timer = undefined
  }
}

type Taker = Omit<StreamEvents, 'seq'>

/** Until the server ends it, or `signal` does. */
async function follow(address: string, events: Taker, signal: AbortSignal): Promise<void> {
  const response = await fetchFromDesk(address, { signal })
  const refused = refusals[response.status]
  if (refused) throw new Refused(refused)
  if (!response.ok || !response.body) throw new Error(String(response.status))
  events.onState('there')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ;) {
    const { value, done } = await reader.read()
    if (done) return
    const read = readEvents(text + value)
    text = read.rest
    for (const event of read.events) events.onEvent(event)
  }
}

/** What happens in the workbook. Stops when called. */
export const listen = (events: StreamEvents): (() => void) => listenTo(() => `/api/events?from=${events.seq()}`, events)

/** Stops when called. */
export function listenTo(address: () => string, events: Taker): () => void {
  const stop = new AbortController()
  let attempts = 0
  const again = (error?: unknown) => {
    if (stop.signal.aborted) return
    // The next connection begins after the last change that the page has taken.
    taken.handOn()
    events.onState(error instanceof Refused ? error.state : 'lost')
    window.setTimeout(connect, waits[Math.min(attempts++, waits.length - 1)])
  }
  const taken = new AfterAnswers(events.onEvent)
  onAnswer(() => {
    if (!stop.signal.aborted) taken.answered()
  })
  stop.signal.addEventListener('abort', () => taken.stop())
  const connect = () => {
    if (stop.signal.aborted) return
    const onState: StreamEvents['onState'] = (state) => {
      attempts = 0
      events.onState(state)
    }
    const onEvent: StreamEvents['onEvent'] = (event) => taken.add(event)
    follow(address(), { onState, onEvent }, stop.signal).then(() => again(), again)
  }
  connect()
  return () => stop.abort()
}
