/** The two buttons below the history. */
import { eraseWords, versionWords } from '../../../words/versions'
import { h } from '../ui/dom'

/** @param tell says something in the page */
export function versionButtons(tell: (title: string, text: string) => void): HTMLElement {
  const versions = () => void import('./versions').then(({ showVersions }) => showVersions(tell))
  const erase = () => void import('./erase').then(({ eraseHistory }) => eraseHistory())
  return h(
    'div',
    { class: 'version-buttons' },
    h('button', { type: 'button', class: 'small', onClick: versions }, `${versionWords.title}…`),
    h('button', { type: 'button', class: 'small', onClick: erase }, `${eraseWords.title}…`),
  )
}
