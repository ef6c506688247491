import { api } from '../api'
import { askTotal } from '../ui/ask-total'
import type { EditsOwner } from './edits'
import { newEditId } from './unsent'

/** What edits need of the browser and of the server. */
export const editsInBrowser: Pick<EditsOwner, 'askTotal' | 'send' | 'newId' | 'later'> = {
  askTotal,
  send: api.edit,
  newId: newEditId,
  later: (act, milliseconds) => window.setTimeout(act, milliseconds),
}
