/** What a person types, clears, copies and pastes: checked against locks, and handed on as it was written. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from '@univerjs/core'
import type { DocumentDataModel, IUniverInstanceService, Nullable } from '@univerjs/core'
import type { ISetRangeValuesCommandParams } from '@univerjs/sheets'
import { pageWords } from '../../../../words/desk-page'
import { cellAt, mapPositions } from '../../../book/cells'
import { displayValue } from '../../../book/display'
import type { Area, Cell, Scalar, Sheet } from '../../../book/model'
import { isTotalAt } from '../../../book/locks'
import { openBlocks } from '../blocks'
import { lockAt, lockReason } from '../locks'
import type { SheetPosition, Selection, ViewEvents } from '../view'

export interface EntryOwner {
  events: Pick<ViewEvents, 'onEdit' | 'onTotal' | 'onRefused'>
  sheet: (id: number) => Sheet | undefined
  selection: () => Selection | null
}

/** The cell, or the merge it begins. */
export function areaAt(sheet: Sheet | undefined, { row, column }: { row: number; column: number }): Area {
  const merge = sheet?.merges.find((area) => area.row === row && area.column === column)
  return merge ?? { row, column, rows: 1, columns: 1 }
}

function isOneCell(sheet: Sheet, area: Area): boolean {
  const one = areaAt(sheet, area)
  return one.rows === area.rows && one.columns === area.columns
}

const shownText = (cell: Cell | undefined): string => displayValue(cell?.value, cell?.style?.numberFormat)

export class CellEntry {
  /** Nothing can be typed anywhere, for this reason. */
  lock: string | null = null

  constructor(private readonly owner: EntryOwner) {}

  /** Before the editor opens; a refusal says why. */
  mayEdit(at: Readonly<Nullable<{ sheetId: string; row: number; column: number }>>): boolean {
    const sheet = at && this.owner.sheet(Number(at.sheetId))
    if (!at || !sheet) return false
    const place = { row: at.row + 1, column: at.column + 1 }
    const reason = this.isTotal(sheet, place) ? null : this.reasonAt(sheet, place.row, place.column)
    if (reason !== null) this.owner.events.onRefused({ sheet: sheet.id, ...place, reason })
    return reason === null
  }

  /** The text as it was typed: what Univer makes of it is for the server to say. */
  typed({ range, subUnitId }: ISetRangeValuesCommandParams, units: IUniverInstanceService): void {
    const stream = units.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)?.getSnapshot().body?.dataStream
    const area = Array.isArray(range) ? range[0] : range
    if (stream === undefined || !area || !subUnitId) return
    const text = stream.replace(/\r\n$/, '').replace(/\r/g, '\n')
    const place = { sheet: Number(subUnitId), row: area.startRow + 1, column: area.startColumn + 1 }
    this.enter(place, text === '' ? null : text)
  }

  private enter(place: SheetPosition, value: string | null): void {
    const { events } = this.owner
    const sheet = this.owner.sheet(place.sheet)
    const edit = { ...place, values: [[value]] }
    if (!sheet || !this.isTotal(sheet, place)) return events.onEdit([edit])
    const formula = cellAt(sheet, place.row, place.column)?.formula
    // Opened and left as it was, or emptied: there is nothing to ask.
    if (value !== null && value !== formula) events.onTotal(edit)
    else if (value === null) events.onRefused({ ...place, reason: pageWords.locked(pageWords.lockedFormula) })
  }

  private isTotal(sheet: Sheet, { row, column }: { row: number; column: number }): boolean {
    return this.lock === null && isTotalAt(sheet, row, column)
  }

  cleared(): void {
    const at = this.owner.selection()
    if (at)
      this.write(
        at,
        at.area,
        mapPositions(at.area, () => null),
      )
  }

  copied(): string[][] {
    const at = this.owner.selection()
    const sheet = at && this.owner.sheet(at.sheet)
    return sheet ? mapPositions(at.area, (row, column) => shownText(cellAt(sheet, row, column))) : []
  }

  /** A single value pasted over a larger selection fills it. */
  pasted(rows: readonly (readonly string[])[]): void {
    const at = this.owner.selection()
    const sheet = at && this.owner.sheet(at.sheet)
    if (!sheet) return
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
    const isFill = only !== undefined && !isOneCell(sheet, at.area)
    const values = isFill ? mapPositions(at.area, () => only) : rows
    const written = values.map((line) => line.map((value) => (value === '' ? null : value)))
    this.write(at, at.area, written)
  }

  private reasonAt(sheet: Sheet, row: number, column: number): string | null {
    if (this.lock !== null) return this.lock
    const lock = lockAt(sheet, row, column)
    return lock ? pageWords.locked(lockReason(sheet, row, column, lock)) : null
  }

  private write(at: Selection, { row, column }: Area, values: readonly (Scalar | null)[][]): void {
    const sheet = this.owner.sheet(at.sheet)
    if (!sheet) return
    const { events } = this.owner
    const refuse = (reason: string) => events.onRefused({ sheet: sheet.id, row, column, reason })
    if (this.lock !== null) return refuse(this.lock)
    const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined
    if (only !== undefined && only !== null && this.isTotal(sheet, { row, column })) {
      return this.enter({ sheet: sheet.id, row, column }, String(only))
    }
    const { edits, skipped, reason } = openBlocks(sheet, row, column, values)
    if (skipped > 0) refuse(edits.length > 0 ? pageWords.skipped(skipped, reason) : pageWords.locked(reason))
    if (edits.length > 0) events.onEdit(edits)
  }
}
