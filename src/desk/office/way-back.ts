/** Undo and redo: takes a step back, but for what somebody has changed later. */
import { contentOf, lockOn, positionOf, same } from '../book'
import type { Book, Cell, Sheet } from '../book'
import type { BookPatch, SheetPosition } from '../protocol'
import type { Step } from './step'

/** Why a part of a step stays as it is. */
export type Obstacle =
  | { kind: 'cell'; sheet: Sheet; row: number; column: number }
  | { kind: 'locked'; sheet: Sheet; row: number; column: number; reason: string }
  | { kind: 'sheet'; name: string }
  | { kind: 'gone' }

export interface WayBack {
  /** Null: nothing of the step can be taken back. */
  patch: BookPatch | null
  /** What stays as it is. */
  left: Obstacle[]
}

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

interface TabBack {
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

function tabBack(sheet: Sheet, { keys, left, before }: StepCells, isRun: boolean, standing: Standing): TabBack {
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

function frameOf({ cells, ...frame }: Sheet): Omit<Sheet, 'cells'> {
  void cells
  return frame
}

const withoutResults = (sheet: Sheet): unknown => ({
  ...sheet,
  cells: Object.fromEntries(
    Object.entries(sheet.cells).map(([key, { value, ...cell }]) => [
      key,
      cell.formula === undefined && value !== undefined ? { ...cell, value } : cell,
    ]),
  ),
})

const isAsLeft = (now: Sheet | undefined, left: Sheet): boolean =>
  now !== undefined && same(withoutResults(now), withoutResults(left))

const found = (sheets: readonly Sheet[] | undefined, id: number): Sheet | undefined =>
  sheets?.find((sheet) => sheet.id === id)

/** Cells have kept their places: each can be judged by itself. */
const isSameLayout = (one: Sheet, other: Sheet): boolean =>
  same(one.merges, other.merges) && same(one.protections, other.protections)

interface WholeTabs {
  sheets: Sheet[]
  left: Obstacle[]
  count: number
}

/** The tab that the step has rebuilt, with what was written into it since. Null: its cells cannot be told apart. */
function rebuiltBack(now: Sheet, [left, before]: [Sheet, Sheet], step: Step, standing: Standing): WholeTabs | null {
  if (!same(frameOf(now), frameOf(left)) || !isSameLayout(left, before)) return null
  const keys = Object.keys({ ...now.cells, ...left.cells, ...before.cells })
  const back = tabBack(now, { keys, left: left.cells, before: before.cells }, step.isRun, standing)
  if (Object.keys(back.cells).length === 0) return { sheets: [], left: back.left, count: 0 }
  const cells: Sheet['cells'] = {}
  for (const key of keys) {
    const cell = back.cells[key] === undefined ? now.cells[key] : back.cells[key]
    if (cell) cells[key] = cell
  }
  return { sheets: [{ ...before, cells }], left: back.left, count: back.count }
}

/** Tabs that the step made, rebuilt or took away. A name: that tab was changed since, so that all have to stay. */
function tabsBack(step: Step, standing: Standing): WholeTabs | string {
  const { forward, backward } = step
  const made = (forward.sheets ?? []).filter(({ id }) => !found(backward.sheets, id))
  const ids = standing.book.sheets.map(({ id }) => id)
  // Tabs go by the order of all: with another tab since then they cannot go.
  const isOrdered = !backward.order || same(ids, forward.order)
  const changed = made.find((left) => !isOrdered || !isAsLeft(found(standing.book.sheets, left.id), left))
  if (changed) return changed.name
  const all: WholeTabs = { sheets: [], left: [], count: made.length }
  for (const before of backward.sheets ?? []) {
    const now = found(standing.book.sheets, before.id)
    const left = found(forward.sheets, before.id)
    const isWhole = left ? isAsLeft(now, left) : !now
    const back = isWhole
      ? { sheets: [before], left: [], count: 1 }
      : now && left && rebuiltBack(now, [left, before], step, standing)
    if (!back) return before.name
    all.sheets.push(...back.sheets)
    all.left.push(...back.left)
    all.count += back.count
  }
  return all
}

function propertiesBack(book: Book, { forward, backward }: Step): BookPatch['properties'] {
  const left = Object.entries(forward.properties ?? {})
  const unchanged = left.filter(([name, value]) => (book.properties[name] ?? null) === value)
  return Object.fromEntries(unchanged.map(([name]) => [name, backward.properties?.[name] ?? null]))
}

/** What goes back of a step without its cells and tabs. */
function restBack(book: Book, step: Step): Omit<BookPatch, 'cells' | 'sheets'> {
  const { forward, backward } = step
  const isTitle = backward.title !== undefined && book.title === forward.title
  const isNames = backward.names !== undefined && same(book.names, forward.names)
  const ids = book.sheets.map(({ id }) => id)
  return {
    properties: propertiesBack(book, step) ?? {},
    ...(backward.order && same(ids, forward.order) && { order: backward.order }),
    ...(isTitle && backward.title !== undefined && { title: backward.title }),
    ...(isNames && backward.names && { names: backward.names }),
  }
}

/** The patch that undoes the step, as far as nobody has gone on from it. */
export function wayBack(step: Step, standing: Standing): WayBack {
  const { book } = standing
  const tabs = tabsBack(step, standing)
  if (typeof tabs === 'string') return { patch: null, left: [{ kind: 'sheet', name: tabs }] }
  const { sheets, left } = tabs
  let { count } = tabs
  const cells: BookPatch['cells'] = {}
  for (const [id, after] of Object.entries(step.forward.cells)) {
    const sheet = found(book.sheets, Number(id))
    const before = step.backward.cells[Number(id)] ?? {}
    const back = sheet && tabBack(sheet, { keys: Object.keys(after), left: after, before }, step.isRun, standing)
    if (!back) left.push({ kind: 'gone' })
    else {
      left.push(...back.left)
      count += back.count
      if (Object.keys(back.cells).length > 0) cells[Number(id)] = back.cells
    }
  }
  const rest = restBack(book, step)
  const isNothing = left.length > 0 && count === 0 && rest.title === undefined && rest.names === undefined
  return { patch: isNothing ? null : { cells, ...(sheets.length > 0 && { sheets }), ...rest }, left }
}
