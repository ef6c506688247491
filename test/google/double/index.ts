/** A double of the Google services that the bundle uses, over a plain workbook, in a bare context. For tests only. */
export { openHost } from './host'
export type { Host, MadeFile, RunOptions, RunResult } from './host'
export { readScriptFiles } from './script-files'
