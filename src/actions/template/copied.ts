/** A spreadsheet that was copied together with its contents: how it is known, and what 新建 empties. */
import type { NarrativeId } from '../../form'
import { findingsRows, layout, rectangles, tabContents } from '../../workbook'
import type { ListReading, Position, ReadValue, SpotName, TabLayout, WorkbookReading } from '../../workbook'
import { matrix, readAt } from '../areas'
import { checkState } from '../check/check-state'
import { markWrites } from '../check/mark-writes'
import { layoutColours } from '../check/marked-cells'
import { markedTabs } from '../check/plan-check'
import { withoutMark } from '../note-mark'
import type { Write } from '../plan'
import { isCopied, propertyNames, type Properties } from '../properties'
import type { TemplateReading } from './reading'
import { isMoved, type TabAsIs } from './repair-tab'

/** 新建 begins with blank inputs, 继续 keeps everything. */
export type CopyChoice = 'anew' | 'continued'

/** Where a host does not copy properties, a copy has our named ranges and knows of no program that made them. */
export function hasLostProperties({ settings, properties, names }: TemplateReading): boolean {
  const isNoted = propertyNames.spreadsheet in properties || propertyNames.version in properties
  const ours = new Set(layout().tabs.flatMap((tab) => tab.names.map(({ name }) => name)))
  return (settings?.id ?? '') !== '' && !isNoted && names.some(({ name }) => ours.has(name))
}

export const isCopy = (reading: TemplateReading): boolean =>
  isCopied(reading.properties, reading.settings?.id ?? '') || hasLostProperties(reading)

const key = ({ row, column }: Position): string => `${row},${column}`
const area = (cell: Position & { rows: number; columns: number }): Position[] => matrix(cell, (at) => at).flat()

/** Labelled inputs of a tab, in the order in which the layout has them. */
const spotsOf: Partial<Record<TabLayout['key'], readonly SpotName[]>> = {
  basics: ['unit', 'year'],
  lastYear: ['lastYear'],
}

/** How far the inputs of a tab stand from where the layout has them: lines may have been put in above. */
function shiftOf(tab: TabLayout, laidOut: readonly Position[], { spots }: WorkbookReading): Position {
  for (const [index, spot] of (spotsOf[tab.key] ?? []).entries()) {
    const [place, home] = [spots.get(spot), laidOut[index]]
    if (place && home) return { row: place.row - home.row, column: place.column - home.column }
  }
  return { row: 0, column: 0 }
}

/** Where a figure is; where nothing tells, and the tab stands as laid out, the layout's cell. */
function figurePlaces(tab: TabLayout, reading: WorkbookReading): Position[] {
  const places = tab.key === 'lastYear' ? reading.lastYearPlaces : reading.places
  const isAsLaidOut = !isMoved(tab, reading)
  return tab.cells.flatMap((cell) => {
    if (cell.figure === undefined) return []
    const { row, column } = cell
    return places.get(cell.figure) ?? (isAsLaidOut ? { row, column } : [])
  })
}

/** Inputs, and totals that somebody typed. */
function inputsOf(tab: TabLayout, present: TabAsIs, reading: WorkbookReading): Position[] {
  const laidOut = tab.cells.filter(({ isInput, figure }) => isInput && figure === undefined).flatMap(area)
  const shift = shiftOf(tab, laidOut, reading)
  const others = laidOut.map(({ row, column }) => ({ row: row + shift.row, column: column + shift.column }))
  const figures = figurePlaces(tab, reading).filter((place) => readAt(present.formulas, place) === '')
  return [...figures, ...others]
}

/** From a cell to the end of the tab, downwards and to the right. */
function toTheEnd({ values }: TabAsIs, { row, column }: Position): Position[] {
  const rows = values.length - row + 1
  const columns = Math.max(0, ...values.map((line) => line.length)) - column + 1
  return rows > 0 && columns > 0 ? area({ row, column, rows, columns }) : []
}

/** As much as is read as the text, which runs on to the end of the tab; and the hint of a check. */
function textCells(tab: TabLayout, key: NarrativeId, present: TabAsIs, reading: WorkbookReading): Position[] {
  const first = reading.spots.get(key) ?? tab.cells.find(({ isInput }) => isInput)
  const hint = reading.hints.get(key)
  return [...(first ? toTheEnd(present, first) : []), ...(hint ? [hint] : [])]
}

/** The list below its header; one whose labels are gone stands as laid out. */
function listCells(tab: TabLayout, present: TabAsIs, list: ListReading | null): Position[] {
  const headerRow = list?.headerRow ?? tab.names[0]?.area.row
  return headerRow === undefined ? [] : toTheEnd(present, { row: headerRow + 1, column: 1 })
}

function ownCells(tab: TabLayout, present: TabAsIs, reading: WorkbookReading): Position[] {
  switch (tab.key) {
    case 'findings':
      return listCells(tab, present, reading.findingsList)
    case 'log':
      return listCells(tab, present, reading.log)
    case 'overview':
    case 'problems':
    case 'other':
      return textCells(tab, tab.key, present, reading)
    default:
      return inputsOf(tab, present, reading)
  }
}

/** The cells of a tab that hold what people or a check have written. */
function writtenCells(tab: TabLayout, present: TabAsIs, reading: WorkbookReading): Position[] {
  const cells = new Map(ownCells(tab, present, reading).map((cell) => [key(cell), cell]))
  return [...cells.values()].filter(
    (cell) => readAt(present.values, cell) !== '' || readAt(present.formulas, cell) !== '',
  )
}

/** What stands above the list of findings is set back to “尚未校验”. */
function headWrites(tab: TabLayout, present: TabAsIs, { findingsList }: WorkbookReading): Write[] {
  if (tab.key !== 'findings' || !findingsList) return []
  const { summary, banner, header } = findingsRows
  const contents = tabContents(tab)
  const values = [summary, banner].map((row) => [readAt(contents, { row, column: 1 })])
  return [{ kind: 'values', tab: present.name, row: findingsList.headerRow - header + summary, column: 1, values }]
}

function blankWrites({ name }: TabAsIs, cells: readonly Position[]): Write[] {
  return rectangles(cells).map((block) => {
    const { row, column } = block
    return { kind: 'values', tab: name, row, column, values: matrix(block, (): ReadValue => '') }
  })
}

/** Colours and lines in notes that a check has set. */
function unmarked(tab: TabLayout, present: TabAsIs, reading: WorkbookReading, properties: Properties): Write[] {
  if (!markedTabs.some((marked) => marked === tab.key)) return []
  const coloured = checkState(properties).coloured[present.name] ?? {}
  const base = () => layoutColours(reading, tab.key)
  return markWrites({ tab: present.name, notes: present.notes, wanted: new Map(), coloured, base })
}

function emptied(present: TabAsIs, cells: readonly Position[]): TabAsIs {
  const gone = new Set(cells.map(key))
  const blanked = <T>(lines: readonly (readonly T[])[], blank: T): T[][] =>
    lines.map((line, r) => line.map((one, c) => (gone.has(key({ row: r + 1, column: c + 1 })) ? blank : one)))
  return {
    name: present.name,
    values: blanked<ReadValue>(present.values, ''),
    formulas: blanked(present.formulas, ''),
    notes: present.notes.map((line) => line.map(withoutMark)),
  }
}

interface OwnTab {
  tab: TabLayout
  present: TabAsIs
  cells: Position[]
}

function ownTabs(reading: TemplateReading, workbook: WorkbookReading): OwnTab[] {
  return layout().tabs.flatMap((tab): OwnTab[] => {
    const name = workbook.tabs.get(tab.key)
    const present = reading.tabs.find((one) => one.name === name)?.read
    return present ? [{ tab, present, cells: writtenCells(tab, present, workbook) }] : []
  })
}

/** A blank master is copied for each office, maybe with unit and year: there is nothing to choose then. */
export const hasContents = (reading: TemplateReading, workbook: WorkbookReading): boolean =>
  ownTabs(reading, workbook).some(({ tab, cells }) => tab.key !== 'basics' && cells.length > 0)

/** What 新建 does first, and the workbook as it is then. */
export function emptyWorkbook(
  reading: TemplateReading,
  workbook: WorkbookReading,
): { writes: Write[]; reading: TemplateReading } {
  const own = ownTabs(reading, workbook)
  const writes = own.flatMap(({ tab, present, cells }) => [
    ...unmarked(tab, present, workbook, reading.properties),
    ...blankWrites(present, cells),
    ...headWrites(tab, present, workbook),
  ])
  const after = new Map(own.map(({ present, cells }) => [present.name, emptied(present, cells)]))
  const tabs = reading.tabs.map((tab) => ({ ...tab, read: after.get(tab.name) ?? tab.read }))
  return { writes, reading: { ...reading, tabs } }
}
