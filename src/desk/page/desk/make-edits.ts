/** What is typed on the desk, tied to its other parts. What is made later is read when it is needed. */
import type { BookPatch, SheetPosition } from '../../protocol'
import type { ChoiceList } from '../ui/choices'
import { h } from '../ui/dom'
import type { RefusedList } from '../ui/refused'
import type { SavingLine } from '../ui/saving'
import type { Toasts } from '../ui/toasts'
import type { SheetView, TypedEdit } from '../view/view'
import type { Drafts } from './drafts'
import { Edits } from './edits'
import { editsInBrowser } from './edits-in-browser'
import type { Messages } from './messages'
import type { Others } from './others'
import { typedText } from './positions'
import type { ShownBook } from './shown-book'
import { TypingDesk } from './typing'
import { Understood } from './understood'
import type { UnderstoodLine } from './understood'

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
  nameOf: (place: SheetPosition | undefined) => string
  show: (patch: BookPatch) => void
}

export const placesOf = (desk: Pick<EditingParts, 'nameOf' | 'view'>) => ({
  nameOf: (place: SheetPosition | undefined) => desk.nameOf(place),
  select: (place: SheetPosition) => desk.view?.select(place),
  focus: () => desk.view?.focus(),
})

export function typingOf(desk: EditingParts): TypingDesk {
  const { drafts, me, messages, refused } = desk
  return new TypingDesk({
    ...{ drafts, me, messages, refused },
    view: () => desk.view,
    nameOf: (place) => desk.nameOf(place),
    seq: () => desk.shown.seq,
    whoIs: (id) => desk.others.nameOf(id),
    contentOf: (place) => typedText(desk.shown.standing(place)),
    editing: (isEditing) => desk.saving.editing(isEditing),
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
    ask: (lines) => desk.choices.show(lines),
    onUnderstood: (texts, seq) => understood.tell(texts, seq),
    ...editsInBrowser,
  })
}
