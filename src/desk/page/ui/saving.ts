/** Whether all that was typed is on the server's disk, and what is not. */
import { pageWords } from '../../../words/desk-page'
import type { Saving } from '../desk/outbox'
import type { Connection } from '../desk/stream'
import { fill, h } from './dom'
import { icon } from './icons'
import type { IconName } from './icons'

/** What the server does not have. */
export interface Left {
  /** Edits. */
  unsaved: number
  /** Something stands only in a field. */
  isTyping: boolean
}

export interface SavingLine {
  element: HTMLElement
  /** Under the toolbar, for what needs attention. */
  banner: HTMLElement
  show: (saving: Saving) => void
  /** Something stands only in the field. */
  editing: (isEditing: boolean) => void
  /** So many edits are not written before the person has said something. */
  waiting: (edits: number) => void
  /** So many texts of an earlier page wait to be gone on with. */
  begun: (texts: number) => void
  /** All is in the journal, but the .xlsx cannot be written, for this reason; null: it can. */
  behind: (reason: string | null) => void
  connected: (connection: Connection) => void
  /** Another workbook is open: what is left cannot be sent. */
  blocked: (left: Left) => void
}

/** `waiting`: nothing is on its way, but something is not written before the person has said what is to become of it. */
type State = 'saved' | 'waiting' | 'editing' | 'sending' | 'kept' | 'unsaved'

const words = pageWords.saving
const signs: Readonly<Record<State, IconName>> = {
  saved: 'check',
  waiting: 'warning',
  editing: 'pencil',
  sending: 'busy',
  kept: 'warning',
  unsaved: 'warning',
}

interface Status {
  connection: Connection
  saving: Saving
  blocked: Left | null
  isEditing: boolean
  behind: string | null
  waiting: number
  begun: number
}

function stateOf({ blocked, saving, isEditing, behind, waiting, begun }: Status): State {
  if (blocked || saving.state === 'kept') return 'kept'
  if (isEditing) return 'editing'
  if (saving.state === 'saved' && waiting + begun > 0) return 'waiting'
  return saving.state === 'saved' && behind !== null ? 'unsaved' : saving.state
}

function textOf(state: State, { blocked, saving, waiting, begun }: Status): string {
  if (state === 'editing') return words.editing
  if (state === 'unsaved') return words.behind
  if (blocked) return words.unsaved(blocked.unsaved + Number(blocked.isTyping))
  if (state === 'waiting') return words.waiting(waiting + begun)
  if (saving.state === 'saved') return words.saved
  return saving.state === 'kept' ? words.unsaved(saving.count) : words.sending(saving.count)
}

function leftOf({ blocked, saving, isEditing, waiting, begun }: Status): Left {
  const sending = saving.state === 'saved' ? 0 : saving.count
  return blocked ?? { unsaved: sending + waiting, isTyping: isEditing || begun > 0 }
}

function warningOf(status: Status): string {
  const { connection, blocked, saving, behind } = status
  if (connection === 'crowded') return words.crowded
  if (connection === 'dead' || connection === 'ended') {
    const { unsaved, isTyping } = leftOf(status)
    return words[connection](unsaved, isTyping, location.host)
  }
  if (blocked) return words.blocked(blocked.unsaved, blocked.isTyping)
  if (saving.state === 'kept') {
    return saving.reason ? words.failed(saving.count, saving.reason) : words.away(saving.count)
  }
  return connection === 'lost' ? words.reconnecting : (behind ?? '')
}

export function makeSavingLine(): SavingLine {
  const element = h('span', { class: 'saving', role: 'status' })
  const banner = h('div', { class: 'banner', role: 'alert', hidden: true })
  let status: Status = {
    connection: 'there',
    saving: { state: 'saved' },
    blocked: null,
    isEditing: false,
    behind: null,
    waiting: 0,
    begun: 0,
  }
  const warn = (text: string) => {
    if (banner.textContent === text) return
    banner.hidden = text === ''
    fill(banner, text !== '' && icon('warning'), text)
  }
  let shown: State | null = null
  const draw = () => {
    const state = stateOf(status)
    const isCounted = state === 'sending' || state === 'kept' || state === 'waiting'
    if (state !== shown || isCounted) {
      // What waits for the person is not on its way: whoever waits for edits to be on the disk need not wait for her.
      element.dataset['saving'] = state === 'waiting' ? 'saved' : state
      element.classList.toggle('waiting', state === 'waiting')
      fill(element, icon(signs[state]), textOf(state, status))
      shown = state
    }
    warn(warningOf(status))
  }
  draw()
  const change = (next: Partial<Status>) => {
    status = { ...status, ...next }
    draw()
  }
  return {
    element,
    banner,
    show: (saving) => change({ saving }),
    editing: (isEditing) => change({ isEditing }),
    behind: (behind) => change({ behind }),
    waiting: (waiting) => change({ waiting }),
    begun: (begun) => change({ begun }),
    connected: (connection) => {
      // That the desk has ended says more than that it is not to be reached.
      if (status.connection !== 'ended' || connection !== 'lost') change({ connection })
    },
    blocked: (blocked) => change({ blocked }),
  }
}
