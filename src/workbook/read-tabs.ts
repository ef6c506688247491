/** Reads single tabs: tables with their figures, texts, the lists of findings and of events. */
import type { CellId, TableId } from '../form'
import { readFigure, type CellValue } from '../report'
import { workbookWords as words } from '../words/workbook'
import type { TabOfPart } from './find-tabs'
import { labelSpec, normalised, type LabelSpec } from './labels'
import { lastNames, lastYearHeadings } from './last-year-tab'
import { locate } from './locate'
import { readTable } from './known-tables'
import type { TableReading, TableSite } from './read-table'
import { columnsOf, labelled, lastColumn, lastRow, positionsIn, rowsOf, type SheetView } from './sheet-view'
import { rangeNames } from './tab-frame'
import type { FindingsReading, ListReading, Position, ReadValue } from './types'

/** A cell's content as a figure: numbers as they are, text as it is written, a tick box or an error as text. */
function figureValue(value: ReadValue): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { raw: String(value) }
  return typeof value === 'boolean' ? { raw: value ? 'TRUE' : 'FALSE' } : readFigure(value)
}

export function textValue(value: ReadValue): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : String(value)
}

/** 2025, `2025年`, `２０２５`; null for anything else. */
export function yearValue(value: ReadValue): number | null {
  const match = /^\s*((?:19|20)\d{2})\s*(?:年|年度)?\s*$/.exec(String(value).normalize('NFKC'))
  return match ? Number(match[1]) : null
}

export function figuresAt(view: SheetView, places: ReadonlyMap<CellId, Position>): Record<CellId, CellValue> {
  return Object.fromEntries([...places].map(([id, position]) => [id, figureValue(view.valueAt(position))]))
}

/** Reads this year's table, which has a tab of its own. */
export function readThisYear(table: TableId, { view, areas }: TabOfPart): TableReading {
  const named = areas.get(rangeNames[table])
  return readTable(table, { view, area: named ?? view.whole, reach: view.whole, isExact: named !== undefined })
}

/** Finds one of last year's tables, which stand one below the other: by its named range, else between the headings. */
function lastYearSite(table: TableId, { view, areas }: TabOfPart): TableSite {
  const named = areas.get(lastNames[table])
  if (named) return { view, area: named, reach: rowsOf(view.whole, named.row, lastRow(named)), isExact: true }
  const headings = new Set(Object.values(lastYearHeadings).map(normalised))
  const headingRows = positionsIn(view.whole).flatMap((at) => (headings.has(view.labelAt(at)) ? [at.row] : []))
  const own = labelled(view, lastYearHeadings[table])
  const start = own?.row ?? lastRow(view.whole)
  const end = Math.min(lastRow(view.whole) + 1, ...headingRows.filter((row) => row > start))
  const area = rowsOf(view.whole, start + 1, end - 1)
  return { view, area, reach: area, isExact: false }
}

export const readLastYear = (table: TableId, tab: TabOfPart): TableReading => readTable(table, lastYearSite(table, tab))

/** Reads fields: the label is on the left, the value in the last column of the named range, else right of the label. */
export function readFields<Key extends string>(
  { view, areas }: TabOfPart,
  name: string,
  labels: Readonly<Record<Key, string>>,
): { places: Map<string, Position>; missing: LabelSpec[]; guessed: LabelSpec[] } {
  const named = areas.get(name)
  const area = named ?? view.whole
  const specs = Object.entries<string>(labels).map(([id, label]) => labelSpec({ id, label }))
  const ends = named ? { before: area.row - 1, after: lastRow(area) + 1 } : { before: Number.NaN, after: Number.NaN }
  const within = { view, extent: area, known: new Set<string>() }
  const located = locate(specs, { ...within, axis: 'row', area, reach: view.whole, ...ends })
  const column = named && named.columns > 1 ? lastColumn(named) : Math.min(...located.labelColumns) + 1
  const places = new Map([...located.at].map(([key, row]) => [key, { row, column }]))
  return { places, missing: [...located.missing, ...located.doubled.map(({ spec }) => spec)], guessed: located.guessed }
}

const isFilled = (view: SheetView) => (position: Position) => view.valueAt(position) !== ''

/** The text from the first cell of the input downwards: what was pasted over several rows is one text. */
export function textFrom(view: SheetView, { row, column }: Position): string {
  const area = columnsOf(rowsOf(view.whole, row, lastRow(view.whole)), column, lastColumn(view.whole))
  const lines = new Map<number, string>()
  for (const position of positionsIn(area).filter(isFilled(view))) {
    lines.set(position.row, (lines.get(position.row) ?? '') + textValue(view.valueAt(position)))
  }
  return [...lines.values()].join('\n')
}

/** The cells of a narrative: its text, and the hint of the last check. */
export function narrativePlaces({ view, areas }: TabOfPart, name: string): { text: Position; hint: Position } | null {
  const named = areas.get(name)
  const own = labelled(view, words.narrative.text)
  const check = labelled(view, words.narrative.check)
  const text = named ?? (own && { row: own.row, column: own.column + 1 })
  if (!text) return null
  const hint = { row: check?.row ?? text.row - 1, column: text.column }
  return { text: { row: text.row, column: text.column }, hint }
}

/** The list under the header row that has most of these labels. */
export function readList({ view, areas }: TabOfPart, name: string): ListReading | null {
  const named = areas.get(name)
  const own = new Set(
    Object.values(name === rangeNames.log ? words.log.columns : words.findings.columns).map(normalised),
  )
  const score = (row: number) =>
    positionsIn(rowsOf(view.whole, row, row)).filter((position) => own.has(view.labelAt(position))).length
  const rows = Array.from({ length: view.whole.rows }, (_, i) => i + 1)
  const headerRow = named?.row ?? rows.find((row) => score(row) * 2 > own.size)
  if (headerRow === undefined) return null
  const listed = columnsOf(rowsOf(view.whole, headerRow, lastRow(view.whole)), 1, own.size)
  const filled = positionsIn(listed).filter(isFilled(view))
  return { headerRow, lastRow: Math.max(headerRow, ...filled.map(({ row }) => row)) }
}

/** 校验结果 as it stands, with what people wrote about each finding. */
export function readFindingsList(tab: TabOfPart): FindingsReading | null {
  const list = readList(tab, rangeNames.findings)
  if (!list) return null
  const { view } = tab
  const header = positionsIn(rowsOf(view.whole, list.headerRow, list.headerRow))
  const columnOf = (label: string) => {
    const wanted = normalised(label)
    return header.find((at) => view.labelAt(at) === wanted)?.column ?? 0
  }
  const { fingerprint, opinion } = words.findings.columns
  const [key, text] = [columnOf(fingerprint), columnOf(opinion)]
  const opinions = new Map<string, string>()
  for (let row = list.headerRow + 1; row <= list.lastRow; row += 1) {
    const own = textValue(view.valueAt({ row, column: key }))
    const written = textValue(view.valueAt({ row, column: text }))
    if (own !== '' && written !== '') opinions.set(own, written)
  }
  return { ...list, opinions }
}
