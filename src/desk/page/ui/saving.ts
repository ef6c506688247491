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
  /** All is in the journal, but the .xlsx cannot be written, for this reason; null: it can. */
  behind: (reason: string | null) => void
  connected: (connection: Connection) => void
  /** Another workbook is open: what is left cannot be sent. */
  blocked: (left: Left) => void
}

type State = 'saved' | 'editing' | 'sending' | 'kept' | 'unsaved'

const words = pageWords.saving
const signs: Readonly<Record<State, IconName>> = {
  saved: 'check',
  editing: 'pencil',
  sending: 'busy',
  kept: 'warning',
  unsaved: 'warning',
}

export function makeSavingLine(): SavingLine {
  const element = h('span', { class: 'saving', role: 'status' })
  const banner = h('div', { class: 'banner', role: 'alert', hidden: true })
  let connection: Connection = 'there'
  let saving: Saving = { state: 'saved' }
  let blocked: Left | null = null
  let isEditing = false
  let behind: string | null = null
  const warn = (text: string) => {
    if (banner.textContent === text) return
    banner.hidden = text === ''
    fill(banner, text !== '' && icon('warning'), text)
  }
  const stateOf = (): State => {
    if (blocked || saving.state === 'kept') return 'kept'
    if (isEditing) return 'editing'
    return saving.state === 'saved' && behind !== null ? 'unsaved' : saving.state
  }
  const textOf = (state: State): string => {
    if (state === 'editing') return words.editing
    if (state === 'unsaved') return words.behind
    if (blocked) return words.unsaved(blocked.unsaved + Number(blocked.isTyping))
    if (saving.state === 'saved') return words.saved
    return saving.state === 'kept' ? words.unsaved(saving.count) : words.sending(saving.count)
  }
  const count = (): number => (saving.state === 'saved' ? 0 : saving.count)
  const warningOf = (): string => {
    if (connection === 'crowded') return words.crowded
    if (connection === 'dead' || connection === 'ended') {
      const { unsaved, isTyping: isOpen } = blocked ?? { unsaved: count(), isTyping: isEditing }
      return words[connection](unsaved, isOpen, location.host)
    }
    if (blocked) return words.blocked(blocked.unsaved, blocked.isTyping)
    if (saving.state === 'kept') {
      return saving.reason ? words.failed(saving.count, saving.reason) : words.away(saving.count)
    }
    if (connection === 'lost') return words.reconnecting
    return behind ?? ''
  }
  const draw = () => {
    const state = stateOf()
    if (element.dataset['saving'] !== state || state === 'sending' || state === 'kept') {
      element.dataset['saving'] = state
      fill(element, icon(signs[state]), textOf(state))
    }
    warn(warningOf())
  }
  draw()
  const change =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      draw()
    }
  return {
    element,
    banner,
    show: change((next) => (saving = next)),
    editing: change((next) => (isEditing = next)),
    behind: change((next) => (behind = next)),
    // That the desk has ended says more than that it is not to be reached.
    connected: change((next) => {
      if (connection !== 'ended' || next !== 'lost') connection = next
    }),
    blocked: change((left) => (blocked = left)),
  }
}
