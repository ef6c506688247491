export { isBlank, numberOf, plainDigits, writtenForm, type CellValue, type Meaning, type Written } from './cell-value'
export { isExactDecimal, meaningOf, readFigure } from './read-figure'
export { emptyReport, withFigures, type Narrative, type Report, type UnplacedRow } from './report'
export { derivedTotals, totals } from './totals'
