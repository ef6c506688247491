/** Parts of the desk, tied to the others. What is made later is read when it is needed. */
import { pageWords } from '../../../words/desk-page'
import { tabNames } from '../../../words/tabs'
import type { SheetPosition } from '../../protocol'
import type { StartAnswer } from '../../start-protocol'
import { api } from '../api'
import type { SavingLine } from '../ui/saving'
import type { Toasts } from '../ui/toasts'
import type { Toolbar } from '../ui/toolbar'
import { h } from '../ui/dom'
import type { SheetView, TypedEdit } from '../view/view'
import type { CellLine } from './cell-line'
import { ClosedBook } from './closed-book'
import type { CommentDrafts } from './comment-drafts'
import type { Edits } from './edits'
import type { Leaving } from './leaving'
import type { Messages } from './messages'
import { Panels } from './panels'
import { positionNamed } from './positions'
import { Restoring } from './restoring'
import { Runner } from './runner'
import type { ShownBook } from './shown-book'
import { TabsOnDemand } from './tabs-on-demand'
import type { TypingDesk } from './typing'
import type { WorkbookName } from './unsent'

export interface DeskParts {
  readonly start: StartAnswer
  readonly shown: ShownBook
  readonly view: SheetView | null
  readonly lock: string | null
  readonly line: CellLine
  readonly toasts: Toasts
  readonly saving: SavingLine
  readonly messages: Messages
  readonly edits: Edits
  readonly typing: TypingDesk
  readonly leaving: Leaving
  readonly panels: Panels
  readonly comments: CommentDrafts
  readonly toolbar: Toolbar
  nameOf: (place: SheetPosition | undefined) => string
  workbook: () => WorkbookName
  tabOf: (place: SheetPosition) => string
  /** Stops listening to the server. */
  stop: () => void
  step: (way: 'undo' | 'redo') => Promise<void>
}

function goToNamed({ shown, view }: DeskParts, tab: string, cell: string): void {
  const place = positionNamed(shown.book, tab, cell)
  if (place) view?.select(place)
}

/** A reviewer begins at the report and its findings, not at what a person who fills in has to know. */
export function beginReview(desk: DeskParts): void {
  goToNamed(desk, tabNames.overview, 'A1')
  desk.panels.toggle('findings')
}

function restoringOf(desk: DeskParts): Restoring {
  return new Restoring({
    shown: desk.shown,
    lock: desk.lock,
    type: (edit: TypedEdit) => desk.edits.typed(edit),
    nameOf: (place) => desk.nameOf(place),
    select: (place) => desk.view?.select(place),
    focus: () => desk.view?.focus(),
  })
}

/** Long enough to look at what was done. */
const UNDO_SECONDS = 20

/** Tells of a change, with the button that takes it back. */
function showUndoable(desk: DeskParts, message: { title: string; text: string }, seq: number): void {
  const undo = () => void desk.step('undo')
  const button = h('button', { type: 'button', class: 'small', onClick: undo }, pageWords.bar.undo)
  desk.messages.showOfStep(seq, { ...message, seconds: UNDO_SECONDS, actions: [button], kind: 'done' })
}

export function panelsOf(desk: DeskParts): Panels {
  return new Panels({
    nameOf: (place) => desk.nameOf(place),
    tabOf: (place) => desk.tabOf(place),
    goTo: (place) => desk.view?.select(place),
    goOnInText: (draft) => desk.view?.goOnComment(draft) === true,
    onChange: (key) => {
      desk.toolbar.setOpen(key)
      if (key === null) desk.view?.focus()
    },
    toasts: desk.toasts,
    undoable: (message, seq) => showUndoable(desk, message, seq),
    focus: () => desk.view?.focus(),
    canMakePdf: desk.start.canMakePdf,
    restoring: restoringOf(desk),
    drafts: desk.comments,
    me: desk.start.name ?? '',
    isEditor: desk.start.role === 'editor',
    goToNamed: (tab, cell) => goToNamed(desk, tab, cell),
  })
}

export function runnerOf(desk: DeskParts): Runner {
  return new Runner({
    run: api.run,
    whenTaken: () => desk.leaving.allSent(),
    whenSent: () => desk.edits.whenEmpty(),
    side: desk.panels.side,
    toast: ({ title, message, seconds }, isChange) =>
      desk.messages.show({
        ...{ title, text: message, seconds: Math.max(seconds, 4) },
        ...(isChange && { kind: 'done' }),
      }),
    undoable: ({ title, message }, seq) => showUndoable(desk, { title, text: message }, seq),
    files: (files, isNews) => desk.panels.made(files, isNews),
    progress: (name) => desk.toolbar.setProgress(name === null ? null : pageWords.run.running(name)),
    goTo: (tab, cell) => goToNamed(desk, tab, cell),
    focus: () => desk.view?.focus(),
    tab: () => (desk.line.selected ? desk.tabOf(desk.line.selected) : ''),
  })
}

export function onDemandOf(desk: DeskParts): TabsOnDemand {
  return new TabsOnDemand({
    shown: desk.shown,
    load: (sheet) => desk.view?.loadSheet(sheet),
    progress: (text) => desk.toolbar.setProgress(text),
    warn: (text) => desk.messages.warn(text),
  })
}

export function closedBookOf(desk: DeskParts): ClosedBook {
  const { edits, typing, leaving, saving, panels, line } = desk
  return new ClosedBook({
    ...{ edits, typing, leaving, saving, panels, line },
    isReviewer: desk.lock !== null,
    toolbar: () => desk.toolbar,
    view: () => desk.view,
    workbook: () => desk.workbook(),
    stop: () => desk.stop(),
  })
}
