import { extname } from 'node:path'
import { acceptedReasons, EmptySourceError, read, readWorkbook, ReportShapeError } from '../../actions'
import type { Finding, Report, WorkbookReading } from '../../actions'
import { cliWords } from '../../words/cli'
import { settled } from '../book'
import { snapshotOf } from './book-snapshot'
import { Failure } from './failure'
import { readBytes, readText } from './read-file'

const words = cliWords.files

/** A report as a file holds it, and what was found about the file. */
export interface Source {
  report: Report
  /** What a workbook holds of last year's; null for other files. */
  lastYear: Report | null
  findings: Finding[]
  /** What the layout of a workbook hides, or was not found in a text. */
  unread?: WorkbookReading['unread']
  /** Fingerprints of the findings that somebody accepted in the workbook, with the reasons. */
  accepted: ReadonlyMap<string, string>
}

async function fromWorkbook(path: string): Promise<Source> {
  const bytes = readBytes(path)
  // Loaded only here: it takes longer than all the rest.
  const { xlsxToBook, XlsxError } = await import('../xlsx')
  try {
    const reading = readWorkbook(snapshotOf(settled(await xlsxToBook(bytes))))
    const { report, lastYear, findings, unread } = reading
    return { report, lastYear, findings, unread, accepted: acceptedReasons(reading) }
  } catch (error) {
    if (error instanceof XlsxError) throw new Failure(words.problem(path, error.message))
    throw error
  }
}

function fromText(path: string, kind: 'text' | 'json'): Source {
  const content = readText(path)
  try {
    return { ...read(content, kind), lastYear: null, accepted: new Map() }
  } catch (error) {
    if (error instanceof EmptySourceError) throw new Failure(words.problem(path, error.message + words.textAdvice))
    throw error instanceof ReportShapeError ? new Failure(words.problem(path, error.message + words.jsonAdvice)) : error
  }
}

const readers: Partial<Record<string, (path: string) => Promise<Source> | Source>> = {
  '.xlsx': fromWorkbook,
  '.json': (path) => fromText(path, 'json'),
  '.txt': (path) => fromText(path, 'text'),
}

/** Reads a report from a workbook, JSON or published text. Throws a Failure for a file that holds none. */
export async function openSource(path: string): Promise<Source> {
  const reader = readers[extname(path).toLowerCase()]
  if (reader) return reader(path)
  // A missing file or a directory is told as such, whatever it is called.
  readBytes(path)
  throw new Failure(words.kind(path))
}
