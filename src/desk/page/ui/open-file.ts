/** Files of the desk, which are fetched by links and frames: each time by an address that is good once. */
import { pageWords } from '../../../words/desk-page'
import { api, ServerError } from '../api'
import { tell } from './dialogs'
import { h } from './dom'

/** Calls with the address; where the server gives none, the person is told. */
async function withAddress(path: string, use: (address: string) => void): Promise<void> {
  const address = await api.fileAddress(path).catch((error: unknown) => {
    const reason = error instanceof ServerError && error.status !== 0 ? error.message : pageWords.run.offline
    return tell(pageWords.run.failed(pageWords.files.title), reason).then(() => null)
  })
  if (address !== null) use(address)
}

/** Follows a link to a file; properties as of the link: whether it is downloaded, and in which window it is shown. */
export const openFile = (path: string, properties: Record<string, string | boolean>): Promise<void> =>
  withAddress(path, (href) => h('a', { href, ...properties }).click())

/** The browser's print dialog over the document alone; its frame is taken away with the next one. */
export const printFile = (path: string, title: string): Promise<void> =>
  withAddress(path, (src) => {
    document.querySelector('iframe.printed')?.remove()
    const frame = h('iframe', { src, class: 'printed', title, tabindex: '-1', 'aria-hidden': 'true' })
    frame.addEventListener('load', () => frame.contentWindow?.print())
    document.body.append(frame)
  })
