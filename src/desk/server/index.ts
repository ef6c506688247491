/** The desk's server: people's browsers on one side, the open workbook on the other. */
export { DeskError } from './problem'
export { homeFolder } from './folders'
export { ownName } from './own-name'
export { hasScreen, openBrowser } from './open-browser'
export { startDesk } from './start-desk'
export type { RunningDesk, StartOptions } from './start-desk'
export type { MadeWorkbook, NewWorkbook } from './desk-state'
