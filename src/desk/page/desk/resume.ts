/** What an earlier page of this workbook has left: it loaded itself anew, or it died. */
import { pageWords } from '../../../words/desk-page'
import type { SheetPosition } from '../../protocol'
import type { CommentDraft, CommentDrafts } from './comment-drafts'
import { ALIVE_MS } from './drafts'
import type { Drafts, Left } from './drafts'
import type { Edits } from './edits'
import { livingTabs } from './living-tabs'
import type { Messages } from './messages'
import { valueText } from './restoring'
import { shortened } from './shortened'
import type { TypingDesk } from './typing'
import { takeUnsent } from './unsent'
import type { Unsent, WorkbookName } from './unsent'

export interface ResumeOwner {
  drafts: Drafts
  edits: Edits
  typing: TypingDesk
  messages: Messages
  nameOf: (place: SheetPosition) => string
  comments: CommentDrafts
  /** Shows a comment that an earlier page had begun; the function takes it away. */
  listComment: (draft: CommentDraft) => () => void
}

const words = pageWords.typing
const MOST_CELLS = 3

/** The first cells of what is sent now, with what was typed there, and how many there are. */
export function cellsOf(unsent: readonly Unsent[], nameOf: (place: SheetPosition) => string): string {
  const cells = unsent.flatMap(({ edit: { blocks } }) =>
    blocks.flatMap(({ sheet, row, column, values }) =>
      values.flatMap((line, down) =>
        line.map((value, across) => ({ place: { sheet, row: row + down, column: column + across }, value })),
      ),
    ),
  )
  const named = cells
    .slice(0, MOST_CELLS)
    .map(({ place, value }) => words.resumedCell(nameOf(place), shortened(valueText(value))))
  return words.resumedCells(named, cells.length)
}

/** Sends what was not sent, and gives back what stood in fields: of this tab at once, of dead ones soon. */
export function resume(workbook: WorkbookName, owner: ResumeOwner): void {
  const left = owner.drafts.take(() => false)
  giveBack(left, owner, takeUnsent(sessionStorage, workbook))
  void resumeOthers(owner)
}

async function resumeOthers(owner: ResumeOwner): Promise<void> {
  const { drafts } = owner
  if (!drafts.hasOthers) return
  const living = await livingTabs()
  giveBack(living ? drafts.take((tab) => !living.has(tab)) : drafts.take(), owner)
  // Nothing tells but time whether the others live.
  if (living || !drafts.hasOthers) return
  window.setTimeout(() => giveBack(drafts.take(), owner, null, true), 2 * ALIVE_MS)
}

/**
 * @param updated edits of this page before it loaded itself anew
 * @param isLate the person has begun something else meanwhile
 */
function giveBack(left: Left, owner: ResumeOwner, updated: readonly Unsent[] | null = null, isLate = false): void {
  const { edits, typing, comments } = owner
  if (updated) tell(updated, pageWords.update.done, owner)
  else if (left.unsent.length > 0) tell(left.unsent, words.resumed, owner)
  // Loaded anew, the page finds its own edits in both places.
  const others = left.unsent.filter(({ id }) => !updated?.some((one) => one.id === id))
  edits.resume({ unsent: [...(updated ?? []), ...others], questions: left.questions })
  typing.giveBack(left.typing, isLate)
  comments.restore(left.comments, (draft) => owner.listComment(draft))
}

function tell(unsent: readonly Unsent[], said: (count: number, cells: string) => string, owner: ResumeOwner): void {
  const text = said(
    unsent.length,
    cellsOf(unsent, (place) => owner.nameOf(place)),
  )
  owner.messages.show({ text, seconds: 20 })
}
