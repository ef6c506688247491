/** What is typed on the desk, tied to its other parts. What is made later is read when it is needed. */
import { pageWords } from '../../../words/desk-page'
import type { BookPatch, SheetPosition } from '../../protocol'
import type { ChoiceList } from '../ui/choices'
import { h } from '../ui/dom'
import type { RefusedList } from '../ui/refused'
import type { SavingLine } from '../ui/saving'
import type { Toasts } from '../ui/toasts'
import type { SheetView, TypedEdit } from '../view/view'
import type { CommentDraft, CommentDrafts } from './comment-drafts'
import { Drafts, tabName } from './drafts'
import { Edits } from './edits'
import { editsInBrowser } from './edits-in-browser'
import { holdTab } from './living-tabs'
import type { Messages } from './messages'
import type { Others } from './others'
import type { Panels } from './panels'
import { typedText } from './positions'
import { shortened } from './shortened'
import type { ShownBook } from './shown-book'
import type { TabsOnDemand } from './tabs-on-demand'
import { TypingDesk } from './typing'
import { Understood } from './understood'
import type { UnderstoodLine } from './understood'
import type { WorkbookName } from './unsent'

export interface EditingParts {
  /** Person.id */
  readonly me: string
  readonly shown: ShownBook
  readonly view: SheetView | null
  readonly toasts: Toasts
  readonly saving: SavingLine
  readonly refused: RefusedList
  readonly choices: ChoiceList
  readonly messages: Messages
  readonly drafts: Drafts
  readonly others: Others
  readonly edits: Edits
  readonly understood: Understood
  readonly panels: Panels
  readonly comments: CommentDrafts
  readonly onDemand: TabsOnDemand
  nameOf: (place: SheetPosition | undefined) => string
  show: (patch: BookPatch) => void
}

export const placesOf = (desk: Pick<EditingParts, 'nameOf' | 'view'>) => ({
  nameOf: (place: SheetPosition | undefined) => desk.nameOf(place),
  select: (place: SheetPosition) => desk.view?.select(place),
  focus: () => desk.view?.focus(),
})

export function draftsOf(workbook: WorkbookName): Drafts {
  const tab = tabName(sessionStorage)
  holdTab(tab)
  const drafts = new Drafts(localStorage, workbook, tab, () => Date.now())
  window.addEventListener('pagehide', () => drafts.leave())
  return drafts
}

/** A comment that an earlier page had begun, to go on with or to give up. */
export function listComment(draft: CommentDraft, desk: EditingParts): () => void {
  const { refused, panels, comments } = desk
  const { quote, text } = draft
  const { begun, begunOn } = pageWords.comments
  const place = desk.nameOf(draft)
  return refused.add({
    text: quote === undefined ? begun(place, shortened(text)) : begunOn(place, shortened(quote), shortened(text)),
    againCaption: pageWords.comments.goOn,
    again: () => panels.goOnComment(draft),
    discard: () => {
      comments.write(draft, '')
      desk.view?.focus()
    },
  })
}

export function typingOf(desk: EditingParts): TypingDesk {
  const { drafts, me, messages, refused } = desk
  return new TypingDesk({
    ...{ drafts, me, messages, refused },
    view: () => desk.view,
    ready: (sheet) => desk.onDemand.fetch(sheet),
    nameOf: (place) => desk.nameOf(place),
    seq: () => desk.shown.seq,
    whoIs: (id) => desk.others.nameOf(id),
    contentOf: (place) => typedText(desk.shown.standing(place)),
    editing: (isEditing) => desk.saving.editing(isEditing),
    begun: (texts) => desk.saving.begun(texts),
  })
}

export function understoodOf(desk: EditingParts): Understood {
  const { toasts, shown } = desk
  const type = (edit: TypedEdit) => desk.edits.typed(edit)
  const show = ({ caption, press, ...line }: UnderstoodLine) =>
    toasts.show({ ...line, actions: [h('button', { type: 'button', class: 'small', onClick: press }, caption)] })
  return new Understood({ show, shown, type, ...placesOf(desk) })
}

export function editsOf(desk: EditingParts): Edits {
  const { shown, me, messages, refused, understood } = desk
  return new Edits({
    ...{ shown, me, refused },
    show: (patch) => desk.show(patch),
    ...placesOf(desk),
    whoIs: (id) => desk.others.knownName(id),
    mention: (place, seq, text) => messages.showAt(place, seq, { text, seconds: 8, kind: 'done' }),
    forget: (place) => messages.forget(place),
    saving: (saving) => desk.saving.show(saving),
    keep: (kept) => desk.drafts.keepEdits(kept),
    waiting: (count) => desk.saving.waiting(count),
    ask: (lines) => desk.choices.show(lines),
    onUnderstood: (texts, seq) => understood.tell(texts, seq),
    ...editsInBrowser,
  })
}
