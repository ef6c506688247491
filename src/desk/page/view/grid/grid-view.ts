/** The view of DOM: an HTML table with a selection, one text field and the keys of a spreadsheet. */
import { a1 } from '../../../../workbook'
import type { Book, Sheet } from '../../../book/model'
import { applyPatch } from '../../../book/patch'
import type { BookPatch } from '../../../protocol'
import type { Marks, SheetPosition, Selection, SheetView, Typing, ViewEvents } from '../view'
import { listenToClipboard } from './clipboard'
import { Commands } from './commands'
import { CellEntry } from './entry'
import type { Target } from './entry'
import { Field } from './field'
import { FindBar } from './find-bar'
import { commandOf } from './keys'
import type { Spot } from './merges'
import { named } from './named'
import { Mouse } from './mouse'
import { firstOpen, inside, isBeyond, isChanged, openIn } from './places'
import { preparePrint } from './print'
import { Screen } from './screen'
import * as selecting from './selection'
import type { Cursor } from './selection'
import { Session } from './session'
import { spokenName } from './spoken'
import { Tab } from './tab'

class GridView implements SheetView {
  private readonly field: Field
  private readonly screen: Screen
  private readonly entry: CellEntry
  private readonly session: Session
  private readonly find: FindBar
  private readonly mouse: Mouse
  private readonly commands: Commands
  private shown = -1
  /** To be selected once its tab has come. */
  private wanted: SheetPosition | null = null
  private cursor: Cursor = selecting.begin
  /** Selection and scroll position of tabs that were shown before. */
  private readonly left = new Map<number, { cursor: Cursor; scroll: Spot }>()

  constructor(
    container: HTMLElement,
    private book: Book,
    private readonly events: ViewEvents,
  ) {
    this.field = new Field({
      mayBegin: () => this.mayBegin(),
      begun: () => this.begin('enter', null),
      changed: () => this.session.tell(),
    })
    this.screen = new Screen(this.field.element, () => this.drawCursor())
    this.entry = new CellEntry(events)
    this.session = new Session({
      events,
      screen: this.screen,
      field: this.field,
      entry: this.entry,
      sheet: (id) => this.sheet(id),
      reveal: (place) => this.reveal(place),
    })
    this.find = this.makeFind()
    this.commands = this.makeCommands()
    this.mouse = this.makeMouse()
    container.append(this.screen.scroller, this.find.element)
    this.listen()
    this.showFirst()
  }

  load(book: Book): void {
    this.book = book
    const sheet = this.sheet(this.shown)
    if (!sheet) return this.showFirst()
    void this.events.fetch(this.shown)
    this.screen.show(sheet, this.screen.position())
    this.moveTo(this.cursor.active, this.cursor.head, false)
    this.session.move()
  }

  applyPatch(patch: BookPatch): void {
    applyPatch(this.book, patch)
    const typing = this.session.typing()
    if (typing && isChanged(patch, typing)) this.events.onOvertaken(typing)
    const sheet = this.sheet(this.shown)
    const cells = patch.cells[this.shown]
    if (!sheet) this.showFirst()
    else if (patch.sheets?.some(({ id }) => id === this.shown)) this.load(this.book)
    else if (cells && this.screen.tab && isBeyond(this.screen.tab, cells)) this.load(this.book)
    else if (cells) this.screen.refresh(cells)
  }

  select({ sheet, row, column }: SheetPosition): void {
    this.showSheet(sheet)
    this.wanted = sheet === this.shown ? null : { sheet, row, column }
    if (!this.wanted) this.moveTo({ row, column })
  }

  showSheet(id: number): void {
    const sheet = this.sheet(id)
    if (!sheet || id === this.shown || !this.session.takeNow()) return
    const coming = this.events.fetch(id)
    if (coming) return void this.showLater(id, coming)
    this.remember()
    this.shown = id
    const known = this.left.get(id)
    this.screen.show(sheet, known?.scroll ?? null)
    const first = known?.cursor.active ?? firstOpen(sheet)
    this.moveTo(first, known?.cursor.head ?? first, known === undefined)
  }

  goTo(name: string): boolean {
    const open = (sheet: Sheet, row: number) => openIn(this.screen.tab, sheet, row)
    const place = named(this.book, this.sheet(this.shown), name, open)
    if (!place) return false
    this.showSheet(place.sheet.id)
    this.moveTo(place.first, place.last)
    return true
  }

  setMarks(marks: Marks): void {
    this.screen.setMarks(marks)
  }

  setLock(reason: string | null): void {
    this.entry.lock = reason
  }

  typing(): Typing | null {
    return this.session.typing()
  }

  take(): Promise<boolean> {
    return this.session.take()
  }

  drop(): void {
    this.session.drop()
  }

  giveBack({ sheet: id, row, column, text, base }: Typing): void {
    this.select({ sheet: id, row, column })
    const sheet = this.sheet(id)
    if (sheet && this.mayBegin()) this.session.begin(this.target(sheet), 'edit', text, base)
    this.focus()
  }

  openFind(isReplace: boolean): void {
    if (this.session.takeNow()) this.find.open(isReplace && this.entry.lock === null)
  }

  print(): void {
    if (this.session.takeNow()) window.print()
  }

  setZoom(percent: number): void {
    const sheet = this.sheet(this.shown)
    this.screen.zoom = percent / 100
    if (sheet) this.load(this.book)
    if (this.screen.tab) this.screen.reveal(this.screen.tab.merges.areaAt(this.cursor.active))
    this.events.onZoom(percent)
  }

  focus(): void {
    this.field.focus()
  }

  destroy(): void {
    this.mouse.stop()
    window.removeEventListener('beforeprint', this.beforePrint)
    this.screen.destroy()
    this.find.element.remove()
  }

  private sheet(id: number): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.id === id)
  }

  /** Unless the person has gone to another tab meanwhile. */
  private async showLater(id: number, coming: Promise<boolean>): Promise<void> {
    const before = this.shown
    if (!(await coming) || this.shown !== before) return
    this.showSheet(id)
    if (this.wanted?.sheet === id) this.select(this.wanted)
  }

  private showFirst(): void {
    const first = this.book.sheets.find(({ hidden }) => !hidden)
    this.shown = -1
    if (first) this.showSheet(first.id)
  }

  private remember(): void {
    if (this.shown >= 0) this.left.set(this.shown, { cursor: this.cursor, scroll: this.screen.position() })
  }

  private target(sheet: Sheet): Target {
    const tab = this.screen.tab
    const { active, area } = this.cursor
    return { ...(tab ? selecting.corner(tab, active) : active), area, sheet }
  }

  private withTarget(act: (target: Target) => void): void {
    const sheet = this.sheet(this.shown)
    if (sheet) act(this.target(sheet))
  }

  private mayBegin(): boolean {
    const sheet = this.sheet(this.shown)
    return sheet !== undefined && this.entry.mayEdit(sheet, this.target(sheet))
  }

  private begin(mode: 'enter' | 'edit', text: string | null): void {
    this.withTarget((target) => this.session.begin(target, mode, text))
  }

  private reveal({ row, column }: SheetPosition): void {
    const tab = this.screen.tab
    if (tab) this.screen.reveal(tab.merges.areaAt({ row, column }))
  }

  private moveTo(active: Spot, head: Spot = active, isRevealed = true): void {
    const tab = this.screen.tab
    if (!tab) return
    this.moved(selecting.at(tab, inside(tab, active), inside(tab, head)), isRevealed)
  }

  private moved(cursor: Cursor, isRevealed = true): void {
    this.cursor = cursor
    const tab = this.screen.tab
    if (tab && isRevealed) this.screen.reveal(tab.merges.areaAt(cursor.head))
    this.drawCursor()
    const selection = this.selection()
    if (selection) this.events.onSelect(selection)
  }

  private selection(): Selection | null {
    const tab = this.screen.tab
    if (!tab) return null
    return { sheet: this.shown, ...selecting.corner(tab, this.cursor.active), area: this.cursor.area }
  }

  private drawCursor(): void {
    const { screen, cursor, field } = this
    const { tab } = screen
    if (!tab) return
    const active = tab.merges.areaAt(cursor.active)
    screen.frame(active, cursor.area, this.mouse?.pulled ?? null, this.entry.lock === null)
    field.wait(screen.boxOf(active))
    const name = spokenName(tab, active)
    field.element.setAttribute('aria-label', name)
    field.element.setAttribute('aria-activedescendant', `cell-${a1(active)}`)
    screen.refit()
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
    // A click elsewhere takes what is being typed; another window in front does not.
    element.addEventListener('blur', () => {
      if (document.activeElement !== element) this.session.takeNow()
    })
    listenToClipboard(element, {
      isActive: () => !this.session.isOpen,
      copied: () => {
        const sheet = this.sheet(this.shown)
        return sheet ? this.entry.copied(this.target(sheet)) : []
      },
      cut: () => this.withTarget((target) => this.entry.cleared(target)),
      pasted: (pasted) => this.withTarget((target) => this.entry.pasted(target, pasted)),
    })
    window.addEventListener('beforeprint', this.beforePrint)
  }

  private readonly beforePrint = (): void => {
    this.session.takeNow()
    const sheet = this.sheet(this.shown)
    // With the workbook's own widths: what is widened for the screen would be small on paper.
    if (sheet) preparePrint(new Tab(sheet, 0, 1))
  }

  private makeFind(): FindBar {
    return new FindBar(
      {
        book: () => this.book,
        ready: () => this.events.fetchAll(),
        show: (place) => this.select(place),
        selected: () => this.selection(),
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
      cursor: () => this.cursor,
      move: (cursor) => this.moved(cursor),
      mayBegin: () => this.mayBegin(),
      begin: (mode, text) => this.begin(mode, text),
      withTarget: (act) => this.withTarget(act),
      stepSheet: (by) => this.stepSheet(by),
      openFind: (isReplace) => this.openFind(isReplace),
    })
  }

  private makeMouse(): Mouse {
    return new Mouse({
      session: this.session,
      screen: this.screen,
      entry: this.entry,
      cursor: () => this.cursor,
      move: (cursor) => this.moved(cursor, false),
      redraw: () => this.drawCursor(),
      open: () => this.mayBegin() && this.begin('edit', null),
      hover: (spot, x, y) => this.events.onHover(spot && { sheet: this.shown, ...spot }, x, y),
      focus: () => this.focus(),
    })
  }

  private stepSheet(by: number): void {
    const sheets = this.book.sheets.filter(({ hidden }) => !hidden)
    const at = sheets.findIndex(({ id }) => id === this.shown)
    const next = sheets[at + by]
    if (next) this.showSheet(next.id)
  }
}

/** The book becomes the view's own: patches change it. */
export function openView(container: HTMLElement, book: Book, events: ViewEvents): SheetView {
  return new GridView(container, book, events)
}
