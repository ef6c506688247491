/**
 * 空白填 0: the form asks for a 0 where nothing happened (没有的填0), but only the office knows that nothing did. So it is
 * asked first, and only figures that are still blank then are filled.
 */
import { figureOf, figures, type CellId, type Figure, type TableId } from '../../form'
import { tabNames } from '../../words/tabs'
import { zeroWords as words } from '../../words/zeros'
import type { Place, WorkbookReading } from '../../workbook'
import type { Assessment } from '../check/assess'
import { logRow, logWrite } from '../log'
import type { Plan } from '../plan'
import type { Stamp } from '../stamp'
import { undoWrite } from '../sidebar/stored-undo'
import { valueWrites } from '../sidebar/undo'

interface BlankCell {
  cell: CellId
  place: Place
}

/** The blank figures of one table. Totals are left out: a formula gives them. */
export interface Blanks {
  table: TableId
  cells: readonly BlankCell[]
}

const BLANK_RULE = 'V.BLANK'

/** The table whose tab has this name now; null for any other tab. */
export function tableOn(tab: string | undefined, { tabs }: WorkbookReading): TableId | null {
  const tables: readonly TableId[] = ['table2', 'table3', 'table4']
  return tables.find((table) => tab !== undefined && tabs.get(table) === tab) ?? null
}

/** Rows that a person has yet to place, and figures without a certain place, are not among them. */
export function blanksIn({ reading, findings }: Assessment, table: TableId): Blanks {
  const blank = findings.filter(({ rule }) => rule === BLANK_RULE).flatMap(({ cells }) => cells)
  const cells = blank.flatMap(({ id }): BlankCell[] => {
    const place = reading.places.get(id)
    return place && figureOf(id).table === table ? [{ cell: id, place }] : []
  })
  return { table, cells }
}

/** How many stand in each row, or in each column where that makes fewer lines; in the order of the form. */
function counted({ table, cells }: Blanks): [place: string, count: number][] {
  const by = (labelOf: (figure: Figure) => string) => {
    const labels = new Set(figures.filter((figure) => figure.table === table).map(labelOf))
    return [...labels].flatMap((label): [string, number][] => {
      const { length } = cells.filter(({ cell }) => labelOf(figureOf(cell)) === label)
      return length > 0 ? [[label, length]] : []
    })
  }
  const rows = by(({ rowLabel }) => rowLabel)
  const columns = by(({ columnLabel }) => columnLabel)
  return columns.length < rows.length ? columns : rows
}

export const zeroQuestion = (blanks: Blanks): string =>
  words.question(tabNames[blanks.table], blanks.cells.length, counted(blanks))

/** The zeros, what brings the blanks back, and an entry in 流程记录; no writes where nothing is blank. */
export function planZeros(blanks: Blanks, { tabs }: WorkbookReading, log: string | null, stamp: Stamp): Plan {
  const { table, cells } = blanks
  const tab = tabs.get(table)
  const name = tabNames[table]
  if (tab === undefined || cells.length === 0) return { writes: [], message: words.none(name) }
  const label = words.filled(name, cells.length)
  const before = cells.map(({ cell }) => ({ cell, was: '', formula: '', now: 0 }))
  const detail = [label, ...words.lines(counted(blanks))].join('\n')
  return {
    writes: [
      undoWrite({ time: stamp.time, user: stamp.user, label, cells: before }),
      ...valueWrites(cells.map(({ place }) => ({ tab, at: place, value: 0 }))),
      ...logWrite(log, logRow(stamp, { event: words.event, detail })),
    ],
    message: words.done(name, cells.length),
  }
}
