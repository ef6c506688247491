/**
 * The workbook's formulas. Only functions that Excel, WPS, LibreOffice and Google Sheets share, and the desk computes:
 * IF, COUNT, COUNTA, SUM, SUMPRODUCT, IFERROR, EXACT.
 */
import { workbookWords as words } from '../words/workbook'
import { areaA1, areaR1C1, sheetArea } from './address'
import { cellArea, rectangles, straightRuns } from './areas'
import type { Area, Position } from './types'

const list = (areas: readonly Area[], write: (area: Area) => string): string => areas.map(write).join(',')

const sumUnlessBlank = (range: string): string => `=IF(COUNT(${range})=0,"",SUM(${range}))`

/** The sum of the addends, blank while all of them are: blank is not 0. */
export function totalFormula(addends: readonly Position[]): string {
  return sumUnlessBlank(list(straightRuns(addends), areaA1))
}

/**
 * The same formula in R1C1 notation. It is equal for all totals whose addends stand in the same direction and distance.
 */
export function totalFormulaR1C1(addends: readonly Position[], at: Position): string {
  return sumUnlessBlank(list(straightRuns(addends), (area) => areaR1C1(area, at)))
}

/**
 * Left side minus right side of an identity, blank while all its cells are. `all`: these cells and those that their totals
 * are made of. A text among them, as 12件, counts in no sum: the difference would be none of the figures', so words stand
 * there instead.
 */
export function balanceFormula(
  left: readonly Position[],
  right: readonly Position[],
  all: readonly Position[],
): string {
  const write = (positions: readonly Position[]) => list(straightRuns(positions), areaA1)
  const areas = rectangles(all).map(areaA1)
  const filled = areas.map((area) => `SUMPRODUCT(--(${area}<>""))`).join('+')
  const difference = `IF(COUNT(${write([...left, ...right])})=0,"",SUM(${write(left)})-SUM(${write(right)}))`
  return `=IF(${filled}>COUNT(${areas.join(',')}),"${words.balanceUnknown}",${difference})`
}

/** `某某局2025年度`, from unit and year on 基本信息. */
export function subtitleFormula(basicsTab: string, unit: Position, year: Position): string {
  const at = (position: Position) => sheetArea(basicsTab, cellArea(position))
  const { noUnit, yearSuffix } = words.subtitle
  return `=IF(${at(unit)}="","${noUnit}",${at(unit)})&IF(${at(year)}="","",${at(year)}&"${yearSuffix}")`
}

/** Cells that a check looks at, and their copy: an area of the same size with the contents they had, as text. */
export interface Watched {
  tabName: string
  area: Area
  /** On the tab that holds the formula. */
  copy: Area
}

/**
 * Tells whether a watched cell has changed since it was copied. An area that was cut, widened or deleted no longer has
 * the size of its copy. That is an error in every host, and the formula tells it as a change of layout.
 */
export function freshnessFormula(ownTab: string, watched: readonly Watched[]): string {
  const { fresh, stale, layoutChanged } = words.findings
  const changes = watched.map(
    ({ tabName, area, copy }) => `SUMPRODUCT(--(${sheetArea(tabName, area)}&""<>${sheetArea(ownTab, copy)}&""))`,
  )
  return `=IFERROR(IF(${changes.join('+')}=0,"${fresh}","${stale}"),"${layoutChanged}")`
}

/**
 * How many cells are filled that should be blank, and how many differ from their copy in upper or lower case alone:
 * `<>` does not tell those apart.
 */
export function restFormula(
  ownTab: string,
  blank: readonly { tabName: string; area: Area }[],
  cased: readonly Watched[],
): string {
  const areas = blank.map(({ tabName, area }) => sheetArea(tabName, area))
  const filled = areas.length > 0 ? [`COUNTA(${areas.join(',')})`] : []
  const changed = cased.map(
    ({ tabName, area, copy }) => `SUMPRODUCT(1-EXACT(${sheetArea(tabName, area)}&"",${sheetArea(ownTab, copy)}&""))`,
  )
  return `=${[...filled, ...changed].join('+') || '0'}`
}
