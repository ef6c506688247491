/** The open workbook: view, server and panels tied together. */
import { pageWords } from '../../../words/desk-page'
import type { BookAnswer, BookPatch, Comment, FileLink, Person, Place } from '../../protocol'
import type { DeskEvent, StartAnswer } from '../../start-protocol'
import { api } from '../api'
import { makeCellBar } from '../ui/cell-bar'
import { makeComments } from '../ui/comments'
import { tell } from '../ui/dialogs'
import { h } from '../ui/dom'
import { makeFiles, linksOf } from '../ui/files'
import { historyOf } from '../ui/history'
import { makeNoteCard } from '../ui/note-card'
import { makePeople } from '../ui/people'
import { makeRefusedList } from '../ui/refused'
import { makeSavingLine } from '../ui/saving'
import { makeSidePanel } from '../ui/side-panel'
import { makeTabs } from '../ui/tabs'
import { makeToasts } from '../ui/toasts'
import { makeToolbar } from '../ui/toolbar'
import type { PanelKey } from '../ui/toolbar'
import type { Refusal, SheetView, TypedEdit, ViewEvents } from '../view/view'
import { Outbox } from './outbox'
import type { Letter } from './outbox'
import { cornerOf, factsOf, placeName } from './places'
import { messageOf, Runner } from './runner'
import { ShownBook } from './shown-book'
import { listen } from './stream'

export type OpenView = (container: HTMLElement, book: BookAnswer['book'], events: ViewEvents) => Promise<SheetView>

const panelId = 'cells'

export class Desk {
  private readonly toasts = makeToasts()
  private readonly saving = makeSavingLine()
  private readonly refused = makeRefusedList()
  private readonly bar = makeCellBar()
  private readonly note = makeNoteCard()
  private readonly cells = h('div', { id: panelId, class: 'cells', role: 'tabpanel', 'aria-label': pageWords.grid })
  private readonly side = makeSidePanel((key) => this.sideChanged(key))
  private readonly tabs = makeTabs(panelId, (sheet) => this.view?.showSheet(sheet), (sheet) => this.openComments(sheet))
  private readonly people
  private readonly comments
  private readonly files
  private readonly toolbar
  private readonly runner
  private readonly outbox
  private readonly lock: string | null
  private view: SheetView | null = null
  private shown: ShownBook
  private remarks: readonly Comment[]
  private present: readonly Person[]
  private readonly me: Person
  private selected: Place | null = null
  private hereTimer = 0
  private stop: () => void = () => undefined

  constructor(
    answer: BookAnswer,
    start: StartAnswer,
    private readonly reload: () => void,
  ) {
    const { book, seq, comments, me, people, menus } = answer
    this.me = me
    this.shown = new ShownBook(book, start.year, seq)
    this.remarks = comments
    this.present = people
    this.lock = me.role === 'reviewer' ? pageWords.reviewerLock : null
    this.people = makePeople((person) => this.nameOf(person.place), ({ place }) => place && this.view?.select(place))
    this.comments = makeComments({
      nameOf: (place) => this.nameOf(place),
      goTo: (place) => this.view?.select(place),
      send: (request) => this.orTell(pageWords.comments.failed, () => api.comment(request)),
    })
    this.files = makeFiles(start.canMakePdf)
    this.runner = new Runner({
      run: api.run,
      settle: () => this.outbox.whenEmpty(),
      side: this.side,
      toast: ({ title, message, seconds }) => this.toasts.show({ title, text: message, seconds: Math.max(seconds, 4) }),
      files: (files) => this.made(files, start.canMakePdf),
      progress: (name) => this.toolbar.setProgress(name === null ? null : pageWords.run.running(name)),
      focus: () => this.view?.focus(),
    })
    this.outbox = new Outbox({
      send: api.edit,
      base: () => this.shown.seq,
      onSaving: (saving) => this.saving.show(saving),
      onAnswer: (_, { overwrote = [], error }) => {
        this.show(this.shown.settled())
        for (const { who, value, cell } of overwrote) {
          this.warn(pageWords.saving.overwrote(cell, who, value === null ? pageWords.saving.emptied : String(value)))
        }
        if (error !== undefined) this.warn(error)
      },
      onRefused: (letter, reason) => this.takeBack(letter, reason),
      later: (act, milliseconds) => window.setTimeout(act, milliseconds),
    })
    const owner = {
      choose: (name: string, caption: string) => void this.runner.choose(name, caption),
      undo: () => void this.step('undo'),
      redo: () => void this.step('redo'),
      panel: (key: PanelKey) => this.panel(key),
    }
    this.toolbar = makeToolbar(owner, [this.saving.element, this.people.element], me.role === 'editor')
    this.toolbar.setTitle(book.title)
    this.toolbar.setMenus(me.role === 'editor' ? menus : [])
    if (answer.message) this.toasts.show({ text: answer.message })
  }

  /** Everything on the page, then the cells. */
  async open(openView: OpenView): Promise<void> {
    const main = h('main', {}, this.bar.element, h('div', { class: 'middle' }, this.cells, this.side.element), this.tabs.element)
    const banners = h('div', { class: 'banners' }, this.saving.banner, this.refused.element)
    document.body.replaceChildren(this.toolbar.element, banners, main, this.toasts.element, this.note.element)
    this.tabs.draw(this.shown.book)
    this.drawPeople()
    this.view = await openView(this.cells, structuredClone(this.shown.book), {
      onEdit: (edits) => edits.forEach((edit) => this.typed(edit)),
      onSelect: (place) => this.moved(place),
      onRefused: (refusal) => this.said(refusal),
      onUndo: () => void this.step('undo'),
      onRedo: () => void this.step('redo'),
      onHover: (place, x, y) => this.hovered(place, x, y),
    })
    this.view.setLock(this.lock)
    this.drawMarks()
    this.view.focus()
    this.stop = listen({
      seq: () => this.shown.seq,
      onEvent: (event) => this.happened(event),
      onState: (isConnected) => this.saving.connected(isConnected),
    })
    window.addEventListener('beforeunload', (event) => {
      if (this.outbox.count > 0) event.preventDefault()
    })
    document.documentElement.dataset['ready'] = 'true'
  }

  private nameOf(place: Place | undefined): string {
    return place ? placeName(this.shown.book, place) : ''
  }

  private show(patch: BookPatch): void {
    this.view?.applyPatch(patch)
    this.drawBar()
  }

  private typed(edit: TypedEdit): void {
    const letter = this.outbox.add(edit)
    this.show(this.shown.typed(letter))
  }

  private takeBack(letter: Letter, reason: string): void {
    const { edit } = letter
    this.show(this.shown.withdrawn(letter))
    const typed = edit.values.flat().map((value) => value ?? '').join(' ')
    this.refused.add({
      place: this.nameOf(edit),
      typed: typed.length > 40 ? `${typed.slice(0, 40)}…` : typed,
      reason,
      again: () => {
        this.view?.select(edit)
        this.typed(edit)
      },
      discard: () => this.view?.focus(),
    })
  }

  private said({ reason }: Refusal): void {
    this.warn(reason, 6)
  }

  private warn(text: string, seconds = 12): void {
    this.toasts.show({ text, seconds, isWarning: true })
  }

  private moved({ sheet, row, column }: Place): void {
    this.selected = { sheet, row, column }
    this.tabs.select(sheet)
    this.drawBar()
    this.comments.show(this.remarks, this.selected)
    if (this.side.current() === 'history') void this.drawHistory()
    window.clearTimeout(this.hereTimer)
    this.hereTimer = window.setTimeout(() => void api.here({ sheet, row, column }).catch(() => undefined), 150)
  }

  private hovered(place: Place | null, x: number, y: number): void {
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
    this.bar.show(factsOf(sheet, this.selected, this.shown.cell(sheet.id, row, column), this.remarks, this.lock))
  }

  private drawPeople(): void {
    this.people.show(this.present, this.me.id)
    this.toolbar.setComments(this.openComments())
  }

  private drawMarks(): void {
    const people = this.present.flatMap(({ id, name, colour, place }) =>
      place && id !== this.me.id ? [{ ...place, name, colour }] : [],
    )
    this.view?.setMarks({ people, comments: this.remarks.filter(({ resolved }) => !resolved) })
  }

  private openComments(sheet?: number): number {
    const isOpen = (one: Comment) => !one.resolved && (sheet === undefined || one.sheet === sheet)
    return this.remarks.filter(isOpen).length
  }

  private happened(event: DeskEvent): void {
    if (event.type === 'patch') this.changed(event.seq, event.patch)
    else if (event.type === 'notice') this.toasts.show({ text: event.text, seconds: 12 })
    else if (event.type === 'workbook') this.leave()
    else if (event.type === 'people') {
      this.present = event.people
      this.drawPeople()
      this.drawMarks()
    } else if (event.by !== this.me.name) {
      const text = event.state === 'started' ? pageWords.run.byOther(event.by, event.name) : null
      this.toolbar.setProgress(text)
    }
  }

  private changed(seq: number, change: BookPatch): void {
    if (seq <= this.shown.seq) return
    this.show(this.shown.changed(seq, change))
    if (change.title !== undefined) this.toolbar.setTitle(change.title)
    if (change.comments) {
      this.remarks = change.comments
      this.comments.show(this.remarks, this.selected)
      this.drawMarks()
      this.toolbar.setComments(this.openComments())
    }
    if (change.sheets || change.order || change.comments) this.tabs.draw(this.shown.book)
    if (this.side.current() === 'history') void this.drawHistory()
  }

  private leave(): void {
    this.stop()
    this.view?.destroy()
    this.reload()
  }

  private async step(way: 'undo' | 'redo'): Promise<void> {
    await this.outbox.whenEmpty()
    try {
      const { what } = await api[way]()
      const text = `${pageWords.bar[way]}：${what}`
      this.toasts.show({ text, seconds: 4 })
    } catch (error) {
      this.warn(messageOf(error) || pageWords.run.nothingToUndo, 4)
    }
  }

  private async orTell(title: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act()
    } catch (error) {
      await tell(title, messageOf(error))
      throw error
    }
  }

  private made(files: readonly FileLink[], canMakePdf: boolean): void {
    this.files.add(files)
    const text = files.map(({ name }) => name).join('\n')
    this.toasts.show({ title: pageWords.files.ready, text, actions: files.map((file) => linksOf(file, canMakePdf)) })
  }

  private panel(key: PanelKey): void {
    if (this.side.current() === key) return this.side.close()
    if (key === 'comments') {
      this.comments.show(this.remarks, this.selected)
      this.side.open(key, pageWords.comments.title, this.comments.element)
      this.comments.write()
    } else if (key === 'files') this.side.open(key, pageWords.files.title, this.files.element)
    else {
      this.side.open(key, pageWords.history.title, h('div', { 'aria-busy': 'true' }))
      void this.drawHistory()
    }
  }

  private async drawHistory(): Promise<void> {
    const place = this.selected
    if (!place) return
    const entries = await api.history(place).catch((error: unknown) => messageOf(error))
    if (this.side.current() !== 'history' || this.selected !== place) return
    const content =
      typeof entries === 'string' ? h('p', { class: 'empty' }, pageWords.history.failed, entries) : historyOf(this.nameOf(place), entries)
    this.side.open('history', pageWords.history.title, content)
  }

  private sideChanged(key: string | null): void {
    this.toolbar.setOpen(key)
    if (key === null) this.view?.focus()
  }
}
