/** 生成年度报告: the documents of a workbook, held back while errors stand unless they are marked as a draft. */
import { fingerprintOf, type Finding } from '../../checks'
import { documentOf, toDocx, toHtml } from '../../document'
import { figures } from '../../form'
import { filledReport } from '../../narrative'
import { writtenForm, type Report } from '../../report'
import type { WorkbookSnapshot } from '../../workbook'
import { reportWords as words } from '../../words/actions'
import { assess, countsOf } from '../check/assess'
import { escaped } from '../escaped'
import { logRow, logWrite } from '../log'
import type { CellWrite } from '../plan'
import type { Run } from '../run'
import { acceptedReasons } from '../sidebar/verdicts'

const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  googleDoc: 'application/vnd.google-apps.document',
} as const

/** A file to hand over. A Google Doc is made from the .docx that is its content. */
export interface OutputFile {
  name: string
  mimeType: string
  contentType: string
  content: Uint8Array | string
}

export interface ReportDraft {
  report: Report
  findings: Finding[]
  /** Those that nobody has accepted. */
  errors: Finding[]
  /** Without the accepted ones. */
  counts: { errors: number; warnings: number; infos: number }
  /** The accepted findings, each with its reason. */
  accepted: string[]
  /** False for a workbook without a single one of our tabs: there is nothing to make a report of. */
  isOurs: boolean
}

export function draftReport(snapshot: WorkbookSnapshot): ReportDraft {
  const { reading, findings } = assess(snapshot)
  const reasons = acceptedReasons(reading)
  const open = findings.filter(({ fingerprint }) => !reasons.has(fingerprint))
  const errors = open.filter(({ severity }) => severity === 'error')
  const accepted = findings.flatMap(({ fingerprint, message }) => {
    const reason = reasons.get(fingerprint)
    return reason === undefined ? [] : [words.accepted(message, reason)]
  })
  const isOurs = findings.every(({ rule }) => rule !== 'LAYOUT.NOT_OURS')
  const report = filledReport(reading.report, reading.lastYear)
  return { report, findings, errors, accepted, counts: countsOf(open), isOurs }
}

/** Equal for equal contents: tells later which figures and texts a document was made of. */
function digestOf({ unit, year, figures: values, narrative }: Report): string {
  const cells = figures.map(({ id }) => `${id}=${writtenForm(values[id])}`)
  return fingerprintOf([unit, String(year), ...cells, narrative.overview, narrative.problems, narrative.other])
}

/** What Drive and file systems do not take in a name. */
const FORBIDDEN = /[\\/:*?"<>|\s]+/g

export interface ReportFiles {
  files: OutputFile[]
  digest: string
}

/** The .docx as it is handed over, the web page, and the variant that Google Docs can set. */
export function reportFiles(report: Report, isDraft: boolean): ReportFiles {
  const document = documentOf(report, { draft: isDraft })
  const name = (document.meta.title + (isDraft ? words.draftSuffix : '')).replace(FORBIDDEN, '')
  const { docx, html, googleDoc } = fileTypes
  return {
    files: [
      { name: `${name}.docx`, mimeType: docx, contentType: docx, content: toDocx(document) },
      { name: `${name}.html`, mimeType: html, contentType: html, content: toHtml(document) },
      { name, mimeType: googleDoc, contentType: docx, content: toDocx(document, { fonts: 'google' }) },
    ],
    digest: digestOf(report),
  }
}

export interface MadeFile {
  name: string
  /** Empty where it cannot be looked at: away from Google there are no Google documents. */
  url: string
}

const linkedOf = (files: readonly MadeFile[]): MadeFile[] => files.filter(({ url }) => url !== '')

export interface ReportMade {
  files: readonly MadeFile[]
  digest: string
  isDraft: boolean
  counts: ReportDraft['counts']
  accepted: readonly string[]
}

/** The entry of 流程记录. */
export function reportWrites(
  { files, digest, isDraft, counts, accepted }: ReportMade,
  log: string | null,
  run: Run,
): CellWrite[] {
  const links = linkedOf(files)
    .map(({ name, url }) => `${name}\n${url}`)
    .join('\n')
  const row = logRow(run, { event: words.event(isDraft), detail: words.detail(counts, accepted), files: links, digest })
  return logWrite(log, row)
}

/** The dialog's page: links to the files, and whose they are; nothing in it is taken for markup. */
export function reportDialog({ files, isDraft, counts }: ReportMade, driveOwner: string | null): string {
  const linked = linkedOf(files)
  const items = linked.map(
    ({ name, url }) => `<li><a href="${escaped(url)}" target="_blank" rel="noopener">${escaped(name)}</a></li>`,
  )
  const { lead, hint } = words.dialog(isDraft, counts, linked.length < files.length)
  const whose = driveOwner === null ? '' : `<p>${escaped(words.inDrive(driveOwner))}</p>`
  return (
    '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">' +
    '<style>body{font:14px/1.6 sans-serif;margin:12px}ul{padding-left:1.2em}</style>' +
    `<p>${escaped(lead)}</p><ul>${items.join('')}</ul><p>${escaped(hint)}</p>${whose}</html>`
  )
}
