/** Whether all that was typed is on the server's disk, and what is not. */
import { pageWords } from '../../../words/desk-page'
import type { Saving } from '../desk/outbox'
import type { Connection } from '../desk/stream'
import { fill, h } from './dom'
import { icon } from './icons'
import type { IconName } from './icons'

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
  /** Another workbook is open: so many edits cannot be sent. */
  blocked: (count: number) => void
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
  let saving: Saving & { isBlocked?: true } = { state: 'saved' }
  let isEditing = false
  let behind: string | null = null
  const warn = (text: string) => {
    if (banner.textContent === text) return
    banner.hidden = text === ''
    fill(banner, text !== '' && icon('warning'), text)
  }
  const stateOf = (): State => {
    if (saving.state === 'kept') return 'kept'
    if (isEditing) return 'editing'
    return saving.state === 'saved' && behind !== null ? 'unsaved' : saving.state
  }
  const textOf = (state: State): string => {
    if (state === 'editing') return words.editing
    if (state === 'unsaved') return words.behind
    if (saving.state === 'saved') return words.saved
    return saving.state === 'kept' ? words.unsaved(saving.count) : words.sending(saving.count)
  }
  const warningOf = (): string => {
    if (connection === 'dead' || connection === 'crowded') return words[connection]
    if (saving.state === 'kept') {
      if (saving.isBlocked) return words.blocked(saving.count)
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
    connected: change((next) => (connection = next)),
    blocked: change((count) => (saving = { state: 'kept', count, reason: '', isBlocked: true })),
  }
}
