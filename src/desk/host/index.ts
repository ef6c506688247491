/** The desk's host: runs the Google bundle over a workbook in this process. */
export { openHost } from './host'
export { LiveHost } from './live'
export type { Kept, LiveResult } from './live'
export type { DeskFile, Host, HostOptions, RunOptions, RunResult } from './host'
