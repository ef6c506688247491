/** Asks, naming everything that goes, and erases the history. Loaded when it is wanted. */
import { eraseWords as words } from '../../../words/versions'
import { api } from '../api'
import { messageOf } from '../desk/runner'
import { ask, tell } from '../ui/dialogs'

export async function eraseHistory(): Promise<void> {
  try {
    const { changes, files } = await api.erase.preview()
    const question = { title: words.title, message: words.question(changes, files), buttons: 'YES_NO' as const }
    const { button } = await ask(question, { captions: { YES: words.yes, NO: words.no } })
    if (button !== 'YES') return
    const { left } = await api.erase.do()
    await tell(words.title, [words.done(changes), ...(left.length > 0 ? [words.left(left)] : [])].join('\n'))
  } catch (error) {
    await tell(words.failed, messageOf(error))
  }
}
