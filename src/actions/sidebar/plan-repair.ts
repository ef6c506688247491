/** Repairs that a person chose: into the cells at once, or not at all. */
import { plainDigits, writtenForm, type CellValue } from '../../report'
import { a1, totalCells, type Area, type ReadValue, type WorkbookSnapshot } from '../../workbook'
import { sidebarWords as words } from '../../words/sidebar'
import { boundingArea, readAt } from '../areas'
import type { Assessment } from '../check/assess'
import { formulaWrites } from '../formula-writes'
import { logRow, logWrite } from '../log'
import type { Plan } from '../plan'
import type { Stamp } from '../stamp'
import { placeLabel } from '../place-label'
import { repairId, repairedCells, type RepairedCell } from './repaired-cells'
import { fitsProperty, undoWrite, type Undo } from './stored-undo'
import { valueWrites } from './undo'

interface CellToRepair extends RepairedCell {
  /** The tab's name as it is now. */
  tab: string
}

export interface ChosenRepairs {
  label: string
  cells: CellToRepair[]
  /** The areas whose formulas must be read before anything is written, one for each tab. */
  areas: { tab: string; area: Area }[]
}

const isApart = (cells: readonly RepairedCell[]) => new Set(cells.map(({ cell }) => cell)).size === cells.length

/**
 * The repairs with these ids; null if one is no longer offered. An id is made of the values that the repair replaces:
 * so a cell that holds something else by now is never overwritten.
 */
export function chooseRepairs({ repairs, reading }: Assessment, ids: readonly string[]): ChosenRepairs | null {
  const offered = new Map(repairs.map((repair) => [repairId(repair), repair]))
  const chosen = ids.flatMap((id) => offered.get(id) ?? [])
  const repaired = chosen.flatMap((repair) => repairedCells(repair, reading) ?? [])
  const placed = repaired.flatMap((cell): CellToRepair[] => {
    const tab = reading.tabs.get(cell.place.tab)
    return tab === undefined ? [] : [{ ...cell, tab }]
  })
  const wanted = chosen.reduce((sum, { changes }) => sum + changes.length, 0)
  if (ids.length === 0 || chosen.length < ids.length || placed.length < wanted || !isApart(placed)) return null
  const tabs = [...new Set(placed.map(({ tab }) => tab))]
  const areas = tabs.flatMap((tab) => {
    const area = boundingArea(placed.filter((cell) => cell.tab === tab).map(({ place }) => place))
    return area ? [{ tab, area }] : []
  })
  const [only] = chosen
  return { label: chosen.length === 1 && only ? only.label : words.several(chosen.length), cells: placed, areas }
}

/** The content to write into a cell; a text stays a text. */
const contentOf = (to: CellValue): ReadValue => (typeof to === 'number' ? to : to === null ? '' : `'${to.raw}`)

export interface RepairInput {
  assessment: Assessment
  snapshot: WorkbookSnapshot
  chosen: ChosenRepairs
  /** Formulas in R1C1 notation, one matrix for each of the chosen areas. */
  formulas: readonly (readonly (readonly (string | null)[])[])[]
  log: string | null
  stamp: Stamp
}

function formulaAt({ chosen, formulas }: RepairInput, { tab, place }: CellToRepair): string {
  const index = chosen.areas.findIndex((area) => area.tab === tab)
  const area = chosen.areas[index]?.area
  if (!area) return ''
  return readAt(formulas[index] ?? [], { row: place.row - area.row + 1, column: place.column - area.column + 1 }) ?? ''
}

function undoFor(input: RepairInput): Undo {
  const { snapshot, chosen, stamp } = input
  const cells = chosen.cells.map((repaired) => {
    const { cell, tab, place, to } = repaired
    const values = snapshot.tabs.find(({ name }) => name === tab)?.values ?? []
    const now = typeof to === 'number' ? to : writtenForm(to)
    return { cell, was: readAt(values, place), formula: formulaAt(input, repaired), now }
  })
  return { time: stamp.time, user: stamp.user, label: chosen.label, cells }
}

const shown = (value: CellValue): string =>
  words.from(typeof value === 'number' ? plainDigits(value) : writtenForm(value))

/** No writes if it cannot be done. The first write remembers what is replaced, the last one tells it in the log. */
export function planRepair(input: RepairInput): Plan {
  const { assessment, snapshot, chosen, log, stamp } = input
  const totals = new Map(totalCells(assessment.reading, snapshot).map((total) => [total.cell, total.formulaR1C1]))
  const undo = undoFor(input)
  const restored = chosen.cells.flatMap(({ cell, tab, place, isFormula }) => {
    const formulaR1C1 = isFormula ? totals.get(cell) : undefined
    return formulaR1C1 === undefined ? [] : [{ cell, tab, a1: a1(place), formulaR1C1 }]
  })
  const isRestored = new Set(restored.map(({ cell }) => cell))
  const typed = chosen.cells.filter(({ cell }) => !isRestored.has(cell))
  if (typed.some((repaired) => totals.has(repaired.cell) && formulaAt(input, repaired) !== '')) {
    return { writes: [], message: words.isFormula }
  }
  if (!fitsProperty(undo)) return { writes: [], message: words.tooLong }
  const changes = chosen.cells.map(({ cell, from, to }) => words.change(placeLabel(cell), shown(from), shown(to)))
  const contents = typed.map(({ tab, place, to }) => ({ tab, at: place, value: contentOf(to) }))
  return {
    writes: [
      undoWrite(undo),
      ...valueWrites(contents),
      ...formulaWrites(restored),
      ...logWrite(log, logRow(stamp, { event: words.applyEvent, detail: changes.join('\n') })),
    ],
    message: words.applied(changes),
  }
}
