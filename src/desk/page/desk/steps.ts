/** 撤销 and 重做: the server takes the person's last change back. */
import { pageWords } from '../../../words/desk-page'
import { api, ServerError } from '../api'
import type { Messages } from './messages'
import { messageOf } from './runner'

export interface StepsOwner {
  /** False: what is being typed cannot be taken yet. */
  allSent: () => Promise<boolean>
  messages: Messages
}

const SECONDS = 4
/** What tells of others' cells is longer. */
const LONG_SECONDS = 12

export async function takeStep(way: 'undo' | 'redo', { allSent, messages }: StepsOwner): Promise<void> {
  if (!(await allSent())) return
  try {
    const { what, left } = await api[way]()
    const text = pageWords.bar.stepped(pageWords.bar[way], what)
    if (left === undefined) messages.show({ text, seconds: SECONDS, kind: 'done' })
    else messages.warn(pageWords.bar.steppedPartly(text, left), LONG_SECONDS)
  } catch (error) {
    const isConflict = error instanceof ServerError && error.status === 409
    messages.warn(messageOf(error) || pageWords.run.nothingToUndo, isConflict ? LONG_SECONDS : SECONDS)
  }
}
