/** Whether all that was typed is on the server's disk, and what is not. */
import { pageWords } from '../../../words/desk-page'
import type { Saving } from '../desk/outbox'
import { fill, h } from './dom'
import { icon } from './icons'

export interface SavingLine {
  element: HTMLElement
  /** Under the toolbar, for what needs attention. */
  banner: HTMLElement
  show: (saving: Saving) => void
  connected: (isConnected: boolean) => void
  /** Another workbook is open: `count` edits cannot be sent. */
  blocked: (count: number) => void
}

const words = pageWords.saving

export function makeSavingLine(): SavingLine {
  const element = h('span', { class: 'saving', role: 'status' })
  const banner = h('div', { class: 'banner', role: 'alert', hidden: true })
  let isConnected = true
  let saving: Saving = { state: 'saved' }
  const warn = (text: string) => {
    banner.hidden = text === ''
    fill(banner, text !== '' && icon('warning'), text)
  }
  const draw = () => {
    const text =
      saving.state === 'saved'
        ? words.saved
        : saving.state === 'kept'
          ? words.unsaved(saving.count)
          : words.sending(saving.count)
    element.dataset['state'] = saving.state
    const sign = saving.state === 'saved' ? 'check' : saving.state === 'kept' ? 'warning' : 'busy'
    fill(element, icon(sign), text)
    if (saving.state === 'kept')
      warn(saving.reason ? words.failed(saving.count, saving.reason) : words.away(saving.count))
    else warn(isConnected ? '' : words.reconnecting)
  }
  draw()
  return {
    element,
    banner,
    show: (next) => {
      saving = next
      draw()
    },
    blocked: (count) => {
      saving = { state: 'kept', count, reason: words.otherWorkbook }
      draw()
    },
    connected: (next) => {
      isConnected = next
      draw()
    },
  }
}
