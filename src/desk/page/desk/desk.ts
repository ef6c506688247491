/** The open workbook: view, server and panels tied together. */
import { pageWords } from '../../../words/desk-page'
import type { BookAnswer, BookPatch, Comment, SheetPosition } from '../../protocol'
import type { StartAnswer } from '../../start-protocol'
import { h } from '../ui/dom'
import { layOut } from '../ui/layout'
import { makeChoiceList } from '../ui/choices'
import { makeRefusedList } from '../ui/refused'
import { makeSavingLine } from '../ui/saving'
import { makeTabs } from '../ui/tabs'
import { makeToasts } from '../ui/toasts'
import { makeToolbar } from '../ui/toolbar'
import type { Toolbar, ToolbarOwner } from '../ui/toolbar'
import { copyBook } from '../../book/patch'
import type { SheetView, ViewEvents } from '../view/view'
import { CellLine } from './cell-line'
import type { ClosedBook } from './closed-book'
import { CommentDrafts } from './comment-drafts'
import type { CommentDraft } from './comment-drafts'
import type { Drafts } from './drafts'
import type { Edits } from './edits'
import { takeEvent } from './events'
import type { Author, EventOwner } from './events'
import { Leaving } from './leaving'
import { draftsOf, editsOf, listComment, placesOf, typingOf, understoodOf } from './make-edits'
import { beginReview, closedBookOf, onDemandOf, panelsOf, runnerOf } from './make-parts'
import { Messages } from './messages'
import { Others } from './others'
import type { Panels } from './panels'
import { positionName } from './positions'
import { Reopening } from './reopening'
import { resume } from './resume'
import type { Runner } from './runner'
import { ShownBook } from './shown-book'
import { keepPlace, lastPlace } from './last-place'
import { listen } from './stream'
import { takeStep } from './steps'
import { toolbarActions } from './toolbar-actions'
import type { TabsOnDemand } from './tabs-on-demand'
import type { TypingDesk } from './typing'
import type { Understood } from './understood'
import type { WorkbookName } from './unsent'
import { viewEventsOf } from './view-events'

export type OpenView = (container: HTMLElement, book: BookAnswer['book'], events: ViewEvents) => SheetView

const panelId = 'cells'

export class Desk implements EventOwner {
  readonly toasts = makeToasts()
  readonly saving = makeSavingLine()
  readonly refused = makeRefusedList()
  readonly choices = makeChoiceList(() => this.view?.focus())
  private readonly cells = h('div', { id: panelId, class: 'cells', role: 'tabpanel', 'aria-label': pageWords.grid })
  private readonly tabs = makeTabs(
    panelId,
    (sheet) => {
      this.view?.showSheet(sheet)
      // By mouse; who goes along the tabs by arrows stays there.
      this.view?.focus()
    },
    (sheet) => this.others.openComments(sheet),
  )
  readonly others: Others
  readonly line: CellLine
  readonly messages: Messages
  readonly drafts: Drafts
  readonly comments: CommentDrafts
  readonly typing: TypingDesk
  readonly understood: Understood
  readonly panels: Panels
  readonly toolbar: Toolbar
  private readonly runner: Runner
  readonly edits: Edits
  readonly leaving: Leaving
  private readonly closed: ClosedBook
  private readonly reopening: Reopening
  private isHere = false
  readonly lock: string | null
  view: SheetView | null = null
  readonly shown: ShownBook
  readonly onDemand: TabsOnDemand
  readonly me: string
  stop: () => void = () => undefined

  constructor(
    { book, seq, later, comments, me, people, menus, message, unwritten }: BookAnswer,
    readonly start: StartAnswer,
    private readonly reload: () => void,
  ) {
    this.me = me.id
    this.shown = new ShownBook(book, start.year, seq, later)
    this.lock = me.role === 'editor' ? null : pageWords.reviewerLock
    this.others = new Others({
      me,
      ...placesOf(this),
      onMarks: (marks) => {
        this.view?.setMarks(marks)
        this.line.draw()
      },
      onCount: (count) => this.toolbar.setComments(count),
    })
    this.line = new CellLine({
      shown: this.shown,
      view: () => this.view,
      remarks: () => this.others.remarks(),
      peopleAt: (place) => this.others.peopleAt(place),
      lock: this.lock,
      warn: (text) => this.messages.warn(text, 6),
      choose: (name, caption) => this.choose(name, caption),
    })
    this.onDemand = onDemandOf(this)
    this.drafts = draftsOf(this.workbook())
    this.comments = new CommentDrafts((drafts) => this.drafts.keepComments(drafts))
    this.panels = panelsOf(this)
    this.messages = new Messages({ toasts: this.toasts, side: this.panels.side })
    this.typing = typingOf(this)
    this.understood = understoodOf(this)
    this.edits = editsOf(this)
    this.runner = runnerOf(this)
    const { edits, typing, messages, saving } = this
    this.leaving = new Leaving({
      edits,
      typing,
      messages,
      view: () => this.view,
      workbook: () => this.workbook(),
      reload: () => this.end(),
    })
    const renew = (answer: BookAnswer) => this.renew(answer)
    const { leaving } = this
    this.closed = closedBookOf(this)
    this.reopening = new Reopening({ start, leaving, edits, typing, saving, closed: this.closed, renew })
    this.toolbar = makeToolbar(this.toolbarActions(), [this.saving.element, this.others.element], me.role === 'editor')
    this.toolbar.setTitle(book.title)
    this.toolbar.setMenus(me.role === 'editor' ? menus : [])
    this.others.arrived(people)
    this.remarked(comments)
    if (unwritten !== undefined) this.saving.behind(unwritten)
    if (message) this.messages.show({ text: message })
  }

  open(openView: OpenView): void {
    const { cells, choices, line, panels, refused, saving, tabs, toasts, toolbar } = this
    const layout = {
      toolbar: toolbar.element,
      banners: [this.closed.banner, saving.banner, refused.element, choices.element],
      cellBar: line.bar.element,
      cells,
      side: panels.side.element,
      toasts: toasts.element,
      tabs: tabs.element,
      note: line.note.element,
    }
    layOut(layout, { focusCells: () => this.view?.focus(), step: (way) => void this.step(way) })
    this.tabs.draw(this.shown.book)
    this.view = openView(this.cells, copyBook(this.shown.book), viewEventsOf(this))
    this.view.setLock(this.lock)
    this.view.setMarks(this.others.marks())
    if (this.lock !== null) beginReview(this)
    this.goBack(this.view)
    this.view.focus()
    this.stop = listen({
      seq: () => this.shown.seq,
      onEvent: (event) => takeEvent(event, this),
      onState: (state) => {
        this.saving.connected(state)
        if (state === 'there') return
        this.edits.away()
        this.others.away()
      },
    })
    resume(this.workbook(), this)
    document.documentElement.dataset['ready'] = 'true'
  }

  /** To where the person was before the page was loaded anew. */
  private goBack(view: SheetView): void {
    const place = lastPlace(sessionStorage, this.workbook())
    if (place && this.shown.sheet(place.sheet)) view.select(place)
    this.isHere = true
  }

  private toolbarActions(): ToolbarOwner {
    return toolbarActions({
      leaving: this.leaving,
      panels: this.panels,
      view: () => this.view,
      choose: (name, caption) => this.choose(name, caption),
      step: (way) => void this.step(way),
    })
  }

  /** As in a spreadsheet, typing goes on in the cells after a menu item. */
  private choose(name: string, caption: string): void {
    this.view?.focus()
    void this.runner.choose(name, caption)
  }

  workbook(): WorkbookName {
    return { file: this.start.open?.file ?? '', title: this.shown.book.title }
  }

  tabOf({ sheet }: SheetPosition): string {
    return this.shown.sheet(sheet)?.name ?? ''
  }

  nameOf(place: SheetPosition | undefined): string {
    return place ? positionName(this.shown.book, place) : ''
  }

  listComment(draft: CommentDraft): () => void {
    return listComment(draft, this)
  }

  show(patch: BookPatch): void {
    this.view?.applyPatch(patch)
    this.line.draw()
  }

  moved(place: SheetPosition): void {
    // Where the view begins by itself says nothing of the person.
    if (this.isHere) keepPlace(sessionStorage, this.workbook(), place)
    this.line.moved(place)
    this.tabs.select(place.sheet)
    this.panels.moved(place)
  }

  private renew({ book, seq, later, comments, people }: BookAnswer): void {
    this.typing.watch(null, () => {
      const patch = this.shown.renew(book, seq, later)
      this.view?.load(copyBook(book))
      this.show(patch)
    })
    this.edits.renewed()
    this.others.arrived(people)
    this.remarked(comments)
    this.tabs.draw(book)
  }

  changed(seq: number, change: BookPatch, author: Author): void {
    if (seq <= this.shown.seq) return
    this.typing.watch(author, () => this.show(this.shown.changed(seq, change)))
    this.edits.changed(change, author.by)
    this.messages.changed(seq, change, author.by === this.me)
    this.understood.changed()
    document.documentElement.dataset['seq'] = String(this.shown.seq)
    if (change.title !== undefined) this.toolbar.setTitle(change.title)
    const isRemarked = change.comments !== undefined || change.commentChanges !== undefined
    // A list of its own: the book's goes on changing.
    if (isRemarked) this.remarked([...(this.shown.book.comments ?? [])])
    if (change.sheets || change.order || isRemarked) this.tabs.draw(this.shown.book)
    this.panels.changed()
  }

  private remarked(comments: readonly Comment[]): void {
    this.panels.remarked(comments)
    this.others.remarked(comments)
  }

  private end(): void {
    this.stop()
    this.view?.destroy()
    this.reload()
  }

  /** Another workbook is open, or the page was away for long. */
  reopened(): void {
    void this.reopening.begin().catch(() => undefined)
  }

  async step(way: 'undo' | 'redo'): Promise<void> {
    await takeStep(way, { allSent: () => this.leaving.allSent(), messages: this.messages })
  }
}
