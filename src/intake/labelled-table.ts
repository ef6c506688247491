import type { TableId } from '../form'
import type { Finding } from '../checks'
import { tabNames } from '../words/tabs'
import { intakeWords as words } from '../words/intake'
import { alignRows, type Aligned } from './align-rows'
import type { Block } from './blocks'
import { Columns } from './columns'
import { sourceFinding } from './findings'
import { instancesOf, type Instance } from './instances'
import { keyOf, lettersOf } from './key'
import { LearnedStarts, placedAtEnd, placeRow, type Placement, type RowShape } from './place-row'
import { rowItems, type RowItem, type RowItems } from './row-items'
import { firstFigureColumn, isColumnName, oneRowKey, rowsOf, type FormRowCells, type FormRows } from './rows-of-form'
import { emptyReading, type TableReading } from './table-reading'

const written = (placement: Placement): string => placement.written.map((text) => text.trim()).join('\t')

const shapeOf = ({ row, item }: Aligned): RowShape => ({
  labelColumn: item.from - 1,
  width: row.cells.length,
  length: item.block.cells.length,
})

function place(entry: Aligned, starts: LearnedStarts): Placement {
  const { row, item } = entry
  if (item.block.figures === row.cells.length) return placedAtEnd(item.block.cells, row.cells.length)
  return placeRow(item.block.cells, item.from, row.cells.length, (possible) => starts.choose(shapeOf(entry), possible))
}

function learnStarts(aligned: readonly Aligned[], official: number): LearnedStarts {
  const starts = new LearnedStarts(official)
  for (const entry of aligned) {
    const { row, item } = entry
    const full = placeRow(item.block.cells, item.from, row.cells.length, () => undefined)
    if (full.kind === 'placed' && full.start >= 0) starts.learn(shapeOf(entry), full.start)
  }
  return starts
}

const labelIn = ({ block, from }: Aligned['item']): string => (block.cells[from - 1] ?? '').trim()

/** `READ.LABEL`: a row found by a label that is only like the form's, or by its order alone. */
function labelFinding(table: TableId, { item, row, by }: Aligned): Finding {
  const tab = tabNames[table]
  const { place, text } = item.block
  const isNear = by === 'near'
  const message = isNear
    ? words.labelNear(tab, place, labelIn(item), row.label)
    : words.labelByOrder(tab, place, row.label)
  const rests = [by, row.label, place, text]
  return sourceFinding('READ.LABEL', isNear ? 'info' : 'warning', { message, rests, cells: row.cells, quote: text })
}

/** `/` or a dash after a label is what stands in a cell. */
const NOT_BARE = /[\s\u3000][/／—–―\-#]/

/** Rows whose label stands alone on its line, without any figure: they are blank, not missing. */
function bareRows({ items, after }: Instance, { byKey }: FormRows): Set<FormRowCells> {
  const pieces = [...items.flatMap(({ before }) => before), ...after]
  return new Set(
    pieces.flatMap((piece) => (isColumnName(piece) || NOT_BARE.test(piece) ? [] : (byKey.get(keyOf(piece)) ?? []))),
  )
}

function readInstance(table: TableId, instance: Instance, rows: FormRows, columns: Columns): TableReading {
  const aligned = alignRows(instance.items, instance.after, rows)
  const starts = learnStarts(aligned, firstFigureColumn(table))
  const reading = emptyReading(table)
  const [first] = instance.items
  if (first) reading.first = first.block
  const taken = new Map<FormRowCells, string>()
  for (const entry of aligned) {
    const { row, item } = entry
    const placement = place(entry, starts)
    const before = taken.get(row)
    reading.used.add(item.block)
    if (before === undefined) {
      taken.set(row, written(placement))
      columns.take(reading, row.cells, placement, item.block)
    } else {
      const isSame = before === written(placement)
      reading.repeated.push({ label: row.label, block: item.block, isSame, cells: row.cells })
      if (!isSame) for (const cell of row.cells) reading.figures[cell] = null
    }
  }
  const bare = taken.size > 0 ? bareRows(instance, rows) : new Set<FormRowCells>()
  for (const row of bare) if (!taken.has(row)) for (const cell of row.cells) reading.figures[cell] = null
  reading.missing = rows.rows.filter((row) => !taken.has(row) && !bare.has(row))
  for (const entry of aligned) {
    const { row, item, by } = entry
    if (by === 'near') reading.findings.push(labelFinding(table, entry))
    if (by === 'order') reading.byOrder.push({ row, block: item.block, finding: labelFinding(table, entry) })
  }
  return reading
}

const SUB_ROW = /逾期不补正|逾期未按|逾期不缴/
const THIRD = /^\s*[（(]?\s*[3３③⑶]/

/** A row that holds the figures of all （六）其他处理: it has that label, or 其他 alone without the number of a third row. */
function isOneRow({ how, own, row, before, block, from }: RowItem): boolean {
  const label = own.replace(/^六/, '')
  if (how === 'none') return label === oneRowKey || lettersOf(before.slice(-2).join('') + label).endsWith(oneRowKey)
  const isOther = row !== undefined && row.keys.includes(keyOf('其他'))
  return isOther && !THIRD.test(block.cells[from - 1] ?? '')
}

/** （六）其他处理 has figures of its own, and no row below it is there. */
function hasOneRow({ items }: RowItems, blocks: readonly Block[]): boolean {
  if (items.some(({ row }) => row?.keys.some((key) => SUB_ROW.test(key)))) return false
  return items.some(isOneRow) && !blocks.some(({ text }) => text.length < 200 && SUB_ROW.test(text.replace(/\s+/g, '')))
}

/** Every table 2 or 3 among the lines, one reading each: rows found by their labels, their figures by their order. */
export function readLabelledTables(
  table: 'table2' | 'table3',
  blocks: readonly Block[],
  edition: '2021' | '2019',
): TableReading[] {
  let rows = rowsOf[edition][table]
  let items = rowItems(blocks, rows)
  if (table === 'table3' && edition === '2021' && hasOneRow(items, blocks)) {
    rows = rowsOf['2019'].table3
    items = rowItems(blocks, rows)
  }
  const columns = new Columns(table, blocks)
  return instancesOf(items)
    .map((instance) => readInstance(table, instance, rows, columns))
    .filter(({ used }) => used.size > 0)
}
