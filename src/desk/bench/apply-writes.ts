/** Carries out the writes of a plan on the bench, in their order. */
import type { FormatProperty, FormatValue, TabArea, Write } from '../../actions'
import { runWords } from '../../words/actions'
import { changeLines, eachPlace, insertSheet, renameSheet, usedSize } from '../book'
import { areaOf, encloses, overlaps, parseReference, without } from '../../workbook'
import type { Area, CellStyle, Sheet } from '../book'
import type { Bench } from './bench'
import { CellWriter, changeStyle, writeNote } from './cell-writes'

type Of<K extends Write['kind']> = Extract<Write, { kind: K }>

interface Target {
  bench: Bench
  cells: CellWriter
}

function tabOf({ bench }: Target, name: string): Sheet {
  const sheet = bench.tab(name)
  if (!sheet) throw new Error(runWords.tabGone(name))
  return sheet
}

/** Throws for cells that are not on the tab: a plan that names them rests on another workbook. */
function inside(sheet: Sheet, area: Area): Area {
  const isInside = area.row + area.rows - 1 <= sheet.rows && area.column + area.columns - 1 <= sheet.columns
  if (!isInside) throw new Error(runWords.tabGone(sheet.name))
  return area
}

/** A block of values, notes or colours, cell by cell. */
function eachOf<T>(
  sheet: Sheet,
  at: { row: number; column: number },
  lines: readonly (readonly T[])[],
  write: (row: number, column: number, value: T) => void,
): void {
  const area = { row: at.row, column: at.column, rows: lines.length, columns: lines[0]?.length ?? 0 }
  inside(sheet, area)
  lines.forEach((line, down) => line.forEach((value, across) => write(at.row + down, at.column + across, value)))
}

/** Cells named one by one, in A1 notation. */
function eachNamed(sheet: Sheet, cells: readonly string[], write: (row: number, column: number) => void): void {
  for (const cell of cells) {
    const reference = parseReference(cell)
    if (!reference) throw new Error(`${cell} is not a cell`)
    eachPlace(inside(sheet, areaOf(reference, sheet)), write)
  }
}

/** The style that a plan's property stands for; null is the look of a new cell. */
const styleOf: {
  [P in FormatProperty]: (value: FormatValue) => [keyof CellStyle, CellStyle[keyof CellStyle] | undefined]
} = {
  background: (value) => ['background', colourOf(value)],
  fontColor: (value) => ['fontColor', colourOf(value)],
  fontSize: (value) => ['fontSize', typeof value === 'number' ? value : 10],
  bold: (value) => ['bold', value === true || undefined],
  wrap: (value) => ['wrap', value === true],
  horizontal: (value) => ['horizontal', (value as CellStyle['horizontal'] | null) ?? undefined],
  vertical: (value) => ['vertical', (value as CellStyle['vertical'] | null) ?? undefined],
  numberFormat: (value) => ['numberFormat', typeof value === 'string' && value !== 'General' ? value : undefined],
}

/** As the book has colours: `#rrggbb` in small letters. */
const colourOf = (value: FormatValue): string | undefined =>
  typeof value === 'string' ? value.toLowerCase() : undefined

function format(target: Target, { area, property, values }: Of<'format'>): void {
  const sheet = tabOf(target, area.tab)
  eachPlace(inside(sheet, area), (row, column) => {
    const [field, look] = styleOf[property](values[row - area.row]?.[column - area.column] ?? null)
    changeStyle(sheet, row, column, field, look)
  })
}

function partsOf(area: Area, direction: Of<'merge'>['direction']): Area[] {
  const { row, column, rows, columns } = area
  if (direction === 'across')
    return Array.from({ length: rows }, (_, down) => ({ row: row + down, column, rows: 1, columns }))
  if (direction === 'vertically')
    return Array.from({ length: columns }, (_, across) => ({ row, column: column + across, rows, columns: 1 }))
  return [{ row, column, rows, columns }]
}

/** Of the merged cells only the first keeps what it holds. */
function mergeOne({ cells }: Target, sheet: Sheet, area: Area): void {
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area))
  if (area.rows * area.columns === 1) return
  eachPlace(area, (row, column) => {
    if (row !== area.row || column !== area.column) cells.value(sheet, row, column, null)
  })
  sheet.merges.push(area)
}

function merge(target: Target, { area, direction }: Of<'merge'>): void {
  const sheet = tabOf(target, area.tab)
  const half = sheet.merges.find((one) => overlaps(one, area) && !encloses(area, one))
  if (half) throw new Error(runWords.tabGone(sheet.name))
  for (const part of partsOf(inside(sheet, area), direction)) mergeOne(target, sheet, part)
}

/** How many columns a new tab has, as in Google Sheets. */
const NEW_TAB_COLUMNS = 26

/** A copy has all that the other tab holds, but for its protection and its names. */
function copyInto(sheet: Sheet, model: Sheet): void {
  const { id, name } = sheet
  Object.assign(sheet, structuredClone(model), { id, name, protections: [] })
}

function insertTab(target: Target, { tab, index, columns, like }: Of<'insertTab'>): void {
  const { bench } = target
  const model = like === undefined ? undefined : tabOf(target, like)
  const sheet = insertSheet(bench.book, tab, index)
  if (model) copyInto(sheet, model)
  if (columns > NEW_TAB_COLUMNS) sheet.columns = Math.max(sheet.columns, columns)
  bench.calculator.touchAll()
}

/** Lines at the end of a tab; they look like the last one. */
function addLines({ bench }: Target, sheet: Sheet, axis: 'row' | 'column', count: number): void {
  if (count <= 0) return
  const last = axis === 'row' ? sheet.rows : sheet.columns
  changeLines(bench.book, sheet, { axis, kind: 'insert', at: last + 1, count }, last)
  bench.calculator.touchAll()
}

function grow(target: Target, { tab, rows, columns }: Of<'grow'>): void {
  const sheet = tabOf(target, tab)
  addLines(target, sheet, 'row', rows - sheet.rows)
  addLines(target, sheet, 'column', columns - sheet.columns)
}

function append(target: Target, { tab, values }: Of<'append'>): void {
  const sheet = tabOf(target, tab)
  target.bench.calculator.recalculate()
  const row = usedSize(sheet).rows + 1
  sheet.rows = Math.max(sheet.rows, row)
  sheet.columns = Math.max(sheet.columns, values.length)
  values.forEach((value, index) => target.cells.value(sheet, row, index + 1, value))
}

function validate(target: Target, { area, rule }: Of<'validate'>): void {
  const sheet = tabOf(target, area.tab)
  const { row, column, rows, columns } = inside(sheet, area)
  const own = { row, column, rows, columns }
  const others = sheet.validations.flatMap((entry) =>
    without(entry.area, own).map((rest) => ({ ...entry, area: rest })),
  )
  const { kind, min, help } = rule
  sheet.validations = [...others, { rule: { kind, min }, allowInvalid: true, help, area: own }]
}

/** A tab has one protection of its own: set again, it is renewed. It asks before a change and refuses none. */
function protect(target: Target, { tab, open }: Of<'protect'>): void {
  const sheet = tabOf(target, tab)
  const before = sheet.protections.find(({ area }) => !area)
  const protection = before ?? { open: [], description: '', warningOnly: true }
  if (!before) sheet.protections.push(protection)
  protection.warningOnly = true
  if (open.length > 0) protection.open = open.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }))
}

function name(target: Target, { name: wanted, area }: Of<'name'>): void {
  const { book, calculator } = target.bench
  const sheet = tabOf(target, area.tab)
  const { row, column, rows, columns } = inside(sheet, area)
  const others = book.names.filter((one) => one.name.toLowerCase() !== wanted.toLowerCase())
  book.names = [...others, { name: wanted, sheet: sheet.id, area: { row, column, rows, columns } }]
  calculator.touchAll()
}

function rename(target: Target, { from, tab }: Of<'renameTab'>): void {
  const { book, calculator } = target.bench
  const sheet = tabOf(target, from)
  if (tab === sheet.name) return
  renameSheet(book, sheet, tab)
  calculator.touchAll()
}

/** A size for lines that follow each other. */
function setSizes(sizes: Record<number, number>, first: number, count: number, pixels: number): void {
  for (let line = first; line < first + count; line++) sizes[line] = pixels
}

function hideColumns(target: Target, { tab, column, count }: Of<'hideColumns'>): void {
  const { hiddenColumns } = tabOf(target, tab)
  for (let one = column; one < column + count; one++) if (!hiddenColumns.includes(one)) hiddenColumns.push(one)
}

function setProperty({ bench: { book } }: Target, { name: wanted, value }: Of<'property'>): void {
  if (value === null) Reflect.deleteProperty(book.properties, wanted)
  else book.properties[wanted] = value
}

function border(target: Target, tab: string, areas: readonly TabArea[]): void {
  const sheet = tabOf(target, tab)
  for (const area of areas)
    eachPlace(inside(sheet, area), (row, column) => changeStyle(sheet, row, column, 'border', true))
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
  renameTab: rename,
  format,
  border: (target, { tab, areas }) => border(target, tab, areas),
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
