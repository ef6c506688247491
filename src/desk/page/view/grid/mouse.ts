/** What the mouse does to the selection. */
import type { Area } from '../../../book/model'
import type { CellEntry } from './entry'
import { pullTarget } from './fill'
import type { Spot } from './merges'
import { Pointer } from './pointer'
import type { PointerOwner } from './pointer'
import type { Screen } from './screen'
import * as selecting from './selection'
import type { Cursor } from './selection'
import type { Session } from './session'

export interface MouseOwner extends Pick<PointerOwner, 'hover' | 'focus' | 'open'> {
  session: Session
  screen: Screen
  entry: CellEntry
  cursor: () => Cursor
  move: (cursor: Cursor) => void
  redraw: () => void
}

export class Mouse {
  /** Where the handle is being pulled to. */
  pulled: Area | null = null
  private readonly pointer: Pointer

  constructor(private readonly owner: MouseOwner) {
    const { session, screen, hover, focus, open } = owner
    this.pointer = new Pointer(screen.scroller, {
      mayLeave: () => session.takeNow(),
      press: (spot, isExtended) => this.to(spot, isExtended),
      drag: (spot) => this.to(spot, true),
      pressRow: (row, isExtended) =>
        this.line({ row, column: 1 }, { row, column: screen.tab?.columnCount ?? 1 }, isExtended),
      pressColumn: (column, isExtended) =>
        this.line({ row: 1, column }, { row: screen.tab?.rowCount ?? 1, column }, isExtended),
      pull: (spot) => {
        this.pulled = pullTarget(owner.cursor().area, spot)
        owner.redraw()
      },
      pulled: () => this.endPull(),
      hover,
      focus,
      open,
    })
  }

  stop(): void {
    this.pointer.stop()
  }

  private to(spot: Spot, isExtended: boolean): void {
    const { screen, cursor, move } = this.owner
    if (screen.tab) move(selecting.to(screen.tab, cursor(), spot, isExtended))
  }

  private line(first: Spot, last: Spot, isExtended: boolean): void {
    const { screen, cursor, move } = this.owner
    if (screen.tab) move(selecting.at(screen.tab, isExtended ? cursor().active : first, last))
  }

  private endPull(): void {
    const { screen, cursor, entry, redraw, move } = this.owner
    const { pulled } = this
    this.pulled = null
    const { tab } = screen
    if (!pulled || !tab) return redraw()
    entry.pulled(tab.sheet, cursor().area, pulled)
    const last = { row: pulled.row + pulled.rows - 1, column: pulled.column + pulled.columns - 1 }
    move(selecting.at(tab, pulled, last))
  }
}
