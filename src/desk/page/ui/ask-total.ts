import { pageWords } from '../../../words/desk-page'
import { showDialog } from './dialogs'
import { h } from './dom'

const words = pageWords.total

/** Asks before a total is typed over, as a protection that warns does in Google Sheets. False: it stays. */
export function askTotal(place: string, typed: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isWanted: boolean) => {
      close()
      resolve(isWanted)
    }
    // Enter, which ended the typing, must not be the answer as well.
    const cancel = h('button', { type: 'button', autofocus: true, onClick: () => answer(false) }, pageWords.cancel)
    const anyway = h('button', { type: 'button', onClick: () => answer(true) }, words.anyway)
    const close = showDialog({
      title: words.title,
      body: [h('p', {}, words.why(place)), h('p', {}, words.typed(typed))],
      actions: [anyway, cancel],
      onCancel: () => answer(false),
    })
  })
}
