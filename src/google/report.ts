import { checkTabs, draftReport, reportDialog, reportFiles, reportWrites, tabNamed } from '../actions'
import type { MadeFile, OutputFile, ReportDraft, ReportMade } from '../actions'
import { menuWords, reportWords } from '../words/actions'
import { applyWrites } from './apply-writes'
import { alone } from './lock'
import { currentRun } from './run'
import { openWorkbook, readTabs } from './workbook-reader'
import type { OpenWorkbook } from './workbook-reader'

type DriveFile = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File

/** Bytes of Google's are signed. */
function blobOf({ content, contentType, name }: OutputFile): GoogleAppsScript.Base.Blob {
  if (typeof content === 'string') return Utilities.newBlob(content, contentType, name)
  const bytes = new Int8Array(content.buffer, content.byteOffset, content.length)
  return Utilities.newBlob([...bytes], contentType, name)
}

/** The advanced service, which a manifest put together by hand may lack. */
function driveFiles(): NonNullable<typeof Drive>['Files'] {
  if (typeof Drive === 'undefined') throw new Error(reportWords.noDrive)
  return Drive.Files
}

/** The files this script has made, as far as they are not in the bin. It sees no others. */
function ownFiles(): DriveFile[] {
  const { files } = driveFiles().list({ pageSize: 1000, fields: 'files(id,name,mimeType,trashed)' })
  return (files ?? []).filter(({ trashed }) => trashed !== true)
}

/** A file of the same name and kind is renewed, so that links to it stay; otherwise one is made. */
function save(file: OutputFile, present: readonly DriveFile[]): MadeFile {
  const { name, mimeType } = file
  const id = present.find((other) => other.name === name && other.mimeType === mimeType)?.id
  const fields = { fields: 'id,webViewLink' }
  const saved = id
    ? driveFiles().update({ name }, id, blobOf(file), fields)
    : driveFiles().create({ name, mimeType }, blobOf(file), fields)
  return { name, url: saved.webViewLink ?? '' }
}

/** Drive first, the entry in 流程记录 last: a run that was cut off is made again over the same files. */
function make({ spreadsheet, sheets, names }: OpenWorkbook, draft: ReportDraft): ReportMade {
  const isDraft = draft.errors.length > 0
  const { files, digest } = reportFiles(draft.report, isDraft)
  const present = ownFiles()
  const made = {
    files: files.map((file) => save(file, present)),
    digest,
    isDraft,
    counts: draft.counts,
    accepted: draft.accepted,
  }
  const log = tabNamed([...sheets.keys()], names, 'log')
  applyWrites(spreadsheet, sheets, reportWrites(made, log, currentRun()))
  return made
}

function isDraftWanted({ question }: ReportDraft): boolean {
  const ui = SpreadsheetApp.getUi()
  return ui.alert(menuWords.generate, question, ui.ButtonSet.YES_NO) === ui.Button.YES
}

/** 生成年度报告; null where there is nothing to make it of, or the person did not want a draft. */
export function runReport(): ReportMade | null {
  const workbook = openWorkbook()
  const draft = draftReport(readTabs(workbook, checkTabs))
  const ui = SpreadsheetApp.getUi()
  if (!draft.isOurs) {
    ui.alert(menuWords.generate, reportWords.notOurs, ui.ButtonSet.OK)
    return null
  }
  if (draft.errors.length > 0 && !isDraftWanted(draft)) return null
  const made = alone(menuWords.generate, () => make(workbook, draft))
  const page = HtmlService.createHtmlOutput(reportDialog(made)).setWidth(460).setHeight(240)
  ui.showModalDialog(page, menuWords.generate)
  return made
}
