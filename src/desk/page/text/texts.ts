/** Texts of a tab are written in the editor, other cells in their field: which it is, and how the view goes to one. */
import { cellAt } from '../../book/cells'
import type { Area, Book, Cell, Sheet } from '../../book/model'
import type { CommentDraft } from '../desk/comment-drafts'
import type { Comment } from '../../protocol'
import type { Marks, NoticeFor, SheetPosition, ViewEvents } from '../view/view'
import { commandOf } from '../view/grid/keys'
import type { Command } from '../view/grid/keys'
import type { Field, FieldPlace } from '../view/grid/field'
import type { CellEntry } from '../view/grid/entry'
import type { Screen } from '../view/grid/screen'
import { isOneCell } from '../view/grid/selection'
import type { Cursor } from '../view/grid/selection'
import type { Session, SessionField } from '../view/grid/session'
import { Editor } from './editor'
import { nextFound } from './find-inside'
import { textOf, typedOf } from './literal'
import { isTextPlace } from './place'

/** The selected cell: its tab, and the merge that it is in. */
interface Selected {
  sheet: Sheet
  area: Area
}

export interface TextsOwner {
  events: Pick<ViewEvents, 'checkText' | 'onComment' | 'onCommentDraft' | 'onGivenUp' | 'nameOf'>
  field: Field
  screen: Screen
  entry: Pick<CellEntry, 'lock'>
  book: () => Book
  cursor: () => Cursor
  session: () => Session
  /** Begins to write in the selected cell. */
  begin: () => void
  run: (command: Command) => void
}

export class Texts implements SessionField {
  readonly editor: Editor
  isNarrative = false
  private format: string | undefined
  private caret: number | null = null
  private isQuiet = false
  /** What is selected was found: the search goes on behind it. */
  private isFound = false
  private comments: Marks['comments'] = []

  constructor(private readonly owner: TextsOwner) {
    const { events } = owner
    this.editor = new Editor({
      check: (place, text) => events.checkText({ ...place, text }),
      comment: (place, text) => events.onComment({ do: 'comment', ...place, text }),
      commentBegun: (draft) => events.onCommentDraft(draft),
      changed: () => owner.session().tell(),
      done: () => this.end(() => owner.session().takeNow()),
      giveUp: () => this.end(() => this.giveUp()),
      left: () => this.end(() => owner.session().takeNow(), false),
      key: (event) => this.key(event),
    })
    owner.screen.scroller.addEventListener('click', (event) => this.clicked(event))
  }

  /** What the session writes in. */
  get text(): string {
    return this.isNarrative ? typedOf(this.editor.text, this.format) : this.owner.field.text
  }

  open(place: FieldPlace, text: string | null): void {
    const target = this.target()
    this.isNarrative = target !== null
    if (!target) return this.owner.field.open(place, text)
    this.showIn(target, text ?? '', false)
  }

  move(place: FieldPlace): void {
    if (!this.isNarrative) this.owner.field.move(place)
  }

  close(): void {
    if (!this.isNarrative) return this.owner.field.close()
    const hadFocus = this.editor.hasFocus()
    this.editor.close()
    this.isNarrative = false
    if (hadFocus) this.owner.field.focus()
  }

  /** Told where one writes; the text names the key that takes what was written. */
  setNotice(textFor: NoticeFor, look: () => void): void {
    if (this.isNarrative) this.editor.setNotice(textFor('Ctrl+Enter', true), look)
    else this.owner.field.setNotice(textFor('Enter', false))
  }

  /** Whether the selected cell is one for a text. */
  isHere(): boolean {
    return this.target() !== null
  }

  /** Opens the selected text, to be read where nothing can be typed. `isQuiet`: the keyboard stays where it is. */
  openHere(caret: number | null = null, isQuiet = false): void {
    const target = this.target()
    if (!target || this.editor.isOpen) return
    this.caret = caret
    this.isQuiet = isQuiet
    if (this.owner.entry.lock === null) this.owner.begin()
    else this.showIn(target, this.valueOf(target), true)
    this.caret = null
    this.isQuiet = false
  }

  /** Opens the selected text where it may only be read. False: it is none, or may be written. */
  read(): boolean {
    if (this.owner.entry.lock === null || !this.isHere()) return false
    this.openHere()
    return true
  }

  /** Letters that were typed on the selected cell: into its text, at the end. */
  typed(text: string): void {
    this.openHere()
    if (this.editor.isOpen) this.editor.field.insert(text)
  }

  /** What is being typed is taken, a text that is only read is closed. False: the person goes on writing. */
  leaveAll(): boolean {
    if (!this.editor.isReading) return this.owner.session().takeNow()
    const hadFocus = this.editor.hasFocus()
    this.editor.close()
    if (hadFocus) this.owner.field.focus()
    return true
  }

  /** Something else gets the keyboard; a text that is open is taken and stays in view. */
  whileInView(open: () => void): void {
    const wasOpen = this.editor.isOpen
    if (!this.leaveAll()) return
    open()
    if (wasOpen) this.openHere(null, true)
  }

  /** The next place of the words in the selected text; false: there is none further on. */
  find(sought: string, isBack: boolean): boolean {
    const target = this.target()
    if (!target) return false
    const { editor } = this
    const text = editor.isOpen ? editor.text : this.valueOf(target)
    const found = nextFound(text, sought, editor.isOpen && this.isFound ? editor.field.selected : null, isBack)
    this.isFound = found !== null
    if (!found) return false
    this.openHere(null, true)
    editor.field.select(found.start, found.end, true)
    return true
  }

  findAnew(sought: string, isBack: boolean): void {
    this.forgetFound()
    this.find(sought, isBack)
  }

  /** Other words are sought: from the beginning of the text. */
  forgetFound(): void {
    this.isFound = false
  }

  /** Opens the selected text with a comment that was begun on some of its words. False: it cannot be opened. */
  goOnComment({ sheet, row, column, quote = '', text }: CommentDraft): boolean {
    const { editor } = this
    this.openHere()
    const { place } = editor
    if (!place || place.sheet !== sheet || place.row !== row || place.column !== column) return false
    editor.goOnComment(quote, text)
    return true
  }

  setComments(comments: Marks['comments']): void {
    this.comments = comments
    const { place } = this.editor
    if (place) this.editor.showComments(this.commentsAt(place))
  }

  /** Cells have changed: who only reads sees it. */
  renew(): void {
    const { editor } = this
    const sheet = editor.place && this.owner.book().sheets.find(({ id }) => id === editor.place?.sheet)
    if (editor.place && sheet) editor.renew(shown(cellAt(sheet, editor.place.row, editor.place.column)))
  }

  private target(): Selected | null {
    const { screen, cursor, book } = this.owner
    const { tab } = screen
    if (!tab || !isOneCell(tab, cursor())) return null
    const area = tab.merges.areaAt(cursor().active)
    return isTextPlace(book(), tab.sheet, area) ? { sheet: tab.sheet, area } : null
  }

  /** A text opens where it is clicked, at the letter. */
  private clicked({ target, shiftKey, clientX, clientY }: MouseEvent): void {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-key]') : null
    if (!cell || shiftKey || this.owner.session().isOpen || !this.isHere()) return
    const place = document.caretRangeFromPoint(clientX, clientY)
    this.openHere(place?.startContainer.parentNode === cell ? place.startOffset : null)
  }

  private valueOf({ sheet, area }: Selected): string {
    return shown(cellAt(sheet, area.row, area.column))
  }

  private showIn({ sheet, area }: Selected, typed: string, isReading: boolean): void {
    const place = { sheet: sheet.id, row: area.row, column: area.column }
    this.format = cellAt(sheet, area.row, area.column)?.style?.numberFormat
    const text = isReading ? typed : textOf(typed, this.format)
    const name = this.owner.events.nameOf(place)
    this.owner.screen.scroller.after(this.editor.element)
    this.editor.show({ place, name, comments: this.commentsAt(place), isReading }, text, this.caret)
    if (!this.isQuiet) this.editor.focus()
  }

  private commentsAt({ sheet, row, column }: SheetPosition): readonly Comment[] {
    return this.comments.filter((one) => one.sheet === sheet && one.row === row && one.column === column)
  }

  /** The keyboard goes back to the cells, unless the person has put it elsewhere. */
  private end(act: () => void, isBack = true): void {
    if (this.editor.isReading) this.editor.close()
    else act()
    if (isBack && !this.editor.isOpen) this.owner.field.focus()
  }

  private giveUp(): void {
    const session = this.owner.session()
    const typing = session.isChanged ? session.typing() : null
    session.drop()
    if (typing) this.owner.events.onGivenUp(typing)
  }

  private key(event: KeyboardEvent): boolean {
    const command = commandOf(event, 'edit')
    if (command?.do !== 'sheet' && command?.do !== 'find') return false
    this.owner.run(command)
    return true
  }
}

const shown = (cell: Cell | undefined): string => {
  const value = cell?.value
  return value === undefined || typeof value === 'object' ? '' : String(value)
}
