/** Puts back what the last repair or import replaced. */
import { fingerprintOf } from '../../checks'
import { a1, rectangles, type Place, type ReadValue, type WorkbookReading, type WorkbookSnapshot } from '../../workbook'
import { importWords } from '../../words/import'
import { sidebarWords as words } from '../../words/sidebar'
import { matrix, readAt } from '../areas'
import { asText } from '../as-text'
import { formulaWrites, type FormulaCell } from '../formula-writes'
import { logRow, logWrite } from '../log'
import type { CellWrite, Plan } from '../plan'
import type { Properties } from '../properties'
import type { Stamp } from '../stamp'
import { keyLabel, placeOfKey } from '../place-label'
import { undoOf, undoWrite, type Undo, type UndoCell } from './stored-undo'

const { short } = importWords

const LONGEST_KEPT = 40

/** How a written value is remembered: a long text only by its fingerprint. */
export const remembered = (value: ReadValue): ReadValue =>
  typeof value === 'string' && value.length > LONGEST_KEPT ? `#${fingerprintOf([value])}` : value

/** A value for a cell; its place names the tab as it is now. */
export interface CellContent {
  tab: string
  at: Place
  value: ReadValue
}

/** Writes exactly these cells, in as few areas as possible. */
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

/** Keeps a text a text. A day was read as text; without `'` it becomes a day again. */
function asTyped(value: ReadValue): ReadValue {
  return typeof value !== 'string' || value === '' || /^\d{4}-\d\d-\d\d$/.test(value) ? value : asText(value)
}

interface Standing extends UndoCell {
  tab: string
  at: Place
  stands: ReadValue
}

function standing(undo: Undo, reading: WorkbookReading, snapshot: WorkbookSnapshot): Standing[] | null {
  const cells = undo.cells.flatMap((cell): Standing[] => {
    const at = placeOfKey(cell.cell, reading)
    const tab = at && reading.tabs.get(at.tab)
    const values = snapshot.tabs.find(({ name }) => name === tab)?.values
    return at && tab !== undefined && values ? [{ ...cell, tab, at, stands: readAt(values, at) }] : []
  })
  return cells.length === undo.cells.length ? cells : null
}

export interface UndoInput {
  /** Name of the undo that the person was shown. */
  id: string
  reading: WorkbookReading
  snapshot: WorkbookSnapshot
  properties: Properties
  log: string | null
  stamp: Stamp
}

/**
 * `writes` is empty if nothing is undone. A cell that the run had not changed, because it was cut off, or that somebody has
 * changed since, is left as it is.
 */
export function planUndo({ id, reading, snapshot, properties, log, stamp }: UndoInput): Plan {
  const undo = undoOf(properties)
  if (undo?.id !== id) return { writes: [], message: undo ? words.otherUndo : words.nothingToUndo }
  const all = standing(undo, reading, snapshot)
  const cells = all?.filter(({ stands, now, was }) => stands === now || remembered(stands) === now || stands === was)
  const changed = cells?.filter(({ stands, was, formula }) => stands !== was || formula !== '') ?? []
  if (!all || !cells || (cells.length < all.length && changed.length === 0)) {
    return { writes: [], message: words.notUndone }
  }
  const left = all.filter((cell) => !cells.includes(cell)).map(({ cell }) => keyLabel(cell))
  const formulas = changed.flatMap(({ tab, at, formula }): FormulaCell[] =>
    formula === '' ? [] : [{ tab, a1: a1(at), formulaR1C1: formula }],
  )
  const values = changed.flatMap(({ tab, at, formula, was }) =>
    formula === '' ? [{ tab, at, value: asTyped(was) }] : [],
  )
  const detail = cells.map(({ cell, stands, was }) =>
    words.change(keyLabel(cell), words.from(short(`${stands}`)), words.from(short(`${was}`))),
  )
  return {
    writes: [
      ...formulaWrites(formulas),
      ...valueWrites(values),
      ...logWrite(
        log,
        logRow(stamp, { event: words.undoEvent, detail: [...detail, ...left.map(words.leftAlone)].join('\n') }),
      ),
      undoWrite(null),
    ],
    message: words.undone(left),
  }
}
