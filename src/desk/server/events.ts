/** What happens on the desk, sent to every open page. */
import type { OfficeEvent } from '../protocol'
import type { DeskEvent } from '../start-protocol'

const HEARTBEAT_MS = 15_000
/** A page that has more than this unread is let go. It loads anew when it comes back. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024
/** Changes kept for pages that were away for a moment. */
const MOST_KEPT = 2_000
const MOST_KEPT_LENGTH = 16_000_000

/**
 * How long an event waits, so that a browser has mostly taken in the answer to the request that made it before it draws
 * the event: who typed sees sooner that it is kept. Nothing rests on it. An answer may come later than its event all the
 * same, and the page takes the two in either order (page/desk/stream.ts, shown-book.ts).
 */
const AFTER_ANSWER_MS = 4

const encoder = new TextEncoder()
const HEARTBEAT = encoder.encode(': still here\n\n')

type PatchEvent = Extract<OfficeEvent, { type: 'patch' }>
type OverwrittenEvent = Extract<OfficeEvent, { type: 'overwritten' }>

interface Kept {
  /** Of the change; what is told of it comes after it. */
  seq: number
  text: string
  /** Not for every page. */
  event?: OverwrittenEvent
}

/** A page that is open. */
export interface Page {
  /** Session.id */
  person: string
  /** The event as this person may see it; null: the person does not get it. */
  sees: (event: OfficeEvent) => OfficeEvent | null
  /** Whether the person is still let in. */
  isIn: () => boolean
  /** The page is gone. */
  onEnd: () => void
}

interface Listener extends Page {
  controller: ReadableStreamDefaultController<Uint8Array>
}

/** The event as text of the stream. The id is the change's number: after an interruption a page asks for later ones. */
export function eventText(event: DeskEvent): string {
  const id = event.type === 'patch' ? `id: ${event.seq}\n` : ''
  return `event: ${event.type}\n${id}data: ${JSON.stringify(event)}\n\n`
}

export class EventHub {
  private readonly listeners = new Set<Listener>()
  private kept: Kept[] = []
  /** Characters of all that is kept. */
  private keptLength = 0
  /** Changes after this one are kept. */
  private first = 0
  private last = 0
  private readonly timer: NodeJS.Timeout

  constructor() {
    this.timer = setInterval(() => this.beat(), HEARTBEAT_MS)
    this.timer.unref()
  }

  /** Tells all pages that the desk is there, and lets those go whose session has ended. */
  beat(): void {
    for (const listener of [...this.listeners]) if (!listener.isIn()) this.drop(listener)
    this.send([...this.listeners], () => HEARTBEAT)
  }

  /** Another workbook: all pages load anew. `patches` are the changes after the change `first`. */
  restart(first: number, patches: readonly PatchEvent[] = []): void {
    this.first = first
    this.last = first
    this.kept = []
    this.keptLength = 0
    for (const patch of patches) this.keep({ seq: patch.seq, text: eventText(patch) })
    this.publish({ type: 'workbook' })
  }

  /** The desk ends: the pages that are open are told at once. */
  tellEnd(): void {
    const bytes = encoder.encode(eventText({ type: 'ended' }))
    this.send([...this.listeners], () => bytes)
  }

  /**
   * Sends the event to the pages that are open now, some moments later: see AFTER_ANSWER_MS. The answer to the request
   * that made it has mostly gone out by then, and need not have.
   */
  publish(event: Exclude<DeskEvent, { type: 'ended' }>): void {
    const text = eventText(event)
    if (event.type === 'patch') this.keep({ seq: event.seq, text })
    if (event.type === 'overwritten') this.keep({ seq: this.last, text, event })
    const open = [...this.listeners]
    setTimeout(() => {
      const forAll = encoder.encode(text)
      this.send(open, (listener) => {
        const seen = event.type === 'workbook' ? event : listener.sees(event)
        return seen === event ? forAll : seen && encoder.encode(eventText(seen))
      })
    }, AFTER_ANSWER_MS)
  }

  /** Whether a page that has seen everything up to `seq` can go on from there. */
  canResume(seq: number): boolean {
    return seq >= this.first && seq <= this.last
  }

  /** How many pages the person has open. */
  pagesOf(person: string): number {
    return [...this.listeners].filter((listener) => listener.person === person).length
  }

  /** A stream of all events after the change `from`. */
  stream(from: number, hello: readonly DeskEvent[], page: Page): ReadableStream<Uint8Array> {
    const missed = this.kept
      .filter(({ seq, event }) => seq > from && (!event || page.sees(event)))
      .map(({ text }) => text)
    const head = ['retry: 1000\n\n', ...missed, ...hello.map(eventText)].join('')
    const strategy = new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES })
    let own: Listener | null = null
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      own = { ...page, controller }
      this.listeners.add(own)
      controller.enqueue(encoder.encode(head))
    }
    return new ReadableStream<Uint8Array>({ start, cancel: () => this.forget(own) }, strategy)
  }

  close(): void {
    clearInterval(this.timer)
    for (const listener of [...this.listeners]) this.drop(listener)
  }

  private keep(kept: Kept): void {
    this.last = kept.seq
    this.kept.push(kept)
    this.keptLength += kept.text.length
    while (this.kept.length > MOST_KEPT || (this.keptLength > MOST_KEPT_LENGTH && this.kept.length > 1)) {
      const oldest = this.kept.shift()
      this.first = oldest?.seq ?? this.first
      this.keptLength -= oldest?.text.length ?? 0
    }
  }

  private send(listeners: readonly Listener[], bytesFor: (listener: Listener) => Uint8Array | null): void {
    for (const listener of listeners) {
      if (!this.listeners.has(listener)) continue
      const bytes = bytesFor(listener)
      if ((listener.controller.desiredSize ?? 0) <= 0) this.drop(listener)
      else if (bytes) listener.controller.enqueue(bytes)
    }
  }

  private drop(listener: Listener): void {
    try {
      listener.controller.close()
    } catch {
      // The page has closed the stream already.
    }
    this.forget(listener)
  }

  private forget(listener: Listener | null): void {
    if (listener && this.listeners.delete(listener)) listener.onEnd()
  }
}
