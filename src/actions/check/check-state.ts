/** What a check remembers for the next one: the cells it coloured, and the ids of tabs in its links. */
import { propertyNames, storedObject, type Properties } from '../properties'
import type { CellWrite } from '../plan'
import type { ColouredCells } from './mark-writes'
import type { MarkColour } from './marked-cells'

export interface CheckState {
  /** By the tab's name. */
  coloured: Record<string, ColouredCells>
  /** The tabs' ids, which the links of 校验结果 name. */
  sheetIds: Record<string, number>
}

const isColour = (value: unknown): value is MarkColour => value === 'error' || value === 'warning'
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

/** A damaged property counts as none. */
export function checkState(properties: Properties): CheckState {
  const stored = storedObject(properties, propertyNames.check) ?? {}
  const coloured = entriesOf(stored.coloured).map(([tab, cells]) => [
    tab,
    Object.fromEntries(entriesOf(cells).flatMap(([cell, colour]) => (isColour(colour) ? [[cell, colour]] : []))),
  ])
  const ids = entriesOf(stored.sheetIds).flatMap(([tab, id]) => (typeof id === 'number' ? [[tab, id]] : []))
  return { coloured: Object.fromEntries(coloured), sheetIds: Object.fromEntries(ids) }
}

const written = (state: CheckState): string => JSON.stringify(state)

export function stateWrites(before: CheckState, after: CheckState): CellWrite[] {
  if (written(before) === written(after)) return []
  return [{ kind: 'property', name: propertyNames.check, value: written(after) }]
}
