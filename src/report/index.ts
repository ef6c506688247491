export {
  isBlank,
  numberOf,
  plainDigits,
  sumExactly,
  writtenForm,
  type CellValue,
  type Meaning,
} from './cell-value'
export { parseReport, printReport, ReportShapeError } from './json'
export { isExactDecimal, meaningOf, readFigure } from './read-figure'
export { emptyReport, withFigures, type Narrative, type Report, type UnplacedRow } from './report'
export { derivedTotals, totals } from './totals'
