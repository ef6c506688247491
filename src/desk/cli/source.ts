import { acceptedReasons } from '../../actions'
import { EmptySourceError, encodingFindings, readCsv, readSheets, readSource } from '../../intake'
import { readWorkbook } from '../../workbook'
import { UnreadableSourceError } from '../../intake'
import { ReportShapeError } from '../../report'
import type { Finding } from '../../checks'
import type { Reading } from '../../intake'
import type { Report } from '../../report'
import type { WorkbookReading } from '../../workbook'
import { cliWords } from '../../words/cli'
import type { Book } from '../book'
import { gridOf, readXlsx, XlsxError } from '../xlsx/contents'
import type { Contents } from '../xlsx/contents'
import { snapshotOf } from './book-snapshot'
import { Failure } from './failure'
import { fileKind } from './file-kind'
import { loadedKinds } from './loaded-kinds'
import { readBytes } from './read-file'
import { staleFindings } from './stale-findings'

const words = cliWords.files

/** A report as a file holds it, and what was found about the file. */
export interface Source {
  report: Report
  /** Last year's report in a workbook; null for other files. */
  lastYear: Report | null
  findings: Finding[]
  /** Figures that a damaged layout hides, or that were not found in a text. */
  unread?: WorkbookReading['unread']
  /** Fingerprints of the findings that somebody accepted in the workbook, with the reasons. */
  accepted: ReadonlyMap<string, string>
}

const published = (reading: Reading): Source => ({ ...reading, lastYear: null, accepted: new Map() })

function ofBook(book: Book, told: readonly Finding[]): Source {
  const reading = readWorkbook(snapshotOf(book))
  const { report, lastYear, unread } = reading
  return { report, lastYear, findings: [...told, ...reading.findings], unread, accepted: acceptedReasons(reading) }
}

function ofContents(contents: Contents): Source {
  const told = staleFindings(contents.stale)
  if (contents.kind === 'ours') return ofBook(contents.book, told)
  const source = published(readSheets(contents.tabs.map(gridOf)))
  return { ...source, findings: [...told, ...source.findings] }
}

/** Reads JSON: a report of ours, or another system's export. For any other, the error is that of a report of ours. */
function readJson(text: string): Reading {
  try {
    return readSource(text, 'json')
  } catch (error) {
    if (!(error instanceof ReportShapeError)) throw error
    try {
      return readSource(text, 'text')
    } catch {
      throw error
    }
  }
}

function readText(text: string, kind: 'json' | 'html' | 'text' | 'csv'): Reading {
  if (kind === 'csv') return readCsv(text)
  return kind === 'json' ? readJson(text) : readSource(text, kind)
}

function ofText(path: string, text: string, kind: Parameters<typeof readText>[1]): Source {
  if (text.trim() === '') throw new Failure(words.empty(path))
  const source = published(readText(text, kind))
  return { ...source, findings: [...encodingFindings(text), ...source.findings] }
}

async function sourceOf(path: string, bytes: Buffer): Promise<Source> {
  const file = fileKind(path, bytes)
  if (file.kind === 'refused') throw new Failure(words.refused[file.as](path))
  if (file.kind === 'xlsx') return ofContents(readXlsx(bytes))
  if (file.kind === 'docx') return published(readSource(bytes, 'docx'))
  if ('text' in file) return ofText(path, file.text, file.kind)
  const loaded = await loadedKinds[file.kind](bytes, path)
  return 'report' in loaded ? published(loaded) : ofContents(loaded)
}

/** An error about the file, as a Failure of one line; any other error as it is. */
function told(path: string, error: unknown): unknown {
  if (error instanceof EmptySourceError) return new Failure(words.problem(path, error.message + words.textAdvice))
  if (error instanceof ReportShapeError) return new Failure(words.problem(path, error.message + words.jsonAdvice))
  if (error instanceof UnreadableSourceError) return new Failure(words.problem(path, error.message))
  return error instanceof XlsxError ? new Failure(words.problem(path, error.message)) : error
}

/**
 * Reads a report from a workbook of ours or another one, a document, a PDF, a web page, published text, CSV or JSON,
 * whatever the file is called. Throws a Failure for a file that holds none.
 */
export async function openSource(path: string): Promise<Source> {
  const bytes = readBytes(path)
  try {
    return await sourceOf(path, bytes)
  } catch (error) {
    throw error instanceof Failure ? error : told(path, error)
  }
}
