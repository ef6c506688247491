/** Every command, written once against `Host`, and what hosts need to carry one out. */
export { checkWorkbook, type Checked } from './commands/check'
export { marksAfterEdit } from './commands/edit'
export { enteredFigure, figureCells, isFormTab } from './entered'
export { applyImport, importLastYear, importPublished, previewImport } from './commands/import'
export type { ApplyRequest, ImportDone, ImportRequest, ImportShown } from './commands/import'
export { menuItems } from './commands/menu'
export { insertField, makeSketch, refreshFields, showSketch, showFields, useField } from './commands/narrative'
export type { ToolUpdate } from './commands/narrative'
export { areFindingsFresh, goToCell } from './commands/open-sidebar'
export { generateReport } from './commands/report'
export {
  acceptFinding,
  applyRepair,
  refreshFindings,
  showFindings,
  undoRepair,
  viewFindings,
  withdrawAcceptance,
} from './commands/sidebar'
export type { SidebarUpdate } from './commands/sidebar'
export { initTemplate } from './commands/template'
export { restoreTotals } from './commands/totals'
export { fillZeros } from './commands/zeros'
export type {
  Dialog,
  Host,
  Progress,
  Question,
  ReadRequest,
  ReadTab,
  Reply,
  SelectedCell,
  WorkbookRead,
  WorkbookSettings,
} from './host'

export { acceptedReasons } from './sidebar/verdicts'
export { assess } from './check/assess'
export { checkTabs, markedTabs } from './check/plan-check'
export { renewedMarks } from './check/renew-marks'
export { checkText, type TextCheck } from './narrative/check-text'
export { fieldOffers, type FieldOffer } from './narrative/offers'
export { foreignFigures, type ImportItem } from './import/items'
export type { ImportPreview } from './import/preview'
export type { ImportResult } from './import/plan-import'
export { knownCells, type KnownCell } from './place-label'
export { openImport } from './import/source'
export type { HandedIn, ImportedReport } from './import/source'
export { reportDialog } from './report/dialog'
export type { CommentSource, OpenComment, OpenComments, Unread, WhyUnread } from './report/open-comments'
export type { MadeFile, OutputFile } from './report/files'
export type { ReportMade } from './report/plan-report'
export type { Sidebar } from './sidebar/sidebar'
export { tabNamed, tabsToRead, trimmed } from './tabs'
export type { TemplateRequest } from './template/filling'
export type { FormatProperty, FormatValue, TabArea, Write } from './plan'
export type { Stamp } from './stamp'
export { logRow, logWrite, type LogEntry } from './log'

/** The rest of the core that src/google needs, which imports from here only. */
export { fingerprintOf } from '../checks'
export { escaped } from './escaped'
export { failureText } from './sidebar/failure'
export { tag, text } from './sidebar/markup'
export { areaA1, parseArea } from '../workbook'
export type { ReadRows, ReadValue, TabKey, TabSnapshot } from '../workbook'
