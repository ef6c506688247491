/** What the person is writing beside what stands in the cell, with what differs marked. Loaded when it is asked for. */
import { pageWords } from '../../../words/desk-page'
import { changeOf } from '../ui/change'
import { showDialog } from '../ui/dialogs'
import { h } from '../ui/dom'

const words = pageWords.typing.both

/** True: what stands there is wanted; false: the person goes on writing. */
export function wantsStanding(name: string, stands: string, written: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isWanted: boolean) => () => {
      close()
      resolve(isWanted)
    }
    const goOn = { type: 'button', class: 'primary', autofocus: true, onClick: end(false) }
    const close = showDialog({
      title: words.title(name),
      body: stands === written ? [h('p', {}, words.same)] : [h('p', {}, words.lead), changeOf(stands, written)],
      actions: [h('button', { type: 'button', onClick: end(true) }, words.take), h('button', goOn, words.goOn)],
      onCancel: end(false),
    })
  })
}
