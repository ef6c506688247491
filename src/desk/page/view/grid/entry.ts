/** What a person types, clears, pastes and fills: checked against locks, and handed on as it was written. */
import { pageWords } from '../../../../words/desk-page'
import { cellAt, mapPositions } from '../../../book/cells'
import { shiftFormula } from '../../../book/formula/references'
import { isTotalAt } from '../../../book/locks'
import type { Area, Scalar, Sheet } from '../../../book/model'
import { openBlocks } from '../blocks'
import { isAsAsked, lockAt, lockReason, validationAt } from '../locks'
import type { Typing, TypedEdit, ViewEvents } from '../view'
import { readEntry } from '../../../book/entry'
import type { Pasted } from './clipboard'
import { editText } from './edit-text'
import { copied, pulled } from './fill'
import { shownText } from './heights'
import { isSameArea, Merges } from './merges'
import type { Spot } from './merges'

type Events = Pick<ViewEvents, 'base' | 'onEdit' | 'onTotal' | 'onInvalid' | 'onRefused'>

/** Where the selection is: the active cell (of a merge, its first) and all that is selected. */
export interface Target extends Spot {
  sheet: Sheet
  area: Area
}

/** A cell for texts: several paragraphs in it are one text. Figures and lists of lines are not. */
function isTextCell(sheet: Sheet, { row, column }: Spot, area: Area): boolean {
  const { style } = cellAt(sheet, row, column) ?? {}
  if (validationAt(sheet, row, column)) return false
  return area.rows > 1 || (style?.wrap === true && style.vertical === 'top')
}

export class CellEntry {
  /** Nothing can be typed anywhere, for this reason. */
  lock: string | null = null

  constructor(private readonly events: Events) {}

  /** Before the field opens; a refusal says why. */
  mayEdit(sheet: Sheet, { row, column }: Spot): boolean {
    const reason = this.isTotal(sheet, { row, column }) ? null : this.reasonAt(sheet, row, column)
    if (reason !== null) this.events.onRefused({ sheet: sheet.id, row, column, reason })
    return reason === null
  }

  /** Takes what was typed into one cell. False: the person goes on writing. */
  async typed(sheet: Sheet, typing: Typing, isLeft: () => void): Promise<boolean> {
    const { row, column, text, base } = typing
    const invalid = this.invalidity(sheet, typing)
    if (invalid !== null) {
      if (await this.events.onInvalid(typing, invalid)) return false
      isLeft()
      return true
    }
    isLeft()
    const edit = { blocks: [{ sheet: sheet.id, row, column, values: [[text === '' ? null : text]] }], base }
    await this.enter(sheet, edit)
    return true
  }

  /** Whether `typed` has to ask before it can take it. */
  invalidity(sheet: Sheet, { row, column, text }: Typing): string | null {
    const validation = validationAt(sheet, row, column)
    if (!validation || validation.allowInvalid || text === '') return null
    const style = cellAt(sheet, row, column)?.style
    const { value, formula } = readEntry(text, style?.numberFormat, 2000)
    if (formula !== undefined || value === undefined) return null
    return isAsAsked(validation, { value, ...(style && { style }) }) ? null : (validation.help ?? pageWords.cell.wrong)
  }

  /** The typed text into every cell of the area. */
  typedOver(target: Target, text: string, base: number): void {
    const value = text === '' ? null : text
    this.write(
      target.sheet,
      target.area,
      mapPositions(target.area, () => value),
      base,
    )
  }

  cleared({ sheet, area }: Target): void {
    this.write(
      sheet,
      area,
      mapPositions(area, () => null),
    )
  }

  copied({ sheet, area }: Target): string[][] {
    const merges = new Merges(sheet.merges)
    return mapPositions(area, (row, column) => (merges.isCovered(row, column) ? '' : shownText(sheet, row, column)))
  }

  /**
   * A single value pasted over a larger selection fills it; paragraphs on a cell for texts are one text. Returns where it
   * stands; null: nothing could be written.
   */
  pasted(target: Target, { rows, text, isTable }: Pasted): Area | null {
    const { sheet, area } = target
    const merges = new Merges(sheet.merges)
    const one = merges.areaAt(target)
    const isOne = isSameArea(one, area)
    const isColumn = rows.every((line) => line.length === 1)
    const isText = isTable ? rows.length > 1 && isColumn : text.includes('\n')
    if (isOne && isText && isTextCell(sheet, target, one)) {
      const whole = isTable ? rows.map(([line = '']) => line).join('\n') : text.replace(/\n$/, '')
      return this.write(sheet, one, [[whole]]) ? one : null
    }
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
    const values = only !== undefined && !isOne ? mapPositions(area, () => only) : rows
    const isWritten = this.write(
      sheet,
      area,
      values.map((line) => line.map((value) => (value === '' ? null : value))),
    )
    const columns = Math.max(1, ...values.map(({ length }) => length))
    return isWritten ? { row: area.row, column: area.column, rows: values.length, columns } : null
  }

  /** By the handle, from the source to the larger area. */
  pulled(sheet: Sheet, source: Area, area: Area): void {
    const fill = pulled(source, area, this.valuesOf(sheet, source))
    if (fill) this.write(sheet, fill.area, this.shifted(sheet, source, fill.area, fill.values))
  }

  /** Ctrl+D, Ctrl+R. */
  filled({ sheet, area }: Target, isDown: boolean): void {
    const fill = copied(area, this.valuesOf(sheet, area), isDown)
    const source = isDown ? { ...area, rows: 1 } : { ...area, columns: 1 }
    if (fill) this.write(sheet, fill.area, this.shifted(sheet, source, fill.area, fill.values))
  }

  /** Takes a value over a total only where the person wants it. */
  private async enter(sheet: Sheet, edit: TypedEdit): Promise<void> {
    const [block] = edit.blocks
    if (!block || !this.isTotal(sheet, block)) return this.events.onEdit(edit)
    const [[value = null] = []] = block.values
    if (value !== null) return this.events.onTotal(edit)
    this.events.onRefused({ ...block, reason: pageWords.locked(pageWords.lockedFormula) })
  }

  private isTotal(sheet: Sheet, { row, column }: Spot): boolean {
    return this.lock === null && isTotalAt(sheet, row, column)
  }

  private reasonAt(sheet: Sheet, row: number, column: number): string | null {
    if (this.lock !== null) return this.lock
    const lock = lockAt(sheet, row, column)
    return lock ? pageWords.locked(lockReason(sheet, row, column, lock)) : null
  }

  private valuesOf(sheet: Sheet, area: Area): (Scalar | null)[][] {
    return mapPositions(area, (row, column) => editText(cellAt(sheet, row, column)) || null)
  }

  /** References of copied formulas move along. */
  private shifted(sheet: Sheet, source: Area, to: Area, values: (Scalar | null)[][]): (Scalar | null)[][] {
    return values.map((line, down) =>
      line.map((value, across) => {
        if (typeof value !== 'string' || !value.startsWith('=')) return value
        const spot = { row: to.row + down, column: to.column + across }
        const from =
          to.column === source.column ? { row: source.row, column: spot.column } : { ...spot, column: source.column }
        return cellAt(sheet, from.row, from.column)?.formula === value ? shiftFormula(value, from, spot) : value
      }),
    )
  }

  /** False: all of it was refused, or is asked about first. */
  private write(
    sheet: Sheet,
    { row, column }: Area,
    values: readonly (Scalar | null)[][],
    base = this.events.base(),
  ): boolean {
    const { events } = this
    const refuse = (reason: string) => events.onRefused({ sheet: sheet.id, row, column, reason })
    if (this.lock !== null) {
      refuse(this.lock)
      return false
    }
    const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined
    if (only !== undefined && only !== null && this.isTotal(sheet, { row, column })) {
      void this.enter(sheet, { blocks: [{ sheet: sheet.id, row, column, values: [[String(only)]] }], base })
      return false
    }
    const { blocks, skipped, reason } = openBlocks(sheet, row, column, values)
    if (skipped > 0) refuse(blocks.length > 0 ? pageWords.skipped(skipped, reason) : pageWords.locked(reason))
    if (blocks.length > 0) events.onEdit({ blocks, base })
    return blocks.length > 0
  }
}
