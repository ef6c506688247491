/** The dialog of dated copies of a workbook that cannot be opened. Loaded when it is needed. */
import { versionWords as words } from '../../../words/versions'
import type { Version } from '../../protocol'
import { showDialog } from '../ui/dialogs'
import { h } from '../ui/dom'

/** Resolves with the name of the copy that the person wants; null: none. */
export function chooseCopy(why: string, copies: readonly Version[]): Promise<string | null> {
  return new Promise((resolve) => {
    const choose = (name: string | null) => {
      close()
      resolve(name)
    }
    const rows = copies.map(({ name, caption }) => {
      const use = h('button', { type: 'button', class: 'small', onClick: () => choose(name) }, words.use)
      use.setAttribute('aria-label', words.useOf(caption))
      return h('li', {}, h('span', {}, caption), ' ', use)
    })
    const body = [h('p', {}, why), h('p', {}, words.offer), h('ul', { class: 'version-list' }, ...rows)]
    const close = showDialog({ title: words.title, body, actions: [], isWide: true, onCancel: () => choose(null) })
  })
}
