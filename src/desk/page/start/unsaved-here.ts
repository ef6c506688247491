/** Names the workbooks of which this browser has something that the desk does not have. */
import { pageWords } from '../../../words/desk-page'
import { draftedIn } from '../desk/drafts'
import type { WorkbookName } from '../desk/unsent'
import { h } from '../ui/dom'

const words = pageWords.start

/** `opener`: how the workbook is opened from here; null: it is not in the list. */
export function unsavedHere(opener: (workbook: WorkbookName) => (() => void) | null): HTMLElement | null {
  const lines = draftedIn(localStorage).map(({ count, ...workbook }) => {
    const open = opener(workbook)
    const button = open && h('button', { type: 'button', class: 'small', onClick: open }, words.open)
    return h('p', {}, h('span', {}, words.unsaved(workbook.title, count)), button)
  })
  return lines.length > 0 ? h('div', { class: 'message', role: 'status' }, ...lines) : null
}
