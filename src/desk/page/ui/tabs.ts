/** The workbook's tabs along the bottom. */
import { pageWords } from '../../../words/desk-page'
import type { Book } from '../../book/model'
import { fill, h } from './dom'

export interface Tabs {
  element: HTMLElement
  draw: (book: Book) => void
  select: (sheet: number) => void
}

/** `count` says how many open comments a tab has. */
export function makeTabs(panel: string, choose: (sheet: number) => void, count: (sheet: number) => number): Tabs {
  const element = h('div', { class: 'tabs', role: 'tablist', 'aria-label': pageWords.tabs })
  let selected = -1
  const buttons = () => [...element.querySelectorAll<HTMLElement>('[role=tab]')]
  const mark = () => {
    for (const button of buttons()) {
      const isOne = Number(button.dataset['sheet']) === selected
      button.setAttribute('aria-selected', String(isOne))
      button.tabIndex = isOne ? 0 : -1
      if (isOne) button.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }
  const tabOf = ({ id, name, tabColor }: Book['sheets'][number]) => {
    const comments = count(id)
    const button = h('button', {
      type: 'button',
      role: 'tab',
      'data-sheet': id,
      'aria-controls': panel,
      onClick: () => choose(id),
    })
    button.append(name)
    if (tabColor) button.style.setProperty('--tab', tabColor)
    if (comments > 0) {
      const label = pageWords.bar.openComments(comments)
      button.append(h('span', { class: 'count', 'aria-label': label, title: label }, String(comments)))
    }
    return button
  }
  element.addEventListener('keydown', (event) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }
    const next = all[((steps[event.key] ?? NaN) + all.length) % all.length]
    if (steps[event.key] === undefined || !next) return
    event.preventDefault()
    next.click()
    next.focus()
  })
  return {
    element,
    draw: ({ sheets }) => {
      fill(element, ...sheets.filter(({ hidden }) => !hidden).map(tabOf))
      mark()
    },
    select: (sheet) => {
      // At every key: to bring the tab into view lays the whole page out.
      if (sheet === selected) return
      selected = sheet
      mark()
    },
  }
}
