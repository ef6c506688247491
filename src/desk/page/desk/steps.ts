/** 撤销 and 重做: the server takes the person's last change back. */
import { pageWords } from '../../../words/desk-page'
import { api } from '../api'
import type { Messages } from './messages'
import { messageOf } from './runner'

export interface StepsOwner {
  /** False: what is being typed cannot be taken yet. */
  allSent: () => Promise<boolean>
  messages: Messages
}

const SECONDS = 4

export async function takeStep(way: 'undo' | 'redo', { allSent, messages }: StepsOwner): Promise<void> {
  if (!(await allSent())) return
  try {
    const { what } = await api[way]()
    messages.show({ text: pageWords.bar.stepped(pageWords.bar[way], what), seconds: SECONDS, kind: 'done' })
  } catch (error) {
    messages.warn(messageOf(error) || pageWords.run.nothingToUndo, SECONDS)
  }
}
