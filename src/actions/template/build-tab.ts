/** The writes that give one tab its looks and structure, as the layout has them. */
import { looks, rectangles, tabLooks, tabNotes } from '../../workbook'
import type { Area, LayoutCell, TabLayout } from '../../workbook'
import { boundingArea, equalRuns, matrix, readAt } from '../areas'
import type { FormatProperty, FormatValue, TabArea, Write } from '../plan'

/** The looks of a cell on a new tab. Only a look that differs from them is written. */
const untouched: Readonly<Record<FormatProperty, FormatValue>> = {
  background: null,
  fontColor: null,
  fontSize: 10,
  bold: false,
  wrap: false,
  horizontal: null,
  vertical: 'bottom',
  numberFormat: null,
}
const properties = Object.keys(untouched) as FormatProperty[]

const bare = ({ row, column, rows, columns }: Area): Area => ({ row, column, rows, columns })
const onTab = (tab: TabLayout, area: Area): TabArea => ({ tab: tab.name, ...bare(area) })

/** One write a property; none where all cells are as in a new tab. */
function formatWrites(tab: TabLayout): Write[] {
  const grid = tabLooks(tab).map((line) => line.map((name) => looks[name ?? 'plain']))
  const area = onTab(tab, { row: 1, column: 1, rows: tab.rows, columns: tab.columns })
  return properties.flatMap((property): Write[] => {
    const values = grid.map((line) => line.map((look): FormatValue => look[property]))
    if (values.every((line) => line.every((value) => value === untouched[property]))) return []
    return [{ kind: 'format', area, property, values }]
  })
}

function borderWrites(tab: TabLayout): Write[] {
  const framed = tab.cells.filter((cell) => looks[cell.look].border)
  const cells = framed.flatMap((cell) => matrix(cell, (position) => position).flat())
  const areas = rectangles(cells).map((area) => onTab(tab, area))
  return areas.length === 0 ? [] : [{ kind: 'border', tab: tab.name, areas }]
}

interface MergeBlock {
  area: Area
  direction: 'all' | 'across' | 'vertically'
}

function directionOf({ rows, columns }: Area): MergeBlock['direction'] {
  if (rows === 1) return 'across'
  return columns === 1 ? 'vertically' : 'all'
}

/** Whether a merged cell continues a group of equal ones: rows below each other, or columns side by side. */
function joins({ area, direction }: MergeBlock, cell: LayoutCell): boolean {
  if (direction === 'all' || direction !== directionOf(cell)) return false
  if (direction === 'across') {
    return cell.column === area.column && cell.columns === area.columns && cell.row === area.row + area.rows
  }
  return cell.row === area.row && cell.rows === area.rows && cell.column === area.column + area.columns
}

function mergeWrites(tab: TabLayout): Write[] {
  const blocks: MergeBlock[] = []
  for (const cell of tab.cells.filter(({ rows, columns }) => rows * columns > 1)) {
    const block = blocks.find((other) => joins(other, cell))
    if (!block) blocks.push({ area: bare(cell), direction: directionOf(cell) })
    else if (block.direction === 'across') block.area.rows += 1
    else block.area.columns += 1
  }
  return blocks.map(({ area, direction }) => ({ kind: 'merge', area: onTab(tab, area), direction }))
}

/**
 * Sizes along one side of a tab: the commonest over the whole stretch, then what differs from it. Undefined is the
 * host's own size and stays.
 */
function sizeRuns(sizes: readonly (number | undefined)[]): { start: number; count: number; pixels: number }[] {
  const runs = equalRuns(sizes).flatMap(({ start, count, value }) =>
    value === undefined ? [] : [{ start, count, pixels: value }],
  )
  const isWhole = runs.reduce((sum, { count }) => sum + count, 0) === sizes.length
  const often = (pixels: number) => runs.filter((run) => run.pixels === pixels).length
  const [most] = [...runs].sort((one, other) => often(other.pixels) - often(one.pixels))
  if (!isWhole || !most || often(most.pixels) < 2) return runs
  return [
    { start: 1, count: sizes.length, pixels: most.pixels },
    ...runs.filter(({ pixels }) => pixels !== most.pixels),
  ]
}

/** Spare columns beside the layout keep the host's width. */
function usedColumns(tab: TabLayout): number {
  const lists = tab.listLooks.map(({ column }) => column)
  return Math.max(...lists, ...tab.cells.map(({ column, columns }) => column + columns - 1))
}

function sizeWrites(tab: TabLayout): Write[] {
  const rows = Math.max(0, ...Object.keys(tab.rowHeights).map(Number))
  const heights = Array.from({ length: rows }, (_, index) => tab.rowHeights[index + 1])
  return [
    ...sizeRuns(tab.columnWidths.slice(0, usedColumns(tab))).map(({ start, ...size }): Write => ({
      kind: 'columnWidth',
      tab: tab.name,
      column: start,
      ...size,
    })),
    ...sizeRuns(heights).map(({ start, ...size }): Write => ({
      kind: 'rowHeight',
      tab: tab.name,
      row: start,
      ...size,
    })),
  ]
}

function viewWrites(tab: TabLayout): Write[] {
  const isHidden = Array.from({ length: tab.columns }, (_, index) => tab.hiddenColumns.includes(index + 1))
  const hidden = equalRuns(isHidden).flatMap(({ start, count, value }): Write[] =>
    value ? [{ kind: 'hideColumns', tab: tab.name, column: start, count }] : [],
  )
  return tab.frozenRows > 0 ? [{ kind: 'freeze', tab: tab.name, rows: tab.frozenRows }, ...hidden] : hidden
}

/** Guidance on the cells; a note that is there already stays. */
function noteWrites(tab: TabLayout, present: readonly (readonly string[])[]): Write[] {
  const area = boundingArea(tab.cells.filter((cell) => cell.note !== undefined))
  if (!area) return []
  const guidance = tabNotes(tab)
  const notes = matrix(area, (position) => readAt(present, position) || readAt(guidance, position))
  return [{ kind: 'notes', tab: tab.name, row: area.row, column: area.column, notes }]
}

/** Restrictions on typing and the lock; setting them again changes nothing. */
export function guardWrites(tab: TabLayout): Write[] {
  const restrictions = tab.validations.map(({ area, kind, min, help }): Write => ({
    kind: 'validate',
    area: onTab(tab, area),
    rule: { kind, min, help },
  }))
  return [...restrictions, { kind: 'protect', tab: tab.name, open: tab.open.map((area) => onTab(tab, area)) }]
}

export function nameWrites(tab: TabLayout): Write[] {
  return tab.names.map(({ name, area }) => ({ kind: 'name', name, area: onTab(tab, area) }))
}

/** The writes that a copy of a tab does not need: it has their result already. */
function drawnWrites(tab: TabLayout, notes: readonly (readonly string[])[]): Write[] {
  return [
    ...formatWrites(tab),
    ...borderWrites(tab),
    ...mergeWrites(tab),
    ...sizeWrites(tab),
    ...viewWrites(tab),
    ...noteWrites(tab, notes),
  ]
}

/** Whether two tabs look the same: they differ only in contents, names and locks. */
export function isDrawnAlike(one: TabLayout, other: TabLayout): boolean {
  const drawn = (tab: TabLayout) => JSON.stringify([drawnWrites({ ...tab, name: '' }, []), tab.validations])
  return drawn(one) === drawn(other)
}

/**
 * Looks and structure of a tab whose contents stand already; `notes` are those it has. The names come last: a tab that
 * has them is complete.
 */
export function structureWrites(tab: TabLayout, notes: readonly (readonly string[])[]): Write[] {
  return [...drawnWrites(tab, notes), ...guardWrites(tab), ...nameWrites(tab)]
}
