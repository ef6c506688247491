/** The desk's host: runs the Google bundle over a workbook in this process. */
export { openHost } from './host'
export type { Host, HostOptions, RunOptions, RunResult } from './host'
