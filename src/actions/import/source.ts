/** What a person hands in, and what is read from it. */
import type { Finding } from '../../checks'
import { EmptySourceError, read, UnreadableSourceError, type Reading } from '../../intake'
import { parseReport, ReportShapeError, type Report } from '../../report'
import { importWords as words } from '../../words/import'

/** A paste or a file. The host has turned files that the core cannot read into an `ImportedReport`. */
export interface HandedIn {
  /** Of the file; empty for a paste. */
  name: string
  /** `text`, `html`, `json`, or how the file's name ends. */
  kind: string
  /** Text; of another file, its bytes in base 64. */
  content: string
  /** What was pasted as HTML, as plain text. */
  plain?: string
}

/** A report with the findings about its source. A dialog is given it, and gives it back. */
export interface ImportedReport {
  name: string
  report: Report
  findings: Pick<Finding, 'rule' | 'severity' | 'message'>[]
}

/** Its message is one Chinese sentence for the person. */
export class ImportError extends Error {
  override name = 'ImportError'
}

/** A paste comes as HTML, which knows the cells of tables, and as text, which is all that some programs give. */
function readPaste(html: string, plain: string): Reading {
  try {
    return read(html, 'html')
  } catch (error) {
    if (error instanceof EmptySourceError || error instanceof UnreadableSourceError) return read(plain, 'text')
    throw error
  }
}

/** How each kind is read, a line a kind. */
const readers: Partial<Record<string, (given: HandedIn) => Reading>> = {
  text: ({ content }) => read(content, /^\s*\{/.test(content) ? 'json' : 'text'),
  html: ({ content, plain }) => (plain === undefined ? read(content, 'html') : readPaste(content, plain)),
  json: ({ content }) => read(content, 'json'),
}

const gravity = { error: 0, warning: 1, info: 2 } as const

/** Errors first; rows to be placed by a person are told beside their placements. */
function told(findings: ImportedReport['findings']): ImportedReport['findings'] {
  return findings
    .filter(({ severity, rule }) => severity in gravity && rule !== 'READ.RAGGED')
    .map(({ rule, severity, message }) => ({ rule, severity, message }))
    .sort((a, b) => gravity[a.severity] - gravity[b.severity])
}

function readHandedIn(given: HandedIn): ImportedReport {
  const { name, kind, content, plain } = given
  if ((plain ?? content).trim() === '') throw new ImportError(words.empty)
  const reader = readers[kind]
  if (!reader) throw new ImportError(words.unknownKind(name))
  return { name: name || words.pasted, ...reader(given) }
}

/** Throws an ImportError for what is no report. */
export function openImport(given: HandedIn | ImportedReport): ImportedReport {
  try {
    const source = 'report' in given ? { ...given, report: parseReport(given.report) } : readHandedIn(given)
    const { name, report, findings } = source
    return { name: String(name), report, findings: told(findings) }
  } catch (error) {
    const kinds = [EmptySourceError, ReportShapeError, UnreadableSourceError]
    const isKnown = error instanceof Error && kinds.some((kind) => error instanceof kind)
    if (!isKnown) throw error
    throw new ImportError(words.unreadable(given.name || words.pasted, error.message))
  }
}
