/** The panel beside the cells: a command's sidebar, comments, a cell's history, the files made. One at a time. */
import { pageWords } from '../../../words/desk-page'
import { fill, freshId, h } from './dom'
import { icon } from './icons'

export interface SidePanel {
  element: HTMLElement
  /** What is open now; null: closed. */
  current: () => string | null
  open: (key: string, title: string, content: HTMLElement) => void
  close: () => void
}

export function makeSidePanel(onChange: (key: string | null) => void): SidePanel {
  const id = freshId('side-title')
  const title = h('h2', { id })
  const body = h('div', { class: 'side-body' })
  const cross = h('button', { type: 'button', class: 'plain', 'aria-label': pageWords.sidebar.close })
  cross.append(icon('close'))
  const element = h(
    'aside',
    { class: 'side', 'aria-labelledby': id, hidden: true },
    h('header', {}, title, cross),
    body,
  )
  let key: string | null = null
  const change = (next: string | null) => {
    key = next
    element.hidden = next === null
    onChange(next)
  }
  const close = () => {
    if (key === null) return
    fill(body)
    change(null)
  }
  cross.addEventListener('click', close)
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  const open = (next: string, name: string, content: HTMLElement) => {
    title.textContent = name
    fill(body, content)
    body.classList.toggle('is-command', content.classList.contains('command-frame'))
    change(next)
  }
  return { element, current: () => key, open, close }
}
