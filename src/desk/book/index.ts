/** The desk's workbook: a plain value, the operations on it, and its formulas. */
export { contentsFor, quoteOf, saidIn } from './comment-quote'
export type {
  Area,
  Book,
  BookPatch,
  Cell,
  CellStyle,
  Comment,
  CommentChange,
  DateValue,
  NamedArea,
  Protection,
  Scalar,
  Sheet,
  Validation,
} from './model'
export { Calculator, recalculate } from './calculator'
export { changeStyle, isCovered, putEntry } from './cell-entry'
export {
  cellAt,
  cellKey,
  changeCell,
  eachCell,
  eachPosition,
  mapCells,
  mapPositions,
  positionOf,
  sheetNamed,
  usedSize,
} from './cells'
export { commentById, diffComments } from './comments'
export { contentOf } from './content'
export { momentOfShown, serialOf, shownTime, wallTimeOf, yearOf } from './dates'
export { displayValue } from './display'
export { readEntry } from './entry'
export type { Entry } from './entry'
export { isOwnFormula } from './formula/own'
export { fromR1C1, shiftFormula, toR1C1 } from './formula/references'
export { isTotalAt, isTotalEntry, lockOn, protectionAt } from './locks'
export { packCells, unpackCells } from './packed'
export { applyPatch, copyBook, diffBooks, isEmptyPatch, Tracker } from './patch'
export type { BookChange } from './patch'
export { ofCells } from './of-cells'
export { same } from './same'
export { recalculated } from './recalculated'
export { isDoubtful, renewResults } from './results'
export type { StaleResult } from './results'
export { deleteSheet, insertSheet, newBook, renameSheet } from './sheets'
export { changeLines } from './structure'
export type { Axis, LineChange } from './structure'
