/** The panels beside the cells, and what they are about: comments, the selected cell's history, files made. */
import { pageWords } from '../../../words/desk-page'
import type { Comment, CommentRequest, FileLink, SheetPosition } from '../../protocol'
import { commentOn } from '../../book/comment-quote'
import { api } from '../api'
import { makeComments } from '../ui/comments'
import { tell } from '../ui/dialogs'
import { h } from '../ui/dom'
import { linksOf, makeFiles } from '../ui/files'
import { makeFrame, tellChanged, tellTab } from '../ui/frame'
import { makeSidePanel } from '../ui/side-panel'
import type { Toasts } from '../ui/toasts'
import type { PanelKey } from '../ui/toolbar'
import type { CommentDraft, CommentDrafts } from './comment-drafts'
import type { Records } from './records'
import type { Restoring } from './restoring'
import { messageOf } from './runner'
import type { VersionOwner } from '../versions/buttons'

export interface PanelsOwner {
  nameOf: (place: SheetPosition) => string
  tabOf: (place: SheetPosition) => string
  goTo: (place: SheetPosition) => void
  /** Opens the text with the comment on its words, to be gone on with. False: it cannot be opened. */
  goOnInText: (draft: CommentDraft) => boolean
  /** Another panel is open now; null: none. */
  onChange: (key: string | null) => void
  toasts: Toasts
  /** Tells of a change that the person can take back by a click: the one of this number. */
  undoable: (message: { title: string; text: string }, seq: number) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
  canMakePdf: boolean
  restoring: Restoring
  /** Name of the person. */
  me: string
  isEditor: boolean
  drafts: CommentDrafts
  /** Goes to a cell, by its tab's name and A1 notation. */
  goToNamed: (tab: string, cell: string) => void
}

/** Findings are asked for anew when nothing has changed for so long. */
const REST_MS = 1500

export class Panels {
  readonly side
  private readonly comments
  private readonly files
  private remarks: readonly Comment[] = []
  private selected: SheetPosition | null = null
  private records: Records | null = null
  private timer = 0
  private readonly versions: VersionOwner = {
    warn: (title, text) => this.owner.toasts.show({ title, text, seconds: 15, kind: 'warning' }),
    taken: (seq, title, text) => {
      this.owner.undoable({ title, text }, seq)
      // What had the keyboard is gone with the dialog.
      this.owner.focus()
    },
  }

  constructor(private readonly owner: PanelsOwner) {
    this.side = makeSidePanel(owner.onChange)
    this.files = makeFiles(owner.canMakePdf)
    const { nameOf, goTo, drafts } = owner
    this.comments = makeComments({ nameOf, goTo, drafts, send: (request) => this.send(request) })
  }

  moved(place: SheetPosition): void {
    const frame = this.side.element.querySelector<HTMLIFrameElement>('iframe.command-frame')
    if (frame && this.selected?.sheet !== place.sheet) tellTab(frame, this.owner.tabOf(place))
    this.selected = place
    this.comments.show(this.remarks, place)
    if (this.side.current() === 'history') this.records?.moved(place)
  }

  /** The book has changed. */
  changed(): void {
    if (this.side.current() === 'history') this.records?.changed()
    const own = this.side.current()
    window.clearTimeout(this.timer)
    if (own === 'findings') this.timer = window.setTimeout(() => void this.showFindings(), REST_MS)
    if (own === 'command') this.timer = window.setTimeout(() => this.tellSidebar(), REST_MS)
  }

  private tellSidebar(): void {
    const frame = this.side.element.querySelector<HTMLIFrameElement>('iframe.command-frame')
    if (frame) tellChanged(frame)
  }

  remarked(remarks: readonly Comment[]): void {
    this.remarks = remarks
    this.comments.show(remarks, this.selected)
  }

  /** Listed, and announced where nothing else tells of them. */
  made(files: readonly FileLink[], isNews: boolean): void {
    this.files.add(files)
    if (!isNews) return
    const { canMakePdf, toasts } = this.owner
    const rows = files.map((file) => h('div', {}, file.name, ' ', linksOf(file, canMakePdf)))
    toasts.show({ title: pageWords.files.ready, text: '', actions: rows, seconds: 30, kind: 'done' })
  }

  toggle(key: PanelKey): void {
    if (this.side.current() === key) this.side.close()
    else if (key === 'files') {
      this.side.open(key, pageWords.files.title, this.files.element)
      void this.listFiles()
    } else if (key === 'findings') {
      this.side.open(key, pageWords.bar.findings, h('div', { 'aria-busy': 'true' }))
      void this.showFindings()
    } else if (key === 'comments') {
      this.side.open(key, pageWords.comments.title, this.comments.element)
      this.comments.write()
    } else {
      this.side.open(key, pageWords.history.title, h('div', { 'aria-busy': 'true' }))
      void this.openRecords()
    }
  }

  /** Goes on with a comment that was begun; where its text cannot be opened, as it is sent: below the words. */
  goOnComment(draft: CommentDraft): void {
    const { owner } = this
    const { sheet, row, column, to, quote, text } = draft
    const place = { sheet, row, column, ...(to !== undefined && { to }) }
    if (quote !== undefined && owner.goOnInText(draft)) return
    if (quote !== undefined) {
      owner.drafts.write(draft, '')
      owner.drafts.write(place, commentOn(quote, text))
    }
    owner.goTo(place)
    this.side.open('comments', pageWords.comments.title, this.comments.element)
    this.comments.goOn(place)
  }

  /** The earlier versions of the workbook. */
  showVersions(): void {
    const { taken, warn } = this.versions
    void import('../versions/versions').then(
      ({ showVersions }) => showVersions(taken),
      (error: unknown) => warn(messageOf(error), ''),
    )
  }

  /** False: it was not kept, and the person was told. */
  async send(request: CommentRequest): Promise<boolean> {
    try {
      await api.comment(request)
      return true
    } catch (error) {
      await tell(pageWords.comments.failed, messageOf(error))
      return false
    }
  }

  /** Lists all files, also those made before this page was opened, newest first. */
  private async listFiles(): Promise<void> {
    const files = await api.files().catch((): FileLink[] => [])
    this.files.add([...files].reverse())
  }

  /** For who may only look: the frame leads to cells, and runs nothing. */
  private async showFindings(): Promise<void> {
    const { side, owner } = this
    const content = await api.findings().then(
      ({ html }) =>
        makeFrame(html, {
          label: pageWords.bar.findings,
          run: (name, [tab, cell]) => {
            if (name === 'goToCell') owner.goToNamed(String(tab), String(cell))
            return Promise.resolve()
          },
          close: () => side.close(),
          size: () => undefined,
          focus: () => undefined,
          tab: () => '',
        }),
      (error: unknown) => h('p', { class: 'empty' }, messageOf(error)),
    )
    if (side.current() === 'findings') side.open('findings', pageWords.bar.findings, content)
  }

  /** What compares texts is loaded when it is wanted. */
  private async openRecords(): Promise<void> {
    const { side, owner } = this
    const content = await import('./records').then(
      ({ Records: Panel }) => (this.records ??= new Panel({ ...owner, versions: this.versions })).element,
      (error: unknown) => h('p', { class: 'empty' }, pageWords.history.failed(messageOf(error))),
    )
    if (side.current() !== 'history') return
    side.open('history', pageWords.history.title, content)
    this.records?.moved(this.selected)
  }
}
