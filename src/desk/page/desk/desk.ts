/** The open workbook: view, server and panels tied together. */
import { pageWords } from '../../../words/desk-page'
import type { BookAnswer, BookPatch, Comment, SheetPosition } from '../../protocol'
import type { DeskEvent, StartAnswer } from '../../start-protocol'
import { api, onOtherProtocol } from '../api'
import { makeCellBar } from '../ui/cell-bar'
import { h } from '../ui/dom'
import { makeNoteCard } from '../ui/note-card'
import { makeRefusedList } from '../ui/refused'
import { focusFirst, listenToRegions } from '../ui/regions'
import { makeSavingLine } from '../ui/saving'
import { makeTabs } from '../ui/tabs'
import { makeToasts } from '../ui/toasts'
import { makeToolbar } from '../ui/toolbar'
import type { Refusal, SheetView, ViewEvents } from '../view/view'
import { Edits } from './edits'
import { Others } from './others'
import { PageUpdate } from './page-update'
import { Panels } from './panels'
import { cornerOf, factsOf, positionName, positionNamed } from './positions'
import { messageOf, Runner } from './runner'
import { ShownBook } from './shown-book'
import { listen } from './stream'
import { keepUnsent, takeUnsent } from './unsent'
import type { WorkbookName } from './unsent'

export type OpenView = (container: HTMLElement, book: BookAnswer['book'], events: ViewEvents) => Promise<SheetView>

const panelId = 'cells'

export class Desk {
  private readonly toasts = makeToasts()
  private readonly saving = makeSavingLine()
  private readonly refused = makeRefusedList()
  private readonly bar = makeCellBar()
  private readonly note = makeNoteCard()
  private readonly cells = h('div', { id: panelId, class: 'cells', role: 'tabpanel', 'aria-label': pageWords.grid })
  private readonly tabs = makeTabs(
    panelId,
    (sheet) => this.view?.showSheet(sheet),
    (sheet) => this.others.openComments(sheet),
  )
  private readonly others: Others
  private readonly panels
  private readonly toolbar
  private readonly runner
  private readonly edits
  private readonly lock: string | null
  private view: SheetView | null = null
  private readonly shown: ShownBook
  private readonly me: string
  private selected: SheetPosition | null = null
  private hereTimer = 0
  private isReopening = false
  private isLeaving = false
  private stop: () => void = () => undefined

  constructor(
    { book, seq, comments, me, people, menus, message }: BookAnswer,
    private readonly start: StartAnswer,
    private readonly reload: () => void,
  ) {
    this.me = me.id
    this.shown = new ShownBook(book, start.year, seq)
    const isEditor = me.role === 'editor'
    this.lock = isEditor ? null : pageWords.reviewerLock
    this.others = new Others({
      me,
      nameOf: (place) => this.nameOf(place),
      select: (place) => this.view?.select(place),
      onMarks: (marks) => this.view?.setMarks(marks),
      onCount: (count) => this.toolbar.setComments(count),
    })
    this.panels = this.makePanels()
    this.edits = this.makeEdits()
    this.runner = this.makeRunner()
    const update = this.makeUpdate()
    onOtherProtocol((theirs) => update.begin(theirs))
    const owner = {
      choose: (name: string, caption: string) => {
        // As in a spreadsheet, the keyboard goes back to the cells after a menu item.
        this.view?.focus()
        void this.runner.choose(name, caption)
      },
      undo: () => void this.step('undo'),
      redo: () => void this.step('redo'),
      panel: this.panels.toggle.bind(this.panels),
    }
    this.toolbar = makeToolbar(owner, [this.saving.element, this.others.element], isEditor)
    this.toolbar.setTitle(book.title)
    this.toolbar.setMenus(isEditor ? menus : [])
    this.others.arrived(people)
    this.remarked(comments)
    if (message) this.toasts.show({ text: message })
  }

  /** Everything on the page, then the cells. */
  async open(openView: OpenView): Promise<void> {
    const main = h(
      'main',
      {},
      this.bar.element,
      h('div', { class: 'middle' }, this.cells, this.panels.side.element),
      this.tabs.element,
    )
    const banners = h('div', { class: 'banners' }, this.saving.banner, this.refused.element)
    document.body.replaceChildren(this.toolbar.element, banners, main, this.toasts.element, this.note.element)
    const parts = [this.toolbar.element, this.cells, this.tabs.element, this.panels.side.element]
    listenToRegions(parts, (element) => (element === this.cells ? this.view?.focus() : focusFirst(element)))
    this.tabs.draw(this.shown.book)
    this.view = await openView(this.cells, structuredClone(this.shown.book), {
      onEdit: (edits) => this.edits.typed(edits),
      onTotal: (edit) => void this.edits.overTotal(edit),
      onSelect: (place) => this.moved(place),
      onRefused: (refusal) => this.said(refusal),
      onUndo: () => void this.step('undo'),
      onRedo: () => void this.step('redo'),
      onHover: (place, x, y) => this.hovered(place, x, y),
    })
    this.view.setLock(this.lock)
    this.view.setMarks(this.others.marks())
    this.view.focus()
    this.stop = listen({
      seq: () => this.shown.seq,
      onEvent: (event) => this.happened(event),
      onState: (isConnected) => this.saving.connected(isConnected),
    })
    window.addEventListener('beforeunload', (event) => {
      if (this.edits.count > 0 && !this.isLeaving) event.preventDefault()
    })
    this.resume()
    document.documentElement.dataset['ready'] = 'true'
  }

  private makePanels(): Panels {
    return new Panels({
      nameOf: (place) => this.nameOf(place),
      goTo: (place) => this.view?.select(place),
      onChange: (key) => {
        this.toolbar.setOpen(key)
        if (key === null) this.view?.focus()
      },
      toasts: this.toasts,
      canMakePdf: this.start.canMakePdf,
    })
  }

  private makeRunner(): Runner {
    return new Runner({
      run: api.run,
      whenSent: () => this.edits.whenEmpty(),
      side: this.panels.side,
      toast: ({ title, message, seconds }) => this.toasts.show({ title, text: message, seconds: Math.max(seconds, 4) }),
      files: (files, isNews) => this.panels.made(files, isNews),
      progress: (name) => this.toolbar.setProgress(name === null ? null : pageWords.run.running(name)),
      goTo: (tab, cell) => {
        const place = positionNamed(this.shown.book, tab, cell)
        if (place) this.view?.select(place)
      },
      focus: () => this.view?.focus(),
    })
  }

  private makeEdits(): Edits {
    return new Edits({
      shown: this.shown,
      show: (patch) => this.show(patch),
      nameOf: (place) => this.nameOf(place),
      select: (place) => this.view?.select(place),
      focus: () => this.view?.focus(),
      warn: (text) => this.warn(text),
      saving: (saving) => this.saving.show(saving),
      refused: this.refused,
    })
  }

  private makeUpdate(): PageUpdate {
    return new PageUpdate({
      storage: sessionStorage,
      isWriting: () => (this.view?.isEditing() ?? false) || isWritten(document.activeElement),
      keep: () => keepUnsent(sessionStorage, this.workbook(), this.edits.stop()),
      reload: () => this.leave(),
      say: (state) => this.toasts.show({ text: pageWords.update[state], isWarning: true }),
      later: (act, milliseconds) => window.setTimeout(act, milliseconds),
    })
  }

  /** Sends what the page kept when it loaded itself anew. */
  private resume(): void {
    const unsent = takeUnsent(sessionStorage, this.workbook())
    if (!unsent) return
    this.toasts.show({ text: pageWords.update.done(unsent.length), seconds: 12 })
    this.edits.resume(unsent)
  }

  private workbook(): WorkbookName {
    return { file: this.start.open?.file ?? '', title: this.shown.book.title }
  }

  private nameOf(place: SheetPosition | undefined): string {
    return place ? positionName(this.shown.book, place) : ''
  }

  private show(patch: BookPatch): void {
    this.view?.applyPatch(patch)
    this.drawBar()
  }

  private said({ reason }: Refusal): void {
    this.warn(reason, 6)
  }

  private warn(text: string, seconds = 12): void {
    this.toasts.show({ text, seconds, isWarning: true })
  }

  private moved({ sheet, row, column }: SheetPosition): void {
    this.selected = { sheet, row, column }
    this.tabs.select(sheet)
    this.drawBar()
    this.panels.moved(this.selected)
    window.clearTimeout(this.hereTimer)
    this.hereTimer = window.setTimeout(() => void api.here({ sheet, row, column }).catch(() => undefined), 150)
  }

  private hovered(place: SheetPosition | null, x: number, y: number): void {
    const sheet = place && this.shown.sheet(place.sheet)
    if (!place || !sheet) return this.note.hide()
    const { row, column } = cornerOf(sheet, place.row, place.column)
    const note = this.shown.cell(sheet.id, row, column)?.note
    if (note) this.note.show(note, x, y)
    else this.note.hide()
  }

  private drawBar(): void {
    const sheet = this.selected && this.shown.sheet(this.selected.sheet)
    if (!this.selected || !sheet) return
    const { row, column } = this.selected
    this.bar.show(
      factsOf(sheet, this.selected, this.shown.cell(sheet.id, row, column), this.others.remarks(), this.lock),
    )
  }

  private happened(event: DeskEvent): void {
    if (event.type === 'patch') this.changed(event.seq, event.patch)
    else if (event.type === 'notice') this.toasts.show({ text: event.text, seconds: 12 })
    else if (event.type === 'workbook') this.reopened().catch(() => undefined)
    else if (event.type === 'people') this.others.arrived(event.people)
    else if (event.by !== this.me) this.otherRuns(event)
  }

  private otherRuns(event: DeskEvent & { type: 'run' }): void {
    const who = () => this.others.nameOf(event.by)
    this.toolbar.setProgress(event.state === 'started' ? pageWords.run.byOther(who(), event.name) : null)
    if (event.state === 'finished') this.panels.made(event.files, false)
  }

  /**
   * The page was away for long, or another workbook is open now. What was typed for one workbook is never sent to
   * another.
   */
  private async reopened(): Promise<void> {
    if (this.isReopening) return
    this.isReopening = true
    try {
      const { open } = await api.start()
      const isSame = open?.file === this.start.open?.file && open?.title === this.start.open?.title
      if (isSame) await this.renew()
      else if (this.edits.count === 0) this.leave()
      else this.saving.blocked(this.edits.stop().length)
    } finally {
      this.isReopening = false
    }
  }

  /** Loads the book as it is now, and lays the unsent edits over it. */
  private async renew(): Promise<void> {
    const { book, seq, comments, people } = await api.book()
    const patch = this.shown.renew(book, seq)
    this.view?.load(structuredClone(book))
    this.show(patch)
    this.others.arrived(people)
    this.remarked(comments)
    this.tabs.draw(book)
  }

  private changed(seq: number, change: BookPatch): void {
    if (seq <= this.shown.seq) return
    this.show(this.shown.changed(seq, change))
    document.documentElement.dataset['seq'] = String(this.shown.seq)
    if (change.title !== undefined) this.toolbar.setTitle(change.title)
    if (change.comments) this.remarked(change.comments)
    if (change.sheets || change.order || change.comments) this.tabs.draw(this.shown.book)
    this.panels.changed()
  }

  private remarked(comments: readonly Comment[]): void {
    this.panels.remarked(comments)
    this.others.remarked(comments)
  }

  private leave(): void {
    this.isLeaving = true
    this.stop()
    this.view?.destroy()
    this.reload()
  }

  private async step(way: 'undo' | 'redo'): Promise<void> {
    await this.edits.whenEmpty()
    try {
      const { what } = await api[way]()
      const text = `${pageWords.bar[way]}：${what}`
      this.toasts.show({ text, seconds: 4 })
    } catch (error) {
      this.warn(messageOf(error) || pageWords.run.nothingToUndo, 4)
    }
  }
}

/** Whether a text is being written that would be lost if the page went away: in a comment or a dialog. */
function isWritten(active: Element | null): boolean {
  if (document.querySelector('dialog[open]') || active instanceof HTMLIFrameElement) return true
  return (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement) && active.value !== ''
}
