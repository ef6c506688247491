export {
  a1,
  addressForms,
  areaA1,
  areaOf,
  columnLetters,
  firstCellOf,
  formatReference,
  parseArea,
  parseReference,
  quoteSheetName,
  sheetArea,
  type Corner,
  type Reference,
} from './address'
export { contains, encloses, overlaps, rectangles, without } from './areas'
export { copyRest, restPlace, textKeys, type TabSize } from './copy-rest'
export { freshness, type Freshness } from './freshness'
export { layout, tabContents, tabLooks, tabNotes } from './layout'
export { checkedCopy, findingsColumns, findingsRows, logColumns } from './list-tabs'
export { HINT_COLOUR, LABEL_COLOUR, MACHINE_COLOUR, looks } from './looks'
export { readWorkbook } from './read-workbook'
export {
  lastYearEntries,
  lastYearWrites,
  reportEntries,
  reportWrites,
  same,
  type AreaValues,
  type Entry,
} from './report-writes'
export { rangeNames } from './tab-frame'
export { totalCells } from './total-cells'
export { MOST_IN_CELL } from './types'
export type * from './types'
