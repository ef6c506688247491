/** The two buttons below the history. */
import { eraseWords, versionWords } from '../../../words/versions'
import { messageOf } from '../desk/runner'
import { h } from '../ui/dom'
import type { Taken } from './versions'

export interface VersionOwner {
  /** Says in the page why something could not be done. */
  warn: (title: string, text: string) => void
  taken: Taken
}

export function versionButtons({ warn, taken }: VersionOwner): HTMLElement {
  // What is loaded when it is wanted may not come: the network is away, or the desk was renewed.
  const notCome = (title: string) => (error: unknown) => warn(title, messageOf(error))
  const versions = () =>
    void import('./versions').then(({ showVersions }) => showVersions(taken), notCome(versionWords.title))
  const erase = () => void import('./erase').then(({ eraseHistory }) => eraseHistory(), notCome(eraseWords.title))
  return h(
    'div',
    { class: 'version-buttons' },
    h('button', { type: 'button', class: 'small', onClick: versions }, `${versionWords.title}…`),
    h('button', { type: 'button', class: 'small', onClick: erase }, `${eraseWords.title}…`),
  )
}
