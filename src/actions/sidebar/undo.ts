/** What the last repair replaced, kept in a property until it is undone or another repair comes. */
import { isCellId } from '../../form'
import { a1, rectangles, type Place, type ReadValue, type WorkbookReading, type WorkbookSnapshot } from '../../workbook'
import { sidebarWords as words } from '../../words/sidebar'
import { matrix, readAt } from '../areas'
import { formulaWrites, type FormulaCell } from '../formula-writes'
import { logRow, logWrite } from '../log'
import type { CellWrite, Plan } from '../plan'
import { propertyNames, storedObject, type Properties } from '../properties'
import type { Run } from '../run'
import { placeLabel } from '../place-label'

interface UndoCell {
  cell: string
  was: ReadValue
  /** R1C1; empty where a value stood. */
  formula: string
  now: ReadValue
}

export interface Undo {
  time: string
  user: string
  label: string
  cells: UndoCell[]
}

/** Of the 9 KB that a property may hold; what is not ASCII takes up to three bytes. */
const MOST_BYTES = 8500

export const undoWrite = (undo: Undo | null): CellWrite => ({
  kind: 'property',
  name: propertyNames.undo,
  value: undo && JSON.stringify(undo),
})

export function fitsProperty(undo: Undo): boolean {
  return JSON.stringify(undo).replace(/[^\0-\x7f]/g, '...').length <= MOST_BYTES
}

/** Null where there is nothing to undo, or the property is damaged. */
export function undoOf(properties: Properties): Undo | null {
  const stored = storedObject(properties, propertyNames.undo)
  if (!stored || !Array.isArray(stored.cells)) return null
  const cells = (stored.cells as UndoCell[]).filter(({ cell }) => isCellId(cell))
  return { time: String(stored.time), user: String(stored.user), label: String(stored.label), cells }
}

/** A value for a cell; its place names the tab as it is now. */
export interface CellContent {
  tab: string
  at: Place
  value: ReadValue
}

/** Exactly these cells, as few blocks as that takes. */
export function valueWrites(contents: readonly CellContent[]): CellWrite[] {
  const tabs = [...new Set(contents.map(({ tab }) => tab))]
  return tabs.flatMap((tab) => {
    const own = contents.filter((content) => content.tab === tab)
    const values = new Map(own.map(({ at, value }) => [a1(at), value]))
    return rectangles(own.map(({ at }) => at)).map((area): CellWrite => {
      const { row, column } = area
      return { kind: 'values', tab, row, column, values: matrix(area, (at) => values.get(a1(at)) ?? '') }
    })
  })
}

/** A text stays a text, but for a day: it was read as its text and becomes a day again. */
function asTyped(value: ReadValue): ReadValue {
  return typeof value !== 'string' || value === '' || /^\d{4}-\d\d-\d\d$/.test(value) ? value : `'${value}`
}

interface Standing extends UndoCell {
  tab: string
  at: Place
  stands: ReadValue
}

function standing(undo: Undo, { places, tabs }: WorkbookReading, snapshot: WorkbookSnapshot): Standing[] | null {
  const cells = undo.cells.flatMap((cell): Standing[] => {
    const at = places.get(cell.cell)
    const tab = at && tabs.get(at.tab)
    const values = snapshot.tabs.find(({ name }) => name === tab)?.values
    return at && tab !== undefined && values ? [{ ...cell, tab, at, stands: readAt(values, at) }] : []
  })
  return cells.length === undo.cells.length ? cells : null
}

export interface UndoInput {
  reading: WorkbookReading
  snapshot: WorkbookSnapshot
  properties: Properties
  log: string | null
  run: Run
}

/** `writes` is empty where nothing is undone. A cell that a cut-off run had not come to is left as it is. */
export function planUndo({ reading, snapshot, properties, log, run }: UndoInput): Plan {
  const undo = undoOf(properties)
  if (!undo) return { writes: [], message: words.nothingToUndo }
  const cells = standing(undo, reading, snapshot)
  if (!cells?.every(({ stands, now, was }) => stands === now || stands === was)) {
    return { writes: [], message: words.notUndone }
  }
  const changed = cells.filter(({ stands, was, formula }) => stands !== was || formula !== '')
  const formulas = changed.flatMap(({ tab, at, formula }): FormulaCell[] =>
    formula === '' ? [] : [{ tab, a1: a1(at), formulaR1C1: formula }],
  )
  const values = changed.flatMap(({ tab, at, formula, was }) =>
    formula === '' ? [{ tab, at, value: asTyped(was) }] : [],
  )
  const detail = cells.map(({ cell, now, was }) =>
    words.change(placeLabel(cell), words.from(`${now}`), words.from(`${was}`)),
  )
  return {
    writes: [
      ...formulaWrites(formulas),
      ...valueWrites(values),
      ...logWrite(log, logRow(run, { event: words.undoEvent, detail: detail.join('\n') })),
      undoWrite(null),
    ],
    message: words.undone,
  }
}
