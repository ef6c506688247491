/** What becomes of whole tabs, which a step has made, rebuilt or taken away, when it goes back. */
import { same } from '../book'
import type { Sheet } from '../book'
import { tabBack } from './cells-back'
import type { Obstacle, Standing } from './cells-back'
import type { Step } from './step'

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

export const found = (sheets: readonly Sheet[] | undefined, id: number): Sheet | undefined =>
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
export function tabsBack(step: Step, standing: Standing): WholeTabs | string {
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
