/** A workbook that people have open together: edits, runs, undo, comments, history, and who is there. */
export { NewerCells, OfficeError } from './error'
export type { OfficeProblem } from './error'
export { Office, openOffice } from './office'
export type { OfficeOptions } from './options'
