/** What the server tells while the page is open; after a break it goes on where it stopped. */
import type { DeskEvent } from '../../start-protocol'

export interface StreamEvents {
  /** The last change the page has. */
  seq: () => number
  onEvent: (event: DeskEvent) => void
  onState: (isConnected: boolean) => void
}

const kinds = ['patch', 'people', 'run', 'notice', 'workbook'] as const
const waits = [300, 1000, 2000, 5000]

/** Stops when called. */
export function listen(events: StreamEvents): () => void {
  let source: EventSource | null = null
  let attempts = 0
  let timer = 0
  const connect = () => {
    source = new EventSource(`/api/events?from=${events.seq()}`)
    source.addEventListener('open', () => {
      attempts = 0
      events.onState(true)
    })
    source.addEventListener('error', retry)
    for (const type of kinds) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        events.onEvent({ type, ...(JSON.parse(data || '{}') as object) } as DeskEvent)
      })
    }
  }
  const retry = () => {
    source?.close()
    events.onState(false)
    window.clearTimeout(timer)
    timer = window.setTimeout(connect, waits[Math.min(attempts++, waits.length - 1)])
  }
  connect()
  return () => {
    source?.close()
    window.clearTimeout(timer)
  }
}
