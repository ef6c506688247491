import { pageWords } from '../../../words/desk-page'
import { ask } from './dialogs'

const words = pageWords.total

/**
 * Asks before a total is typed over, as a protection that warns does in Google Sheets. Null: `settled` has closed the
 * question, and nothing is decided.
 */
export async function askTotal(place: string, typed: string, settled: AbortSignal): Promise<boolean | null> {
  const message = `${words.why(place)}\n${words.typed(typed)}`
  const captions = { YES: words.anyway, NO: pageWords.cancel }
  const { button } = await ask({ title: words.title, message, buttons: 'YES_NO' }, { captions, settled })
  return settled.aborted ? null : button === 'YES'
}
