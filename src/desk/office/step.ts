/** Undo and redo: takes a change back unless somebody changed the cells later. */
import { contentOf, lockOn, positionOf, same } from '../book'
import type { Book, Cell, Sheet } from '../book'
import type { BookPatch, SheetPosition } from '../protocol'

/** A change that can be undone, with the patch forward and the patch back. */
export interface Step {
  what: string
  forward: BookPatch
  backward: BookPatch
  /** A run may write where a person may not. */
  isRun: boolean
}

/** Why a step cannot be taken back. */
export type Obstacle =
  | { kind: 'cell'; sheet: Sheet; row: number; column: number }
  | { kind: 'locked'; reason: string }
  | { kind: 'sheet'; name: string }

type CellPatch = Record<string, Cell | null>

const fieldBack = <T>(now: T, left: T, before: T): T => (same(now, left) ? before : now)

/** The content goes back. Looks and notes go back only if nobody changed them later. */
function cellBack(now: Cell | undefined, left: Cell | null, before: Cell | null): Cell | null {
  const isContent = contentOf(left) !== contentOf(before)
  const content = isContent ? before : now
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

function obstacleAt(sheet: Sheet, key: string, step: Step): Obstacle | null {
  const left = step.forward.cells[sheet.id]?.[key] ?? null
  const before = step.backward.cells[sheet.id]?.[key] ?? null
  if (contentOf(left) === contentOf(before)) return null
  const { row, column } = positionOf(key)
  if (contentOf(sheet.cells[key]) !== contentOf(left)) return { kind: 'cell', sheet, row, column }
  const lock = step.isRun ? undefined : lockOn(sheet, row, column)
  return lock ? { kind: 'locked', reason: lock.description } : null
}

/** What the program has written there since, as a hint of a check, stays: it is renewed after the step. */
type IsRenewed = (place: SheetPosition) => boolean

function sheetBack(sheet: Sheet, step: Step, isRenewed: IsRenewed): CellPatch | Obstacle {
  const back: CellPatch = {}
  for (const key of Object.keys(step.forward.cells[sheet.id] ?? {})) {
    const obstacle = obstacleAt(sheet, key, step)
    if (obstacle?.kind === 'cell' && isRenewed({ sheet: sheet.id, ...positionOf(key) })) continue
    if (obstacle) return obstacle
    const left = step.forward.cells[sheet.id]?.[key] ?? null
    back[key] = cellBack(sheet.cells[key], left, step.backward.cells[sheet.id]?.[key] ?? null)
  }
  return back
}

const isObstacle = (result: CellPatch | Obstacle): result is Obstacle => typeof result['kind'] === 'string'

const withoutResults = (sheet: Sheet): unknown => ({
  ...sheet,
  cells: Object.fromEntries(
    Object.entries(sheet.cells).map(([key, { value, ...cell }]) => [
      key,
      cell.formula === undefined && value !== undefined ? { ...cell, value } : cell,
    ]),
  ),
})

/** Tabs that the step made, rebuilt or took away must stand as it left them. */
function changedSheet(book: Book, { forward, backward }: Step): string | null {
  const left = new Map((forward.sheets ?? []).map((sheet) => [sheet.id, sheet]))
  for (const sheet of left.values()) {
    const now = book.sheets.find(({ id }) => id === sheet.id)
    if (!now || !same(withoutResults(now), withoutResults(sheet))) return sheet.name
  }
  const again = (backward.sheets ?? []).find(({ id }) => !left.has(id) && book.sheets.some((sheet) => sheet.id === id))
  return again?.name ?? null
}

function propertiesBack(book: Book, { forward, backward }: Step): BookPatch['properties'] {
  const left = Object.entries(forward.properties ?? {})
  const unchanged = left.filter(([name, value]) => (book.properties[name] ?? null) === value)
  return Object.fromEntries(unchanged.map(([name]) => [name, backward.properties?.[name] ?? null]))
}

/** The patches that undo the step, or the obstacle. */
export function wayBack(book: Book, step: Step, isRenewed: IsRenewed): BookPatch | Obstacle {
  const changed = changedSheet(book, step)
  if (changed !== null) return { kind: 'sheet', name: changed }
  const cells: BookPatch['cells'] = {}
  for (const sheet of book.sheets) {
    const back = sheetBack(sheet, step, isRenewed)
    if (isObstacle(back)) return back
    if (Object.keys(back).length) cells[sheet.id] = back
  }
  const { forward, backward } = step
  const isTitle = backward.title !== undefined && book.title === forward.title
  const isNames = backward.names !== undefined && same(book.names, forward.names)
  const ids = book.sheets.map(({ id }) => id)
  return {
    cells,
    properties: propertiesBack(book, step) ?? {},
    ...(backward.sheets && { sheets: backward.sheets }),
    ...(backward.order && same(ids, forward.order) && { order: backward.order }),
    ...(isTitle && backward.title !== undefined && { title: backward.title }),
    ...(isNames && backward.names && { names: backward.names }),
  }
}
