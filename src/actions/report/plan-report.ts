/** 生成年度报告: the documents of a workbook, held back while errors stand unless they are marked as a draft. */
import { fingerprintOf, type Finding } from '../../checks'
import { documentOf, toDocx, toHtml } from '../../document'
import { figures } from '../../form'
import { filledReport } from '../../narrative'
import { writtenForm, type Report } from '../../report'
import type { WorkbookSnapshot } from '../../workbook'
import { reportWords as words } from '../../words/generate'
import { assess, countsOf } from '../check/assess'
import { logRow, logWrite } from '../log'
import type { CellWrite } from '../plan'
import type { Stamp } from '../stamp'
import type { MadeFile, OutputFile } from './files'
import { namedDocuments } from './named-documents'
import { acceptedReasons } from '../sidebar/verdicts'

const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  googleDoc: 'application/vnd.google-apps.document',
} as const

export interface PreparedReport {
  report: Report
  findings: Finding[]
  /** Those that nobody has accepted. */
  errors: Finding[]
  /** What each warning says that nobody has accepted. */
  warnings: string[]
  /** Without the accepted ones. */
  counts: { errors: number; warnings: number; infos: number }
  /** The accepted findings, each with its reason. */
  accepted: string[]
  /** Documents of earlier reports, as 流程记录 names them. */
  documents: MadeFile[]
  /** False for a workbook without a single one of our tabs: there is nothing to make a report of. */
  isOurs: boolean
}

export function prepareReport(snapshot: WorkbookSnapshot): PreparedReport {
  const { reading, findings } = assess(snapshot)
  const reasons = acceptedReasons(reading)
  const open = findings.filter(({ fingerprint }) => !reasons.has(fingerprint))
  const errors = open.filter(({ severity }) => severity === 'error')
  const warnings = open.flatMap(({ severity, message }) => (severity === 'warning' ? [message] : []))
  const accepted = findings.flatMap(({ fingerprint, message }) => {
    const reason = reasons.get(fingerprint)
    return reason === undefined ? [] : [words.accepted(message, reason)]
  })
  const isOurs = findings.every(({ rule }) => rule !== 'LAYOUT.NOT_OURS')
  const report = filledReport(reading.report, reading.lastYear)
  const documents = namedDocuments(reading, snapshot)
  return { report, findings, errors, warnings, accepted, counts: countsOf(open), documents, isOurs }
}

/** Equal for equal contents: tells later which figures and texts a document was made of. */
function digestOf({ unit, year, figures: values, narrative }: Report): string {
  const cells = figures.map(({ id }) => `${id}=${writtenForm(values[id])}`)
  return fingerprintOf([unit, String(year), ...cells, narrative.overview, narrative.problems, narrative.other])
}

/** What Drive and file systems do not take in a name, and signs that cannot be seen and turn a name round. */
const FORBIDDEN = /[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu

/** Characters of a name: with its extension at most 250 bytes, where a file system takes 255. */
const LONGEST = 76

/** A long name loses its middle: unit and year stay at its ends. */
function shortened(name: string): string {
  const signs = [...name]
  return signs.length <= LONGEST ? name : [...signs.slice(0, 50), '…', ...signs.slice(51 - LONGEST)].join('')
}

const fileName = (title: string, isDraft: boolean): string =>
  shortened((title + (isDraft ? words.draftSuffix : '')).replace(FORBIDDEN, ''))

export interface ReportFiles {
  files: OutputFile[]
  digest: string
}

/** The .docx as it is handed over, the web page, and the variant that Google Docs can set. */
export function reportFiles(report: Report, isDraft: boolean): ReportFiles {
  const document = documentOf(report, { draft: isDraft })
  const { title } = document.meta
  const name = fileName(title, isDraft)
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

/** Those that can be looked at. */
export const linkedOf = (files: readonly MadeFile[]): MadeFile[] => files.filter(({ url }) => url !== '')

export interface ReportMade {
  files: readonly MadeFile[]
  digest: string
  isDraft: boolean
  counts: PreparedReport['counts']
  warnings: readonly string[]
  accepted: readonly string[]
}

/**
 * The entry of 流程记录.
 *
 * @param remarks what reviewers wrote that nobody has resolved, a line each
 */
export function reportWrites(
  { files, digest, isDraft, counts, accepted }: ReportMade,
  log: string | null,
  stamp: Stamp,
  remarks: readonly string[] = [],
): CellWrite[] {
  const links = linkedOf(files)
    .map(({ name, url }) => `${name}\n${url}`)
    .join('\n')
  const row = logRow(stamp, {
    event: words.event(isDraft),
    detail: words.detail(counts, accepted, remarks),
    files: links,
    digest,
  })
  return logWrite(log, row)
}
