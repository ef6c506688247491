/** What becomes of the cells of a tab when a step goes back: each by itself, but for what somebody has changed later. */
import { contentOf, lockOn, positionOf, same } from '../book'
import type { Book, Cell, Sheet } from '../book'
import type { SheetPosition } from '../protocol'

/** Why a part of a step stays as it is. */
export type Obstacle =
  | { kind: 'cell'; sheet: Sheet; row: number; column: number }
  | { kind: 'locked'; sheet: Sheet; row: number; column: number; reason: string }
  | { kind: 'sheet'; name: string }
  | { kind: 'gone' }

/** How the workbook stands now. */
export interface Standing {
  book: Book
  /** What the program has written there since, as a hint of a check, stays: it is renewed after the step. */
  isRenewed: (place: SheetPosition) => boolean
  /** A list that the program writes, as 校验结果: rows of two lists together are none. */
  list: number | undefined
}

interface CellBack {
  cell: Cell | null
  isContent: boolean
}

export interface TabBack {
  cells: Record<string, Cell | null>
  left: Obstacle[]
  /** Cells whose content goes back. */
  count: number
}

const fieldBack = <T>(now: T, left: T, before: T): T => (same(now, left) ? before : now)

/** Looks and notes go back only if nobody changed them later; `content`: the cell whose content is to stand. */
function cellBack(now: Cell | null, left: Cell | null, before: Cell | null, content: Cell | null): Cell | null {
  const style = fieldBack(now?.style, left?.style, before?.style)
  const note = fieldBack(now?.note, left?.note, before?.note)
  const cell: Cell = {
    ...(content?.value !== undefined && { value: content.value }),
    ...(content?.formula !== undefined && { formula: content.formula }),
    ...(style && { style }),
    ...(note !== undefined && { note }),
  }
  return Object.keys(cell).length ? cell : null
}

/** What becomes of one cell, or why its content stays. */
function backAt(sheet: Sheet, key: string, [left, before]: [Cell | null, Cell | null], isRun: boolean) {
  const now = sheet.cells[key] ?? null
  const isContent = contentOf(left) !== contentOf(before)
  const isBack = contentOf(now) === contentOf(before)
  const back = (content: Cell | null): CellBack => ({
    cell: cellBack(now, left, before, content),
    isContent: isContent && !isBack,
  })
  if (!isContent || isBack) return back(now)
  const place = { sheet, ...positionOf(key) }
  if (contentOf(now) !== contentOf(left)) return { kind: 'cell', ...place } satisfies Obstacle
  const lock = isRun ? undefined : lockOn(sheet, place.row, place.column)
  return lock ? ({ kind: 'locked', ...place, reason: lock.description } satisfies Obstacle) : back(before)
}

interface StepCells {
  keys: Iterable<string>
  left: Readonly<Record<string, Cell | null>>
  before: Readonly<Record<string, Cell | null>>
}

export function tabBack(sheet: Sheet, { keys, left, before }: StepCells, isRun: boolean, standing: Standing): TabBack {
  const back: TabBack = { cells: {}, left: [], count: 0 }
  for (const key of keys) {
    const one = backAt(sheet, key, [left[key] ?? null, before[key] ?? null], isRun)
    if (!('kind' in one)) {
      back.cells[key] = one.cell
      if (one.isContent) back.count += 1
    } else if (one.kind === 'locked' || !standing.isRenewed({ sheet: sheet.id, ...positionOf(key) }))
      back.left.push(one)
  }
  const isMixed = sheet.id === standing.list && back.left.length > 0
  return isMixed ? { cells: {}, left: back.left.slice(0, 1), count: 0 } : back
}
