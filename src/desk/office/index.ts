/** A workbook that people have open together: edits, runs, undo, comments, history, and who is there. */
export { NewerCells, OfficeError } from './error'
export type { OfficeProblem } from './error'
export { Office } from './office'
export { openOffice } from './open-office'
export type { OfficeOptions } from './options'
export { captionOf } from './version-contents'
