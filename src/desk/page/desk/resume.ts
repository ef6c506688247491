/** What an earlier page of this workbook has left: it loaded itself anew, or it died. */
import { pageWords } from '../../../words/desk-page'
import { clipped } from '../../../words/one-line'
import type { SheetPosition } from '../../protocol'
import type { Drafts } from './drafts'
import type { Edits } from './edits'
import type { Messages } from './messages'
import { valueText } from './restoring'
import type { TypingDesk } from './typing'
import { takeUnsent } from './unsent'
import type { Unsent, WorkbookName } from './unsent'

export interface ResumeOwner {
  drafts: Drafts
  edits: Edits
  typing: TypingDesk
  messages: Messages
  nameOf: (place: SheetPosition) => string
}

const words = pageWords.typing
const MOST_CELLS = 3
const MOST_LETTERS = 20

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
    .map(({ place, value }) => words.resumedCell(nameOf(place), clipped(valueText(value), MOST_LETTERS)))
  return words.resumedCells(named, cells.length)
}

/** Sends what was not sent, and gives back what stood in the field. */
export function resume(workbook: WorkbookName, owner: ResumeOwner): void {
  const { drafts, edits, typing, messages } = owner
  const left = drafts.take()
  const updated = takeUnsent(sessionStorage, workbook)
  const tell = (unsent: readonly Unsent[], said: (count: number, cells: string) => string) =>
    messages.show({
      text: said(
        unsent.length,
        cellsOf(unsent, (place) => owner.nameOf(place)),
      ),
      seconds: 20,
    })
  if (updated) tell(updated, pageWords.update.done)
  else if (left.unsent.length > 0) tell(left.unsent, words.resumed)
  // Loaded anew, the page finds its own edits in both places.
  const others = left.unsent.filter(({ id }) => !updated?.some((one) => one.id === id))
  edits.resume({ unsent: [...(updated ?? []), ...others], questions: left.questions })
  typing.giveBack(left.typing)
}
