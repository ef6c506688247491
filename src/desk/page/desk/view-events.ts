/** What a person does in the cells, handed to the part of the desk that it is for. */
import type { SheetPosition } from '../../protocol'
import { api } from '../api'
import type { ViewEvents } from '../view/view'
import type { CellLine } from './cell-line'
import type { CommentDrafts } from './comment-drafts'
import type { Edits } from './edits'
import type { Messages } from './messages'
import type { Panels } from './panels'
import type { ShownBook } from './shown-book'
import type { TabsOnDemand } from './tabs-on-demand'
import type { TypingDesk } from './typing'

export interface ViewOwner {
  readonly shown: ShownBook
  readonly onDemand: TabsOnDemand
  readonly edits: Edits
  readonly typing: TypingDesk
  readonly messages: Messages
  readonly panels: Panels
  readonly comments: CommentDrafts
  readonly line: CellLine
  nameOf: (place: SheetPosition | undefined) => string
  moved: (place: SheetPosition) => void
  step: (way: 'undo' | 'redo') => Promise<void>
}

export function viewEventsOf(desk: ViewOwner): ViewEvents {
  const { shown, onDemand, edits, typing, messages, panels, line } = desk
  return {
    base: () => shown.seq,
    fetch: (sheet) => onDemand.fetch(sheet),
    fetchAll: () => onDemand.fetchAll(),
    onEdit: (edit) => edits.typed(edit),
    onTotal: (edit) => edits.overTotal(edit),
    onInvalid: (typed, reason) => typing.invalid(typed, reason),
    onTyping: (typed) => typing.changed(typed),
    onText: (open) => line.typed(open),
    onSelect: (place) => desk.moved(place),
    onRefused: ({ reason }) => messages.warn(reason, 6),
    checkText: api.text,
    onComment: (request) => panels.send(request),
    onCommentDraft: ({ text, ...place }) => desk.comments.write(place, text),
    onGivenUp: (typed) => typing.givenUp(typed),
    nameOf: (place) => desk.nameOf(place),
    onUndo: () => void desk.step('undo'),
    onRedo: () => void desk.step('redo'),
    onZoom: (percent) => line.zoom.show(percent),
    onHover: (hovered) => line.hovered(hovered),
  }
}
