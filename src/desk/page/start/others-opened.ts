/** On the start page: what another opens meanwhile. */
import { pageWords } from '../../../words/desk-page'
import type { OpenWorkbook } from '../../start-protocol'
import { api } from '../api'
import { listenTo } from '../desk/stream'
import { fill, h } from '../ui/dom'

export interface Opening {
  /** Says it, with a button that follows; hidden while there is nothing to say. */
  element: HTMLElement
  stop: () => void
}

export interface OpeningOwner {
  /** What was open when the page was loaded. */
  known: OpenWorkbook | undefined
  /** The person opens one herself. */
  isBusy: () => boolean
  /** Goes to the workbook that is open. */
  follow: () => void
  /** There is nothing else to do here: a reviewer goes in at once. */
  isWaiting: boolean
}

const words = pageWords.start

const isSame = (one: OpenWorkbook | undefined, other: OpenWorkbook | undefined): boolean =>
  one?.file === other?.file && one?.title === other?.title

export function watchOpening({ known, isBusy, follow, isWaiting }: OpeningOwner): Opening {
  const element = h('div', { class: 'message', role: 'status', hidden: true })
  const tell = (open: OpenWorkbook | undefined) => {
    element.hidden = open === undefined || isSame(open, known)
    if (!open || element.hidden) return
    if (isWaiting) return follow()
    const button = h('button', { type: 'button', class: 'small', onClick: follow }, words.follow)
    fill(element, h('p', {}, h('span', {}, words.opened(open.by ?? '', open.title)), button))
  }
  const look = () => {
    if (isBusy()) return
    api.start().then(
      ({ open }) => !isBusy() && tell(open),
      () => undefined,
    )
  }
  const stop = listenTo(() => '/api/openings', {
    onEvent: ({ type }) => type === 'workbook' && look(),
    // What was opened before the server could tell of it.
    onState: (state) => state === 'there' && look(),
  })
  return { element, stop }
}
