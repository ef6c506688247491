/** Carries out what the keys mean. */
import type { ViewEvents } from '../view'
import type { CellEntry, Target } from './entry'
import type { Field } from './field'
import type { Command } from './keys'
import type { Spot } from './merges'
import { firstOpen } from './places'
import type { Screen } from './screen'
import * as selecting from './selection'
import type { Cursor } from './selection'
import type { Session } from './session'
import type { Tab } from './tab'

export interface CommandsOwner {
  events: Pick<ViewEvents, 'onUndo' | 'onRedo'>
  session: Session
  entry: CellEntry
  field: Field
  screen: Screen
  cursor: () => Cursor
  move: (cursor: Cursor) => void
  mayBegin: () => boolean
  /** Opens the selected text where it may only be read. False: it is none, or may be written. */
  read: () => boolean
  begin: (mode: 'enter' | 'edit', text: string | null) => void
  withTarget: (act: (target: Target) => void) => void
  stepSheet: (by: number) => void
  openFind: (isReplace: boolean) => void
}

export class Commands {
  /** Where a row of Tabs began: Enter goes below it. */
  private tabbedFrom: Spot | null = null

  constructor(private readonly owner: CommandsOwner) {}

  /** False: the key is left to the browser. */
  run(command: Command): boolean {
    const { tab } = this.owner.screen
    if (!tab) return false
    if (command.do !== 'next') this.tabbedFrom = null
    switch (command.do) {
      case 'move':
        return this.leave((cursor) => selecting.moved(tab, cursor, command.by, command.isJump, command.isExtended))
      case 'page':
        return this.leave((cursor) => this.paged(tab, cursor, command.by, command.isExtended))
      case 'home':
      case 'end':
        return this.leave((cursor) => selecting.to(tab, cursor, edge(tab, cursor, command), command.isExtended))
      case 'next':
        return (command.isDown && this.owner.read()) || this.next(tab, command.isDown, command.isBack)
      case 'all':
        return this.leave(() =>
          selecting.at(tab, { row: 1, column: 1 }, { row: tab.form.rows, column: tab.form.columns }),
        )
      case 'sheet':
        this.owner.stepSheet(command.by)
        return true
      case 'find':
        this.owner.openFind(command.isReplace)
        return true
      default:
        return this.simple(command.do)
    }
  }

  private simple(
    command: Exclude<Command['do'], 'move' | 'page' | 'home' | 'end' | 'next' | 'all' | 'sheet' | 'find'>,
  ): boolean {
    const { session, entry, events, withTarget } = this.owner
    switch (command) {
      case 'edit':
        return this.edit()
      case 'clear':
        withTarget((target) => entry.cleared(target))
        return true
      case 'erase':
        if (this.owner.mayBegin()) this.owner.begin('enter', '')
        return true
      case 'undo':
        events.onUndo()
        return true
      case 'redo':
        events.onRedo()
        return true
      case 'fillDown':
      case 'fillRight':
        withTarget((target) => entry.filled(target, command === 'fillDown'))
        return true
      case 'fillTyped':
        withTarget((target) => session.takeOver(target))
        return true
      case 'newLine':
        this.owner.field.insert('\n')
        return true
      case 'cancel':
        if (!session.isOpen) return false
        session.drop()
        return true
    }
  }

  private edit(): boolean {
    const { session, read, mayBegin, begin } = this.owner
    if (session.isOpen) session.turnMode()
    else if (!read() && mayBegin()) begin('edit', null)
    return true
  }

  /** Takes what is typed, then moves. */
  private leave(go: (cursor: Cursor) => Cursor): boolean {
    if (this.owner.session.takeNow()) this.owner.move(go(this.owner.cursor()))
    return true
  }

  /** Enter goes down, Tab to the next cell one may fill; in a selection of several cells both go round in it. */
  private next(tab: Tab, isDown: boolean, isBack: boolean): boolean {
    return this.leave((cursor) => {
      if (!selecting.isOneCell(tab, cursor)) return selecting.cycled(tab, cursor, isDown, isBack)
      if (isDown) {
        const from = this.tabbedFrom ? { ...cursor.active, column: this.tabbedFrom.column } : cursor.active
        this.tabbedFrom = null
        return selecting.at(tab, selecting.step(tab, from, [isBack ? -1 : 1, 0]))
      }
      this.tabbedFrom ??= cursor.active
      const open = selecting.nextOpen(tab, cursor.active, isBack)
      return selecting.at(tab, open ?? selecting.step(tab, cursor.active, [0, isBack ? -1 : 1]))
    })
  }

  private paged(tab: Tab, cursor: Cursor, by: number, isExtended: boolean): Cursor {
    const from = isExtended ? cursor.head : cursor.active
    const row = Math.min(Math.max(1, from.row + by * this.owner.screen.pageRows()), tab.rowCount)
    return selecting.to(tab, cursor, { row, column: from.column }, isExtended)
  }
}

/** Home and End in the row, with Ctrl in the form: where filling in begins, its last cell. */
function edge(tab: Tab, cursor: Cursor, { do: key, isWhole }: Command & { do: 'home' | 'end' }): Spot {
  const { form } = tab
  const { row } = cursor.head
  if (key === 'home') return isWhole ? beginning(tab) : { row, column: 1 }
  return isWhole ? { row: form.rows, column: form.columns } : { row, column: lastFilled(tab, row) }
}

/** The first cell that one may fill; without any, as in Excel, the first one beyond what is frozen. */
function beginning(tab: Tab): Spot {
  const { frozenRows, frozenColumns, protections } = tab.sheet
  const edge = { row: Math.min(frozenRows + 1, tab.rowCount), column: frozenColumns + 1 }
  const isForm = protections.some(({ open }) => open.length > 0)
  return isForm ? firstOpen(tab.sheet) : edge
}

function lastFilled(tab: Tab, row: number): number {
  for (let column = tab.form.columns; column > 1; column--) {
    if (!tab.isColumnHidden(column) && tab.isFilled(row, column)) return column
  }
  return 1
}
