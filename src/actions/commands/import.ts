/** 导入上年报告 and 从已发布文本导入: a dialog that shows what it will change before it does. */
import type { TabKey } from '../../workbook'
import { importWords as words, type ImportTarget } from '../../words/import'
import { done, type Host, type Progress } from '../host'
import { importedHtml, importDialog, previewHtml } from '../import/dialog'
import { planImport, type ImportResult } from '../import/plan-import'
import { prepareImport, previewOf, type ImportPreview, type Prepared } from '../import/preview'
import { openImport, type HandedIn, type ImportedReport } from '../import/source'
import { tabNamed } from '../tabs'

export interface ImportRequest {
  into: ImportTarget
  source: HandedIn | ImportedReport
  /** Ids of the placements chosen for rows that have several. */
  choices?: readonly string[]
}

export interface ApplyRequest extends ImportRequest {
  /** Ids of the preview's items. */
  ticks: readonly string[]
}

export interface ImportShown {
  /** To be sent again with the next request. */
  source: ImportedReport
  preview: ImportPreview
  html: string
}

export interface ImportDone extends ImportResult {
  html: string
}

/**
 * The tabs to read: `formulas` with their formulas, `others` only their values. At Google that takes eleven and eight
 * reads.
 */
const tabsFor: Record<ImportTarget, { formulas: readonly TabKey[]; others: readonly TabKey[] }> = {
  thisYear: { formulas: ['table2', 'table3', 'table4'], others: ['basics', 'overview', 'problems', 'other'] },
  lastYear: { formulas: ['lastYear', 'table2', 'table3'], others: ['basics'] },
}

function prepared(host: Host, { into, choices }: ImportRequest, source: ImportedReport) {
  const { formulas, others } = tabsFor[into]
  const { tabs, names } = host.read({ values: [...formulas, ...others], formulasR1C1: formulas })
  const snapshot = {
    names,
    tabs: tabs.map(({ name, values, formulasR1C1 }) => ({
      name,
      values,
      ...(formulasR1C1 && { formulas: formulasR1C1 }),
    })),
  }
  const log = tabNamed(
    tabs.map(({ name }) => name),
    names,
    'log',
  )
  return { log, prepared: prepareImport({ into, source, choices: choices ?? [], snapshot }) }
}

const dialog = (host: Host, into: ImportTarget): Progress<undefined> => {
  host.show({ kind: 'modal', title: words.captions[into], html: importDialog(into), width: 920, height: 640 })
  return done(undefined)
}

export const importLastYear = (host: Host): Progress<undefined> => dialog(host, 'lastYear')
export const importPublished = (host: Host): Progress<undefined> => dialog(host, 'thisYear')

/** Shows what an import would change. The source is a file, or the report that an earlier preview has read. */
export function previewImport(host: Host, request: ImportRequest): Progress<ImportShown> {
  const source = openImport(request.source)
  const preview = previewOf(prepared(host, request, source).prepared)
  return done({ source, preview, html: previewHtml(preview) })
}

/** Imports the ticked items of a preview. What has changed since is left alone and told. */
export function applyImport(host: Host, request: ApplyRequest): Progress<ImportDone> {
  const source = openImport(request.source)
  const { ticks } = request
  const work = (): ImportResult => {
    const { prepared: items, log } = prepared(host, request, source)
    const { writes, result } = planImport({ prepared: items as Prepared, ticks, log, stamp: host.stamp() })
    host.apply(writes)
    return result
  }
  const result = host.alone(words.captions[request.into], work, words.interrupted)
  return done({ ...result, html: importedHtml(result) })
}
