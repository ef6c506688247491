import { ICommandService, IUniverInstanceService, LifecycleService, LifecycleStages } from '@univerjs/core'
import { UniverInstanceType } from '@univerjs/core'
import type { ICellData, IDisposable, IObjectMatrixPrimitiveType, Univer } from '@univerjs/core'
import {
  SelectRangeCommand,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from '@univerjs/sheets'
import { HoverManagerService, IEditorBridgeService, ScrollToRangeOperation } from '@univerjs/sheets-ui'
import type { Subscription } from 'rxjs'
import { pageWords } from '../../../../words/desk-page'
import { positionOf } from '../../../book/cells'
import type { Area, Book, Cell, Sheet } from '../../../book/model'
import { applyPatch } from '../../../book/patch'
import type { BookPatch } from '../../../protocol'
import type { Marks, SheetPosition, Selection, SheetView, ViewEvents } from '../view'
import { cellDataOf } from './cells'
import { listenToClipboard } from './clipboard'
import { areaAt, CellEntry } from './entry'
import { guardCommands } from './guard'
import { fitRows } from './heights'
import { CellMarks } from './marks'
import { rangeOf, snapshotOf } from './snapshot'
import { startUniver } from './start'

/** Univer need not look for formulas in what it is only to show. */
const shownOnly = { onlyLocal: true }

class UniverView implements SheetView {
  private readonly univer: Univer
  private readonly commands: ICommandService
  private readonly selections: SheetsSelectionsService
  private readonly editor: IEditorBridgeService
  private readonly marks: CellMarks
  private readonly entry: CellEntry
  private readonly guards: IDisposable
  private readonly subscriptions: Subscription[] = []
  private readonly stopClipboard: () => void
  private unit = ''
  private units = 0
  private shown = -1
  /** Cells of hidden tabs that Univer does not yet have as they are, by tab. */
  private readonly behind = new Map<number, Set<string>>()
  private people: Marks['people'] = []

  constructor(
    private readonly container: HTMLElement,
    private book: Book,
    private readonly events: ViewEvents,
  ) {
    this.univer = startUniver(container)
    // Univer starts its parts for sheets with the first workbook.
    this.createUnit()
    const injector = this.univer.__getInjector()
    this.commands = injector.get(ICommandService)
    this.selections = injector.get(SheetsSelectionsService)
    this.editor = injector.get(IEditorBridgeService)
    this.entry = new CellEntry({ events, sheet: (id) => this.sheet(id), selection: () => this.selection() })
    this.marks = new CellMarks(injector, (id) => this.sheet(Number(id)))
    this.guards = guardCommands(this.commands, {
      isEditing: () => this.isEditing(),
      mayEdit: () => this.entry.mayEdit(this.editor.getEditLocation()),
      typed: (params) => this.entry.typed(params, injector.get(IUniverInstanceService)),
      cleared: () => this.entry.cleared(),
      undo: events.onUndo,
      redo: events.onRedo,
    })
    this.stopClipboard = listenToClipboard({
      isActive: () => this.hasKeyboard() && !this.isEditing(),
      copied: () => this.entry.copied(),
      cut: () => this.entry.cleared(),
      pasted: (rows) => this.entry.pasted(rows),
    })
    this.subscriptions.push(this.selections.selectionChanged$.subscribe(() => this.selected()))
    this.listenToPointer(injector.get(HoverManagerService))
  }

  /** When Univer has drawn its frame. */
  async start(): Promise<this> {
    await this.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered)
    this.orderFocus()
    this.showFirst()
    return this
  }

  load(book: Book): void {
    const at = this.selection()
    const shown = this.shown
    const old = this.unit
    this.book = book
    this.behind.clear()
    this.createUnit()
    this.univer.__getInjector().get(IUniverInstanceService).disposeUnit(old)
    this.shown = -1
    if (at && this.sheet(shown)) this.select(at)
    else this.showFirst()
  }

  applyPatch(patch: BookPatch): void {
    applyPatch(this.book, patch)
    if (patch.sheets || patch.order) {
      this.load(this.book)
      return
    }
    for (const [id, cells] of Object.entries(patch.cells)) {
      if (Number(id) === this.shown) this.writeCells(this.shown, cells)
      else this.leaveBehind(Number(id), cells)
    }
  }

  select(place: SheetPosition): void {
    this.showSheet(place.sheet)
    const range = rangeOf(areaAt(this.sheet(place.sheet), place))
    this.commands.syncExecuteCommand(SelectRangeCommand.id, { unitId: this.unit, subUnit: String(place.sheet), range })
    this.commands.syncExecuteCommand(ScrollToRangeOperation.id, { range })
  }

  showSheet(id: number): void {
    const sheet = this.sheet(id)
    if (!sheet || id === this.shown) return
    this.catchUp(sheet)
    this.shown = id
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unit, subUnitId: String(id) })
    fitRows(this.univer.__getInjector(), this.unit, sheet)
    this.framePeople()
    if (!this.selection()) this.select({ sheet: id, ...firstOpen(sheet) })
    else this.selected()
  }

  setMarks(marks: Marks): void {
    this.people = marks.people
    this.marks.set(marks)
    this.framePeople()
    this.repaint()
  }

  setLock(reason: string | null): void {
    this.entry.lock = reason
  }

  isEditing(): boolean {
    return this.editor.isVisible().visible
  }

  focus(): void {
    this.container.querySelector<HTMLElement>('[data-u-comp="editor"]')?.focus({ preventScroll: true })
  }

  destroy(): void {
    this.stopClipboard()
    for (const subscription of this.subscriptions) subscription.unsubscribe()
    this.guards.dispose()
    this.marks.dispose()
    this.univer.dispose()
  }

  private createUnit(): void {
    this.unit = `book-${++this.units}`
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, snapshotOf(this.book, this.unit))
    window.setTimeout(() => this.orderFocus())
  }

  /** Univer puts its canvases first in the order of focus; the keyboard's place is the hidden editor. */
  private orderFocus(): void {
    for (const canvas of this.container.querySelectorAll('canvas')) canvas.tabIndex = -1
    const editor = this.container.querySelector('[data-u-comp="editor"]')
    editor?.setAttribute('aria-label', pageWords.grid)
    editor?.setAttribute('role', 'textbox')
  }

  private showFirst(): void {
    const first = this.book.sheets.find(({ hidden }) => !hidden)
    if (first) this.showSheet(first.id)
  }

  private sheet(id: number): Sheet | undefined {
    return this.book.sheets.find((sheet) => sheet.id === id)
  }

  private hasKeyboard(): boolean {
    const active = document.activeElement
    return active === document.body || this.container.contains(active) || isUniverEditor(active)
  }

  private selection(): Selection | null {
    const last = this.selections.getCurrentLastSelection()
    if (!last?.primary || this.shown < 0) return null
    const { startRow, startColumn, endRow, endColumn } = last.range
    const { actualRow, actualColumn } = last.primary
    const area = areaBetween(startRow, startColumn, endRow, endColumn)
    return { sheet: this.shown, row: actualRow + 1, column: actualColumn + 1, area }
  }

  private selected(): void {
    const selection = this.selection()
    if (selection) this.events.onSelect(selection)
  }

  private writeCells(id: number, cells: Record<string, Cell | null>): void {
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {}
    for (const [key, cell] of Object.entries(cells)) {
      const { row, column } = positionOf(key)
      const line = (cellValue[row - 1] ??= {})
      line[column - 1] = cellDataOf(cell)
    }
    const params = { unitId: this.unit, subUnitId: String(id), cellValue }
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params, shownOnly)
    const sheet = this.sheet(id)
    if (sheet && id === this.shown) fitRows(this.univer.__getInjector(), this.unit, sheet, cells)
  }

  private leaveBehind(id: number, cells: Record<string, Cell | null>): void {
    const keys = this.behind.get(id) ?? new Set()
    for (const key of Object.keys(cells)) keys.add(key)
    this.behind.set(id, keys)
  }

  private catchUp(sheet: Sheet): void {
    const keys = this.behind.get(sheet.id)
    if (!keys) return
    this.behind.delete(sheet.id)
    this.writeCells(sheet.id, Object.fromEntries([...keys].map((key) => [key, sheet.cells[key] ?? null])))
  }

  private framePeople(): void {
    const here = this.people.filter(({ sheet }) => sheet === this.shown)
    this.marks.frame(this.unit, String(this.shown), here)
  }

  /** Corners are drawn with the cells: an empty change of the tab makes Univer ask for them anew. */
  private repaint(): void {
    const params = { unitId: this.unit, subUnitId: String(this.shown), cellValue: {} }
    if (this.shown >= 0) this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params, shownOnly)
  }

  private listenToPointer(hover: HoverManagerService): void {
    const over = hover.currentCellPosWithEvent$.subscribe((at) => {
      if (!at) this.events.onHover(null, 0, 0)
      else {
        const { clientX, clientY } = at.event
        this.events.onHover({ sheet: this.shown, row: at.row + 1, column: at.col + 1 }, clientX, clientY)
      }
    })
    this.subscriptions.push(over)
    this.container.addEventListener('pointerleave', () => this.events.onHover(null, 0, 0))
  }
}

function areaBetween(startRow: number, startColumn: number, endRow: number, endColumn: number): Area {
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  }
}

const isUniverEditor = (element: Element | null): boolean => Boolean(element?.closest('[data-u-comp]'))

/** Where typing starts on a tab: its first open cell. */
function firstOpen({ protections }: Sheet): { row: number; column: number } {
  const [open] = protections.flatMap((protection) => protection.open)
  return { row: open?.row ?? 1, column: open?.column ?? 1 }
}

/** The book becomes the view's own: patches change it. */
export function openView(container: HTMLElement, book: Book, events: ViewEvents): Promise<SheetView> {
  return new UniverView(container, book, events).start()
}
