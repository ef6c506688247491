/** A menu as in the WAI-ARIA practices: arrows move, Enter chooses, Esc closes, letters are for the items' names. */
import type { Menu } from '../../protocol'
import { freshId, h } from './dom'
import { icon } from './icons'

export interface MenuButton {
  element: HTMLElement
  setBusy: (isBusy: boolean) => void
}

const keySteps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

export interface MenuOwner {
  choose: (functionName: string, caption: string) => void
}

export function makeMenuButton({ caption, items }: Menu, { choose }: MenuOwner): MenuButton {
  const id = freshId('menu')
  const entries: HTMLElement[] = []
  const button = h(
    'button',
    { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id },
    caption,
    icon('chevron'),
  )
  const list = h('div', { class: 'menu', role: 'menu', id, 'aria-label': caption, hidden: true })
  const close = (back: boolean) => {
    list.hidden = true
    button.setAttribute('aria-expanded', 'false')
    if (back) button.focus()
  }
  const open = (at: number) => {
    list.hidden = false
    button.setAttribute('aria-expanded', 'true')
    entries[at < 0 ? entries.length - 1 : at]?.focus()
  }
  for (const { caption: name, functionName } of items) {
    const pick = () => {
      close(true)
      choose(functionName, name)
    }
    const entry = h('button', { type: 'button', role: 'menuitem', tabindex: '-1', onClick: pick }, name)
    entries.push(entry)
    list.append(entry)
  }
  button.addEventListener('click', () => (list.hidden ? open(0) : close(true)))
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 0 : -1)
  })
  list.addEventListener('keydown', (event) => {
    const step = keySteps[event.key]
    const at = entries.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') close(true)
    else if (event.key === 'Tab') close(false)
    else if (step) entries[step(at, entries.length)]?.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  })
  const element = h('div', { class: 'menu-holder' }, button, list)
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!element.contains(relatedTarget as Node | null)) close(false)
  })
  return { element, setBusy: (isBusy) => button.setAttribute('aria-busy', String(isBusy)) }
}
