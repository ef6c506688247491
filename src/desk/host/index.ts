/** The desk's host: runs the Google bundle over a workbook in this process. */
export { openHost } from './host'
export { LiveHost } from './live'
export { readScriptFiles } from './script-files'
export type { ScriptFiles } from './script-files'
export type { Ahead, Kept, LiveResult } from './live'
export type { DeskFile, Host, HostOptions, RunOptions, RunResult } from './host'
