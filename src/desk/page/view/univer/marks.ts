/** Corners of cells that have a note, a comment or content that is not as asked, and frames of the people present. */
import { CellValueType, InterceptorEffectEnum } from '@univerjs/core'
import type { ICellDataForSheetInterceptor, ICellMarks, IDisposable, Injector, Nullable } from '@univerjs/core'
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets'
import { IMarkSelectionService } from '@univerjs/sheets-ui'
import { cellAt, cellKey } from '../../../book/cells'
import type { Sheet } from '../../../book/model'
import { isAsAsked, validationAt } from '../locks'
import type { Marks, PersonMark } from '../view'
import { areaAt } from './entry'
import { rangeOf } from './snapshot'

const corners = {
  note: { tr: { color: '#d97706', size: 7 } },
  comment: { br: { color: '#0f5fb8', size: 8 } },
  invalid: { tl: { color: '#c0262d', size: 8 } },
} satisfies Record<string, ICellMarks>

/** Before all of Univer's own. */
const FIRST = 1000

/** Shown as it is: without this Univer tries of every text, at every drawing, whether it is a date. */
const isPlain = (cell: Nullable<ICellDataForSheetInterceptor>): boolean =>
  cell?.t === CellValueType.STRING || (cell?.v ?? null) === null

export class CellMarks {
  private comments = new Set<string>()
  private shapes: string[] = []
  private readonly interceptor: IDisposable

  constructor(
    private readonly injector: Injector,
    private readonly sheetOf: (id: string) => Sheet | undefined,
  ) {
    this.interceptor = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: FIRST,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        const marked = this.marked(cell, subUnitId, row + 1, col + 1)
        return isPlain(marked) ? marked : next(marked)
      },
    })
  }

  set({ comments }: Marks): void {
    this.comments = new Set(comments.map(({ sheet, row, column }) => `${sheet}!${cellKey(row, column)}`))
  }

  /** Frames around the cells where others are; Univer keeps them only for the tab that is shown. */
  frame(unitId: string, sheet: string, people: readonly PersonMark[]): void {
    const service = this.injector.get(IMarkSelectionService)
    for (const shape of this.shapes) service.removeShape(shape)
    this.shapes = people.flatMap((person) => {
      const range = { ...rangeOf(areaAt(this.sheetOf(sheet), person)), unitId, sheetId: sheet }
      const style = { stroke: person.colour, strokeWidth: 2, fill: 'rgba(0,0,0,0)', widgets: {} }
      return service.addShape({ range, primary: null, style }) ?? []
    })
  }

  dispose(): void {
    this.interceptor.dispose()
  }

  private hasComment(sheetId: string, row: number, column: number): boolean {
    return this.comments.size > 0 && this.comments.has(`${sheetId}!${cellKey(row, column)}`)
  }

  private marked(
    cell: Nullable<ICellDataForSheetInterceptor>,
    sheetId: string,
    row: number,
    column: number,
  ): Nullable<ICellDataForSheetInterceptor> {
    const sheet = this.sheetOf(sheetId)
    if (!sheet) return cell
    const content = cellAt(sheet, row, column)
    const validation = content?.value === undefined ? undefined : validationAt(sheet, row, column)
    const marks: ICellMarks = {
      ...(content?.note && corners.note),
      ...(this.hasComment(sheetId, row, column) && corners.comment),
      ...(validation && !isAsAsked(validation, content) && corners.invalid),
    }
    if (Object.keys(marks).length === 0) return cell
    return { ...cell, markers: { ...cell?.markers, ...marks } }
  }
}
