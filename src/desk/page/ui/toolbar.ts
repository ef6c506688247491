/** Title, saving, people; the menu of commands and the page's own buttons. */
import { pageWords } from '../../../words/desk-page'
import type { Menu } from '../../protocol'
import { fill, h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'
import type { IconName } from './icons'
import { makeMenuButton } from './menu-button'
import type { MenuOwner } from './menu-button'

const words = pageWords.bar

export type PanelKey = 'comments' | 'history' | 'files' | 'findings'

export interface ToolbarOwner extends MenuOwner {
  undo: () => void
  find: () => void
  print: () => void
  /** By a link: once what is being typed is taken. */
  follow: (link: HTMLAnchorElement) => void
  redo: () => void
  panel: (key: PanelKey) => void
}

export interface Toolbar {
  element: HTMLElement
  setTitle: (title: string) => void
  setMenus: (menus: readonly Menu[]) => void
  setOpen: (key: string | null) => void
  setComments: (open: number) => void
  setProgress: (text: string | null) => void
  /** Takes away what is for the workbook that is open. */
  close: () => void
}

function toolButton(name: IconName, caption: string, onClick: () => void, label = caption): HTMLButtonElement {
  const button = h('button', { type: 'button', class: 'tool', title: label, onClick })
  if (label !== caption) button.setAttribute('aria-label', label)
  button.append(icon(name), h('span', {}, caption))
  return button
}

function linksOf(owner: ToolbarOwner): { home: HTMLElement; download: HTMLElement } {
  const follow = (event: Event) => {
    event.preventDefault()
    owner.follow(event.currentTarget as HTMLAnchorElement)
  }
  const download = h('a', { class: 'tool', href: '/workbook.xlsx', download: true, onClick: follow })
  download.append(icon('download'), words.download)
  const home = h('a', {
    class: 'tool',
    href: '/?start',
    title: words.start,
    'aria-label': words.start,
    onClick: follow,
  })
  home.append(icon('start'))
  return { home, download }
}

/** The item that opens the sidebar of findings gets a button of its own. */
const isSidebarItem = (caption: string): boolean => caption.includes(words.sidebarSign)

function sidebarButton(menus: readonly Menu[], owner: ToolbarOwner): HTMLElement[] {
  return menus
    .flatMap((menu) => menu.items)
    .flatMap(({ caption, functionName }) =>
      functionName && isSidebarItem(caption)
        ? [toolButton('findings', words.findings, () => owner.choose(functionName, caption), caption)]
        : [],
    )
}

export function makeToolbar(owner: ToolbarOwner, status: Child[], isEditor: boolean): Toolbar {
  const title = h('h1', {})
  const menus = h('div', { class: 'menus', role: 'group', 'aria-label': words.menu })
  const progress = h('span', { class: 'progress', role: 'status' })
  const count = h('span', { class: 'count', hidden: true })
  const panels: Record<PanelKey, HTMLButtonElement> = {
    comments: toolButton('comments', words.comments, () => owner.panel('comments')),
    history: toolButton('history', words.history, () => owner.panel('history')),
    files: toolButton('files', words.files, () => owner.panel('files')),
    // Who may run commands has them from the menu, with what can be done about each.
    findings: toolButton('findings', words.findings, () => owner.panel('findings')),
  }
  panels.comments.append(count)
  const findings = h('span', { class: 'findings-slot' })
  const { home, download } = linksOf(owner)
  const steps = isEditor && [
    toolButton('undo', words.undo, owner.undo, words.undoKeys),
    toolButton('redo', words.redo, owner.redo, words.redoKeys),
  ]
  const top = h('div', { class: 'top' }, isEditor && home, title, ...status)
  const tools = h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': words.label },
    menus,
    ...(steps || []),
    download,
    toolButton('print', words.print, owner.print, words.printKeys),
    toolButton('find', words.find, owner.find, words.findKeys),
    progress,
    h('span', { class: 'gap' }),
    findings,
    ...Object.values(panels).filter((panel) => !isEditor || panel !== panels.findings),
  )
  return {
    element: h('header', { class: 'toolbar' }, top, tools),
    setTitle: (text) => {
      title.textContent = text
      document.title = `${text} - ${pageWords.product}`
    },
    setMenus: (given) => {
      fill(menus, ...given.map((menu) => makeMenuButton(menu, owner).element))
      fill(findings, ...sidebarButton(given, owner))
    },
    setOpen: (key) => {
      for (const [name, button] of Object.entries(panels)) button.setAttribute('aria-pressed', String(name === key))
    },
    setComments: (open) => {
      count.hidden = open === 0
      count.textContent = String(open)
      panels.comments.setAttribute('aria-label', words.openComments(open))
    },
    close: () => {
      for (const one of [menus, findings, download, ...(steps || []), ...Object.values(panels)]) one.hidden = true
    },
    setProgress: (text) => fill(progress, text !== null && icon('busy'), text),
  }
}
