/** Carries out the writes of a plan on the bench, in their order. */
import type { Write } from '../../actions'
import { changeStyle, usedSize } from '../book'
import type { Bench } from './bench'
import { CellWriter, writeNote } from './cell-writes'
import { protect, validate } from './writes/guards'
import { border, colourOf, format, hideColumns, setSizes } from './writes/looks'
import { grow, insertTab, merge, name, renameTab } from './writes/tabs'
import { eachNamed, eachOf, tabOf } from './writes/target'
import type { Of, Target } from './writes/target'

function append(target: Target, { tab, values }: Of<'append'>): void {
  const sheet = tabOf(target, tab)
  target.bench.calculator.recalculate()
  const row = usedSize(sheet).rows + 1
  sheet.rows = Math.max(sheet.rows, row)
  sheet.columns = Math.max(sheet.columns, values.length)
  values.forEach((value, index) => target.cells.value(sheet, row, index + 1, value))
}

function setProperty({ bench: { book } }: Target, { name: wanted, value }: Of<'property'>): void {
  if (value === null) Reflect.deleteProperty(book.properties, wanted)
  else book.properties[wanted] = value
}

const appliers: { [K in Write['kind']]: (target: Target, write: Of<K>) => void } = {
  values: (target, write) => {
    const sheet = tabOf(target, write.tab)
    eachOf(sheet, write, write.values, (row, column, value) => target.cells.value(sheet, row, column, value))
  },
  notes: (target, write) => {
    const sheet = tabOf(target, write.tab)
    eachOf(sheet, write, write.notes, (row, column, note) => writeNote(sheet, row, column, note))
  },
  backgrounds: (target, write) => {
    const sheet = tabOf(target, write.tab)
    eachOf(sheet, write, write.colours, (row, column, colour) =>
      changeStyle(sheet, row, column, 'background', colourOf(colour)),
    )
  },
  paint: (target, { tab, cells, colour }) => {
    const sheet = tabOf(target, tab)
    eachNamed(sheet, cells, (row, column) => changeStyle(sheet, row, column, 'background', colourOf(colour)))
  },
  formula: (target, { tab, cells, formulaR1C1 }) => {
    const sheet = tabOf(target, tab)
    eachNamed(sheet, cells, (row, column) => target.cells.formulaR1C1(sheet, row, column, formulaR1C1))
  },
  append,
  property: setProperty,
  // A command plans this only where the region is another one, and the desk's is fixed.
  region: () => undefined,
  insertTab,
  renameTab,
  format,
  border,
  merge,
  grow,
  columnWidth: (target, { tab, column, count, pixels }) =>
    setSizes(tabOf(target, tab).columnWidths, column, count, pixels),
  rowHeight: (target, { tab, row, count, pixels }) => setSizes(tabOf(target, tab).rowHeights, row, count, pixels),
  freeze: (target, { tab, rows }) => void (tabOf(target, tab).frozenRows = rows),
  hideColumns,
  validate,
  protect,
  name,
}

/**
 * @param year the year that a day without one belongs to
 * @throws where a tab or a cell that a write names is not there
 */
export function applyWrites(bench: Bench, writes: readonly Write[], year: number): void {
  const target: Target = { bench, cells: new CellWriter(bench, year) }
  for (const write of writes) (appliers[write.kind] as (target: Target, write: Write) => void)(target, write)
}
