/** The page's entry: who is here, which workbook is open, and then the desk. */
import { pageWords } from '../../words/desk-page'
import type { StartAnswer } from '../start-protocol'
import { api, onOtherProtocol, ServerError } from './api'
import { Desk } from './desk/desk'
import { mayReload } from './desk/page-update'
import { messageOf } from './desk/runner'
import { takeKey } from './page-key'
import { askName } from './start/name-form'
import { fill, h } from './ui/dom'
import { openView } from './view/grid/grid-view'

const wantsStart = (): boolean => new URLSearchParams(location.search).has('start')

function leaveStart(): void {
  if (wantsStart()) history.replaceState(null, '', '/')
}

function showProblem(message: string): void {
  const again = h('button', { type: 'button', class: 'primary', onClick: () => location.reload() }, pageWords.tryAgain)
  const card = h(
    'section',
    { class: 'card narrow', role: 'alert' },
    h('h1', {}, pageWords.cannotOpen),
    h('p', {}, message),
    again,
  )
  fill(document.body, h('main', { class: 'start' }, card))
}

/** `made`: what is to be known of a workbook that was just made or opened here. */
async function openDesk(known?: StartAnswer, made?: string, isForVersions = false): Promise<void> {
  const status = h('p', { class: 'loading', role: 'status' }, pageWords.loading)
  fill(document.body, h('main', { class: 'start' }, status))
  const [start, answer] = await Promise.all([known ?? api.start(), api.book()])
  const desk = new Desk(answer, start, () => location.reload())
  desk.open(openView)
  if (made !== undefined) desk.messages.keep(pageWords.start.made, made)
  if (isForVersions) desk.panels.showVersions()
}

async function open(): Promise<void> {
  const first = await api.start()
  const start = first.name === undefined ? await askName() : first
  if (start.open && !wantsStart()) return openDesk(start)
  // Not needed where a workbook is open.
  const { showStart } = await import('./start/start-page')
  showStart(start, ({ message }, isForVersions) => {
    leaveStart()
    openDesk(undefined, message, isForVersions).catch(failed)
  })
}

function failed(error: unknown): void {
  const isOutside = error instanceof ServerError && error.status === 401
  showProblem(isOutside ? messageOf(error) || pageWords.notLetIn : messageOf(error))
}

takeKey()
// Until a workbook is open there is nothing that could be lost.
onOtherProtocol((theirs) => {
  if (mayReload(sessionStorage, theirs)) location.reload()
})
// `old-browser.js` has told in words why nothing is opened.
if (!('nianbaoIsTooOld' in window)) open().catch(failed)
