/** What is selected: where the cursor goes, how that is drawn and told, and what an entry there is about. */
import { a1 } from '../../../../workbook'
import type { Area, Sheet } from '../../../book/model'
import type { Selection, SheetPosition, ViewEvents } from '../view'
import type { Target } from './entry'
import type { Field } from './field'
import { isSameArea } from './merges'
import type { Spot } from './merges'
import { inside } from './places'
import type { Screen } from './screen'
import * as selecting from './selection'
import type { Cursor } from './selection'
import { spokenName } from './spoken'

export interface SelectedCellsOwner {
  events: Pick<ViewEvents, 'onSelect'>
  screen: Screen
  field: Field
  /** The tab that is shown. */
  sheet: () => Sheet | undefined
  /** Where the handle is being pulled to. */
  pulled: () => Area | null
  /** Something can be typed at all. */
  isOpen: () => boolean
}

export class SelectedCells {
  cursor: Cursor = selecting.begin

  constructor(private readonly owner: SelectedCellsOwner) {}

  target(sheet: Sheet): Target {
    const { tab } = this.owner.screen
    const { active, area } = this.cursor
    return { ...(tab ? selecting.corner(tab, active) : active), area, sheet }
  }

  withTarget(act: (target: Target) => void): void {
    const sheet = this.owner.sheet()
    if (sheet) act(this.target(sheet))
  }

  reveal({ row, column }: SheetPosition | Spot): void {
    const { screen } = this.owner
    if (screen.tab) screen.reveal(screen.tab.merges.areaAt({ row, column }))
  }

  moveTo(active: Spot, head: Spot = active, isRevealed = true): void {
    const { tab } = this.owner.screen
    if (tab) this.move(selecting.at(tab, inside(tab, active), inside(tab, head)), isRevealed)
  }

  /** Selects all of it; a single cell or merge is selected already. */
  showArea(area: Area | null): void {
    const { tab } = this.owner.screen
    if (!area || !tab || area.rows * area.columns === 1 || isSameArea(tab.merges.areaAt(area), area)) return
    const { row, column, rows, columns } = area
    this.moveTo({ row, column }, { row: row + rows - 1, column: column + columns - 1 }, false)
  }

  move(cursor: Cursor, isRevealed = true): void {
    this.cursor = cursor
    if (isRevealed) this.reveal(cursor.head)
    this.draw()
    const selection = this.selection()
    if (selection) this.owner.events.onSelect(selection)
  }

  selection(): Selection | null {
    const { screen, sheet } = this.owner
    const { tab } = screen
    const shown = sheet()
    if (!tab || !shown) return null
    return { sheet: shown.id, ...selecting.corner(tab, this.cursor.active), area: this.cursor.area }
  }

  draw(): void {
    const { screen, field, pulled, isOpen } = this.owner
    const { tab } = screen
    if (!tab) return
    const { cursor } = this
    const active = tab.merges.areaAt(cursor.active)
    screen.frame({ active, area: cursor.area, pulled: pulled(), hasHandle: isOpen() })
    field.wait(screen.boxOf(active))
    field.element.setAttribute('aria-label', spokenName(tab, active))
    field.element.setAttribute('aria-activedescendant', `cell-${a1(active)}`)
    screen.refit()
  }
}
