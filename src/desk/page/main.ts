/** The page's entry: who is here, which workbook is open, and then the desk. */
import { pageWords } from '../../words/desk-page'
import type { StartAnswer } from '../start-protocol'
import { api, onOtherProtocol, ServerError } from './api'
import { Desk } from './desk/desk'
import { mayReload } from './desk/page-update'
import { messageOf } from './desk/runner'
import { takeKey } from './page-key'
import { askName, enterName, knownNameLine, NAME_QUERY } from './start/name-form'
import type { Named } from './start/name-form'
import { fill, h } from './ui/dom'
import { openView } from './view/grid/grid-view'

const isAsked = (query: string): boolean => new URLSearchParams(location.search).has(query)
const wantsStart = (): boolean => isAsked('start')

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

interface Opening {
  /** What is to be known of a workbook that was just made or opened here. */
  made?: string
  isForVersions?: boolean
  /** The name that was given in this browser before, and is taken without asking. */
  knownName?: string | null
}

/** Long enough to see that it is another's. */
const NAME_SECONDS = 20

async function openDesk(
  known?: StartAnswer,
  { made, isForVersions = false, knownName = null }: Opening = {},
): Promise<void> {
  const status = h('p', { class: 'loading', role: 'status' }, pageWords.loading)
  fill(document.body, h('main', { class: 'start' }, status))
  const [start, answer] = await Promise.all([known ?? api.start(), api.book()])
  const desk = new Desk(answer, start, () => location.reload())
  desk.open(openView)
  if (made !== undefined) desk.messages.keep(pageWords.start.made, made)
  if (isForVersions) desk.panels.showVersions()
  if (knownName === null) return
  const [text, button] = knownNameLine(knownName)
  desk.messages.show({ text, actions: [button], seconds: NAME_SECONDS })
}

async function entered(): Promise<Named> {
  if (isAsked(NAME_QUERY)) {
    const start = await askName()
    history.replaceState(null, '', '/')
    return { start, isKnown: false }
  }
  const start = await api.start()
  return start.name === undefined ? enterName() : { start, isKnown: false }
}

async function open(): Promise<void> {
  const { start, isKnown } = await entered()
  const knownName = isKnown ? (start.name ?? null) : null
  if (start.open && !wantsStart()) return openDesk(start, { knownName })
  // Not needed where a workbook is open.
  const { showStart } = await import('./start/start-page')
  const opened: Parameters<typeof showStart>[1] = ({ message }, isForVersions) => {
    leaveStart()
    openDesk(undefined, { ...(message !== undefined && { made: message }), isForVersions }).catch(failed)
  }
  showStart(start, opened, knownName)
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
