/** The workbook on the disk: what is acknowledged is never lost, and the file is always whole. */
export { cellChanges, cellName } from './changes'
export { StoreError } from './error'
export { entriesOf, examineJournal, journalFiles, journalState } from './examine'
export { journalOf } from './journal'
export { lockWorkbook } from './lock'
export { openStore } from './open'
export type { Opened } from './open'
export type { NewEntry, PatchEntry, Store } from './store'
