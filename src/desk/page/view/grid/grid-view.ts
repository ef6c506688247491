/** The view of DOM: an HTML table with a selection, one text field and the keys of a spreadsheet. */
import type { Book, Sheet } from '../../../book/model'
import { applyPatch } from '../../../book/patch'
import type { BookPatch } from '../../../protocol'
import { Texts } from '../../text/texts'
import type { CommentDraft } from '../../desk/comment-drafts'
import { isDialogOpen } from '../../ui/dialogs'
import { h } from '../../ui/dom'
import type { Marks, NoticeFor, SheetPosition, SheetView, Typing, ViewEvents } from '../view'
import { listenToClipboard } from './clipboard'
import { Commands } from './commands'
import { CellEntry } from './entry'
import { Field } from './field'
import { FindBar } from './find-bar'
import { commandOf } from './keys'
import { named } from './named'
import type { Named } from './named'
import { Mouse } from './mouse'
import { isBeyond, openIn } from './places'
import { isOfForm } from './paper'
import { whenPrinted } from './print'
import { Screen } from './screen'
import { SelectedCells } from './selected-cells'
import { Session } from './session'
import { TabSwitch } from './tab-switch'

/** Where the open cell can be written in as well. */
const WRITES_TOO = '.cell-content'

class GridView implements SheetView {
  private readonly field: Field
  private readonly screen: Screen
  private readonly entry: CellEntry
  private readonly session: Session
  private readonly find: FindBar
  private readonly sheetElement = h('div', { class: 'sheet' })
  private readonly stopPrinting: () => void
  private readonly mouse: Mouse
  private readonly commands: Commands
  private readonly tabs: TabSwitch
  private readonly texts: Texts
  private readonly selected: SelectedCells

  constructor(
    container: HTMLElement,
    private book: Book,
    private readonly events: ViewEvents,
  ) {
    this.field = new Field({
      mayBegin: () => this.mayBegin(),
      begun: () => this.begin('enter', null),
      changed: () => this.session.tell(),
      isElsewhere: () => this.texts.isHere(),
      handOver: (text) => this.texts.typed(text),
    })
    this.screen = new Screen(this.field, () => this.selected.draw())
    this.entry = new CellEntry(events)
    this.selected = new SelectedCells({
      events,
      screen: this.screen,
      field: this.field,
      sheet: () => this.tabs.sheet(),
      pulled: () => this.mouse.pulled,
      isOpen: () => this.entry.lock === null,
    })
    this.texts = this.makeTexts()
    this.session = new Session({
      events,
      screen: this.screen,
      field: this.texts,
      entry: this.entry,
      sheet: (id) => this.tabs.sheet(id),
      reveal: (place) => this.selected.reveal(place),
    })
    this.tabs = new TabSwitch({
      events,
      screen: this.screen,
      book: () => this.book,
      cursor: () => this.selected.cursor,
      takeNow: () => this.texts.leaveAll(),
      moveTo: (first, last, isRevealed) => this.selected.moveTo(first, last, isRevealed),
    })
    this.find = this.makeFind()
    this.commands = this.makeCommands()
    this.mouse = this.makeMouse()
    container.append(this.find.element, this.sheetElement)
    this.sheetElement.append(this.screen.scroller)
    this.stopPrinting = whenPrinted(() => {
      this.texts.leaveAll()
      const sheet = this.tabs.sheet()
      return sheet && { sheet, isOfForm: isOfForm(this.book, sheet) }
    })
    this.listen()
    this.tabs.showFirst()
  }

  load(book: Book): void {
    this.book = book
    const sheet = this.tabs.sheet()
    if (!sheet) return this.tabs.showFirst()
    void this.events.fetch(this.tabs.shown)
    this.screen.show(sheet, this.screen.position())
    const { active, head } = this.selected.cursor
    this.selected.moveTo(active, head, false)
    this.session.move()
  }

  loadSheet(sheet: Sheet): void {
    this.book.sheets = this.book.sheets.map((one) => (one.id === sheet.id ? sheet : one))
    if (sheet.id === this.tabs.shown) this.load(this.book)
  }

  applyPatch(patch: BookPatch): void {
    applyPatch(this.book, patch)
    this.texts.renew()
    const sheet = this.tabs.sheet()
    const cells = patch.cells[this.tabs.shown]
    if (!sheet) this.tabs.showFirst()
    else if (patch.sheets?.some(({ id }) => id === this.tabs.shown)) this.load(this.book)
    else if (cells && this.screen.tab && isBeyond(this.screen.tab, cells)) this.load(this.book)
    else if (cells) this.screen.refresh(cells)
  }

  select({ sheet, row, column }: SheetPosition): void {
    if (this.texts.editor.isOpen && !this.texts.leaveAll()) return
    this.tabs.goThere({ sheet, first: { row, column }, last: { row, column } })
  }

  showSheet(id: number): void {
    // Of the tab that is shown already: back from its text to its cells.
    if (id !== this.tabs.shown || this.texts.leaveAll()) this.tabs.show(id)
  }

  async goTo(name: string): Promise<boolean> {
    const place = this.placeNamed(name) ?? (await this.events.fetchAll().then(() => this.placeNamed(name)))
    if (!place) return false
    this.tabs.goThere({ ...place, sheet: place.sheet.id })
    return true
  }

  setMarks(marks: Marks): void {
    this.screen.setMarks(marks)
    this.texts.setComments(marks.comments)
  }

  setLock(reason: string | null): void {
    this.entry.lock = reason
  }

  typing(): Typing | null {
    return this.session.typing()
  }

  setNotice(textFor: NoticeFor, look: () => void): void {
    this.texts.setNotice(textFor, look)
  }

  take(): Promise<boolean> {
    return this.session.take()
  }

  open(): void {
    if (this.texts.isHere()) this.texts.openHere()
    else if (!this.session.isOpen && this.mayBegin()) this.begin('edit', null)
  }

  write(text: string): void {
    this.field.write(text)
  }

  leave(isDown: boolean, isBack: boolean): void {
    this.commands.run({ do: 'next', isDown, isBack })
  }

  drop(): void {
    this.session.drop()
  }

  giveBack({ sheet: id, row, column, text, ...left }: Typing): string | null {
    this.select({ sheet: id, row, column })
    const sheet = this.tabs.sheet(id)
    if (sheet && this.mayBegin()) this.session.begin(this.selected.target(sheet), 'edit', text, left)
    this.focus()
    return this.session.before
  }

  goOnComment(draft: CommentDraft): boolean {
    this.select(draft)
    return this.texts.goOnComment(draft)
  }

  openFind(isReplace: boolean): void {
    this.texts.whileInView(() => this.find.open(isReplace && this.entry.lock === null))
  }

  print(): void {
    if (this.texts.leaveAll()) window.print()
  }

  setZoom(percent: number): void {
    const sheet = this.tabs.sheet()
    this.screen.zoom = percent / 100
    this.texts.editor.setZoom(percent / 100)
    if (sheet) this.load(this.book)
    this.selected.reveal(this.selected.cursor.active)
    this.events.onZoom(percent)
  }

  focus(): void {
    if (this.texts.editor.isOpen) this.texts.editor.focus()
    else this.field.focus()
  }

  destroy(): void {
    this.mouse.stop()
    this.stopPrinting()
    this.screen.destroy()
    this.find.element.remove()
    this.sheetElement.remove()
  }

  private placeNamed(name: string): Named | null {
    const open = (sheet: Sheet, row: number) => openIn(this.screen.tab, sheet, row)
    return named(this.book, this.tabs.sheet(), name, open)
  }

  private mayBegin(): boolean {
    const sheet = this.tabs.sheet()
    return sheet !== undefined && this.entry.mayEdit(sheet, this.selected.target(sheet))
  }

  private begin(mode: 'enter' | 'edit', text: string | null): void {
    if (this.texts.isHere()) return this.texts.openHere()
    this.selected.withTarget((target) => this.session.begin(target, mode, text))
  }

  private listen(): void {
    const { element } = this.field
    element.addEventListener('keydown', (event) => {
      // While words are composed, keys belong to the input method.
      if (event.isComposing || event.keyCode === 229) return
      const command = commandOf(event, this.session.mode)
      if (!command || !this.commands.run(command)) return
      event.preventDefault()
      event.stopPropagation()
    })
    // A click elsewhere takes what is being typed; another window in front does not, nor a dialog or the line that shows
    // the same.
    element.addEventListener('blur', ({ relatedTarget }) => {
      if (isDialogOpen() || (relatedTarget instanceof Element && relatedTarget.matches(WRITES_TOO))) return
      if (document.activeElement !== element && !this.texts.editor.isOpen) this.session.takeNow()
    })
    listenToClipboard(element, {
      isActive: () => !this.session.isOpen,
      copied: () => {
        const sheet = this.tabs.sheet()
        return sheet ? this.entry.copied(this.selected.target(sheet)) : []
      },
      cut: () => this.selected.withTarget((target) => this.entry.cleared(target)),
      pasted: (pasted) =>
        this.selected.withTarget((target) => this.selected.showArea(this.entry.pasted(target, pasted))),
    })
  }

  private makeTexts(): Texts {
    return new Texts({
      events: this.events,
      field: this.field,
      screen: this.screen,
      entry: this.entry,
      book: () => this.book,
      cursor: () => this.selected.cursor,
      session: () => this.session,
      begin: () => this.mayBegin() && this.selected.withTarget((target) => this.session.begin(target, 'edit', null)),
      run: (command) => void this.commands.run(command),
    })
  }

  private makeFind(): FindBar {
    return new FindBar(
      {
        book: () => this.book,
        ready: () => this.events.fetchAll(),
        show: (place) => this.select(place),
        texts: this.texts,
        selected: () => this.selected.selection(),
        replace: (blocks) => this.events.onEdit({ blocks, base: this.events.base() }),
        closed: () => this.focus(),
      },
      true,
    )
  }

  private makeCommands(): Commands {
    return new Commands({
      events: this.events,
      session: this.session,
      entry: this.entry,
      field: this.field,
      screen: this.screen,
      cursor: () => this.selected.cursor,
      move: (cursor) => this.selected.move(cursor),
      mayBegin: () => this.mayBegin(),
      read: () => this.texts.read(),
      begin: (mode, text) => this.begin(mode, text),
      withTarget: (act) => this.selected.withTarget(act),
      stepSheet: (by) => this.tabs.step(by),
      openFind: (isReplace) => this.openFind(isReplace),
    })
  }

  private makeMouse(): Mouse {
    return new Mouse({
      session: this.session,
      screen: this.screen,
      entry: this.entry,
      cursor: () => this.selected.cursor,
      move: (cursor) => this.selected.move(cursor, false),
      redraw: () => this.selected.draw(),
      open: () => this.mayBegin() && this.begin('edit', null),
      hover: (spot, element) =>
        this.events.onHover(
          spot && element ? { sheet: this.tabs.shown, ...spot, box: element.getBoundingClientRect() } : null,
        ),
      focus: () => this.focus(),
    })
  }
}

/** The book becomes the view's own: patches change it. */
export function openView(container: HTMLElement, book: Book, events: ViewEvents): SheetView {
  return new GridView(container, book, events)
}
