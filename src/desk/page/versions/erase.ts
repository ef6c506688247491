/** Asks, naming everything that goes, and erases the history. Loaded when it is wanted. */
import { eraseWords as words } from '../../../words/versions'
import { api } from '../api'
import { messageOf } from '../desk/runner'
import { ask, tell } from '../ui/dialogs'

export async function eraseHistory(): Promise<void> {
  try {
    const { changes, files, unknown: unread } = await api.erase.preview()
    const message = words.question(changes, files, unread)
    const question = { title: words.title, message, buttons: 'YES_NO' as const }
    const { button } = await ask(question, { captions: { YES: words.yes, NO: words.no } })
    if (button !== 'YES') return
    const { changes: erased, left, unknown, unfinished } = await api.erase.do()
    const told = [left.length > 0 && words.left(left), unknown.length > 0 && words.unknown(unknown)]
    const lines = [unfinished ?? words.done(erased), ...told.filter((one) => one !== false)]
    await tell(unfinished === undefined ? words.title : words.unfinished, lines.join('\n'))
  } catch (error) {
    await tell(words.failed, messageOf(error))
  }
}
