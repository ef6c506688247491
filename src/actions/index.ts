/** Menu actions, and the operations that a host runs by itself; a host imports from here only. */
export { checkTabs, markedTabs, planCheck } from './check/plan-check'
export type { CheckPlan, CheckReading } from './check/plan-check'
export { findTypedTotals, isInterrupted, planTotals, planUnfinished, stillTyped, totalTabs } from './totals/plan-totals'
export type { Decision, TotalsReading, TypedTotals } from './totals/plan-totals'
export { editedTab, markedTab } from './on-edit'
export { draftReport, reportDialog, reportFiles, reportWrites } from './report/plan-report'
export type { MadeFile, OutputFile, ReportDraft, ReportMade } from './report/plan-report'
export { importedHtml, importPage, previewHtml } from './import/page'
export { planImport, type ImportResult } from './import/plan-import'
export { prepareImport, previewOf, type ImportPreview, type Prepared } from './import/preview'
export { openImport, type HandedIn, type ImportedReport } from './import/source'
export type { ImportItem } from './import/items'
export { assess } from './check/assess'
export { draftHtml, fieldsHtml } from './narrative/page'
export { fieldOffers, planReplacement, type FieldOffer } from './narrative/offers'
export { planDraft, planInsertion } from './narrative/plan-narrative'
export { sidebarHtml, sidebarPage, toolPage } from './sidebar/page'
export { chooseRepairs, planRepair } from './sidebar/plan-repair'
export { bannerPlace, freshnessTold, lastCheck, sidebarOf } from './sidebar/sidebar'
export type { Sidebar } from './sidebar/sidebar'
export { planUndo } from './sidebar/undo'
export { acceptedReasons, planVerdict } from './sidebar/verdicts'
export { tabNamed, tabsToRead, templateTabs, trimmed } from './tabs'
export { planTemplate, type TemplateReading } from './template/plan-template'
export type { TabAsIs } from './template/repair-tab'
export type { TemplateRequest } from './template/filling'
export { changedTabs } from './plan'
export type { FormatProperty, FormatValue, Plan, TabArea, Write } from './plan'
export type { Run } from './run'
export { logRow } from './log'

export { applyRepair, check } from '../checks'
export type { CheckResult, Finding } from '../checks'
export { documentOf, toDocx, toHtml, toText } from '../document'
export {
  EmptySourceError,
  encodingFindings,
  openZip,
  read,
  readSheets,
  readSource,
  UnreadableSourceError,
} from '../intake'
export type { Reading, SheetGrid } from '../intake'
export { claims, filledReport } from '../narrative'
export { printReport, ReportShapeError, totals } from '../report'
export type { Report } from '../report'
export { areaA1, layout, readWorkbook, reportWrites as fillWrites } from '../workbook'
export type { ReadValue, TabKey, WorkbookReading, WorkbookSnapshot } from '../workbook'
