/** What an earlier page of this workbook has left: it loaded itself anew, or it died. */
import { pageWords } from '../../../words/desk-page'
import type { Drafts } from './drafts'
import type { Edits } from './edits'
import type { Messages } from './messages'
import type { TypingDesk } from './typing'
import { takeUnsent } from './unsent'
import type { WorkbookName } from './unsent'

export interface ResumeOwner {
  drafts: Drafts
  edits: Edits
  typing: TypingDesk
  messages: Messages
}

/** Sends what was not sent, and gives back what stood in the field. */
export function resume(workbook: WorkbookName, { drafts, edits, typing, messages }: ResumeOwner): void {
  const left = drafts.take()
  const updated = takeUnsent(sessionStorage, workbook)
  if (updated) messages.show({ text: pageWords.update.done(updated.length), seconds: 12 })
  else if (left.unsent.length > 0) messages.show({ text: pageWords.typing.resumed(left.unsent.length), seconds: 12 })
  // Loaded anew, the page finds its own edits in both places.
  const others = left.unsent.filter(({ id }) => !updated?.some((one) => one.id === id))
  edits.resume({ unsent: [...(updated ?? []), ...others], questions: left.questions })
  typing.giveBack(left.typing)
}
