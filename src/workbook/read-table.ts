/** Finds the cell of every figure of a table by its labels. */
import type { CellId, TableId } from '../form'
import { groups, labelSpec, otherLabels, parts, tableTexts, type LabelSpec, type PartSpec } from './labels'
import { locate, rowsWith, type Located } from './locate'
import { columnsOf, lastColumn, lastRow, positionsIn, rowsOf, type SheetView } from './sheet-view'
import { edition2021 as form } from '../form'
import { workbookWords } from '../words/workbook'
import type { Area, Position } from './types'

const words = workbookWords.layoutFinding

export type Axis = 'row' | 'column'

/** What was found of a table, and what is wrong with its labels. */
export interface TableReading {
  area: Area
  places: Map<CellId, Position>
  missing: { axis: Axis; label: string }[]
  doubled: { axis: Axis; label: string; lines: number[] }[]
  guessed: { axis: Axis; label: string }[]
  moved: { axis: Axis; label: string }[]
  /** Headings that are missing. No figure depends on them. */
  headings: string[]
  /** Rows and columns among the figures that the official table does not have, and what stands in them. */
  extraRows: number[]
  extraColumns: number[]
  strays: Position[]
}

export interface TableSite {
  view: SheetView
  /** Where the table stands. */
  area: Area
  /** Where its labels are looked for when the area lacks them. */
  reach: Area
  /** The area is the table's own, from its first header cell to its last figure. */
  isExact: boolean
}

const emptyReading = (area: Area): TableReading => ({
  area,
  places: new Map(),
  missing: [],
  doubled: [],
  guessed: [],
  moved: [],
  headings: [],
  extraRows: [],
  extraColumns: [],
  strays: [],
})

function note(reading: TableReading, axis: Axis, located: Located): void {
  reading.missing.push(...located.missing.map(({ shown }) => ({ axis, label: shown })))
  reading.doubled.push(...located.doubled.map(({ spec, lines }) => ({ axis, label: spec.shown, lines })))
  reading.guessed.push(...located.guessed.map(({ shown }) => ({ axis, label: shown })))
  reading.moved.push(...located.moved.map(({ shown }) => ({ axis, label: shown })))
}

const blankOr = (line: number | undefined, otherwise: number): number => line ?? otherwise

/** Rows of the table that belong to each part: from its heading, or the end of the part before, to the next one. */
function partRows(site: TableSite, specs: readonly PartSpec[]): { area: Area; reach: Area }[] {
  if (specs.length === 1) return [{ area: site.area, reach: site.reach }]
  const starts = specs.map((part, i) => {
    const [heading] = part.heading ? rowsWith(site.view, site.area, [part.heading]) : []
    const earlier = specs.slice(0, i).flatMap(({ rows }) => rows)
    const before = Math.max(site.area.row - 1, ...rowsWith(site.view, site.area, earlier))
    return blankOr(heading, before + 1)
  })
  return specs.map((_, i) => {
    const last = i + 1 < starts.length ? blankOr(starts[i + 1], 0) - 1 : lastRow(site.area)
    const area = rowsOf(site.area, blankOr(starts[i], 0), last)
    return { area, reach: { ...area, columns: site.reach.columns, column: site.reach.column } }
  })
}

const lead = labelSpec({ id: 'lead', label: form.table2.leadLabel })

function readPart(table: TableId, site: TableSite, part: PartSpec, reading: TableReading): void {
  const { view, area, reach } = site
  const headerRows = rowsWith(view, area, [...part.columns, lead])
  const after = site.isExact ? lastRow(area) + 1 : Number.NaN
  const within = { view, extent: area, known: tableTexts[table] }
  const rows = locate(part.rows, { ...within, axis: 'row', area, reach, before: Math.max(...headerRows), after })
  note(reading, 'row', rows)
  const firstFigures = Math.min(lastRow(area) + 1, ...rows.at.values())
  const band = (of: Area) => rowsOf(of, area.row, firstFigures - 1)
  const columns = locate(part.columns, {
    ...within,
    axis: 'column',
    area: band(area),
    reach: band(reach),
    before: Math.max(...rows.labelColumns),
    after: site.isExact ? lastColumn(area) + 1 : Number.NaN,
  })
  note(reading, 'column', columns)
  for (const [rowKey, row] of rows.at) {
    for (const [columnKey, column] of columns.at) {
      reading.places.set(`${table}.${rowKey}.${columnKey}`, { row, column })
    }
  }
}

/**
 * The row with the figures of table 4. It has no label: it is the last row of the table, unless another row below the
 * headers is filled.
 */
function figuresRow(site: TableSite, headerEnd: number): number | null {
  const { view, area } = site
  const last = site.isExact ? lastRow(area) : Math.max(headerEnd + 1, lastRow(area))
  const filled = (row: number) => positionsIn(rowsOf(area, row, row)).some((position) => view.valueAt(position) !== '')
  const candidates = Array.from({ length: Math.max(0, last - headerEnd) }, (_, i) => headerEnd + 1 + i)
  const used = candidates.filter(filled)
  if (used.length > 1 || candidates.length === 0) return null
  return used[0] ?? (site.isExact ? last : headerEnd + 1)
}

/**
 * A group ends where the label of the next one stands. If that label is missing, nothing tells the end: both groups
 * have the same columns.
 */
function isEndless(i: number, located: Located): boolean {
  const next = groups[i + 1]
  return next !== undefined && !located.at.has(next.key)
}

function readGroups(site: TableSite, reading: TableReading): void {
  const { view, area, reach } = site
  const all: LabelSpec[] = groups.flatMap((group) => [group, ...group.columns])
  const headerEnd = Math.max(area.row - 1, ...rowsWith(view, area, all))
  const row = figuresRow(site, headerEnd)
  const band = (of: Area) => rowsOf(of, area.row, headerEnd)
  const edges = { before: area.column - 1, after: lastColumn(area) + 1 }
  const shared = { view, axis: 'column', extent: area, known: tableTexts.table4 } as const
  const located = locate(groups, { ...shared, area: band(area), reach: band(reach), ...edges })
  note(reading, 'column', located)
  if (row === null) reading.missing.push({ axis: 'row', label: '' })
  const starts = [...located.at.values(), lastColumn(area) + 1].sort((a, b) => a - b)
  for (const [i, group] of groups.entries()) {
    const start = located.at.get(group.key)
    if (start === undefined) continue
    if (isEndless(i, located)) {
      reading.missing.push({ axis: 'column', label: words.endOf(group.shown) })
      continue
    }
    const end = blankOr(starts[starts.indexOf(start) + 1], start)
    const within = columnsOf(band(area), start, end - 1)
    const bounds = { before: start - 1, after: end }
    const columns = locate(group.columns, { ...shared, area: within, reach: within, ...bounds })
    note(reading, 'column', columns)
    // A group that was found by its position alone, and lacks a column there, may be its neighbour's columns.
    const isDoubtful = located.guessed.includes(group) && columns.missing.length > 0
    if (row === null || isDoubtful) continue
    for (const [key, column] of columns.at) reading.places.set(`table4.${group.key}.${key}`, { row, column })
  }
}

function missingHeadings(table: TableId, { view, reach }: TableSite): string[] {
  const labels = positionsIn(reach).map((position) => view.labelAt(position))
  return otherLabels[table].flatMap(({ text, count }) => {
    const spec = labelSpec({ id: text, label: text })
    return labels.filter((label) => spec.names.has(label)).length < count ? [text] : []
  })
}

const span = (lines: readonly number[]): number[] => {
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return lines.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Finds rows and columns among the figures that the form does not have, and values where the table has no figure. */
function findExtras(table: TableId, { view, area }: TableSite, reading: TableReading): void {
  const places = [...reading.places.values()]
  const figureRows = new Set(places.map(({ row }) => row))
  const figureColumns = new Set(places.map(({ column }) => column))
  const isKnown = (position: Position) => tableTexts[table].has(view.labelAt(position))
  const firstColumn = Math.min(...figureColumns)
  const hasKnown = (of: Area) => positionsIn(of).some(isKnown)
  reading.extraRows = span([...figureRows]).filter((row) => !figureRows.has(row) && !hasKnown(rowsOf(area, row, row)))
  reading.extraColumns = span([...figureColumns]).filter(
    (column) => !figureColumns.has(column) && !hasKnown(columnsOf(area, column, column)),
  )
  const taken = new Set(places.map(({ row, column }) => `${row},${column}`))
  reading.strays = positionsIn(area).filter((position) => {
    const { row, column } = position
    const isAmongFigures = column >= firstColumn && (figureRows.has(row) || reading.extraRows.includes(row))
    return isAmongFigures && !taken.has(`${row},${column}`) && view.valueAt(position) !== '' && !isKnown(position)
  })
}

/** Finds a table's figures; a figure that cannot be placed for certain has no place. */
export function findTable(table: TableId, site: TableSite): TableReading {
  const reading = emptyReading(site.area)
  if (table === 'table4') readGroups(site, reading)
  else {
    const specs = parts[table]
    partRows(site, specs).forEach((at, i) => {
      const part = specs[i]
      if (part) readPart(table, { ...site, ...at }, part, reading)
    })
  }
  reading.headings = missingHeadings(table, site)
  findExtras(table, site, reading)
  return reading
}
