import { readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { cliWords } from '../../words/cli'
import { Failure } from './failure'
import { readingFailure } from './file-failures'
import type { Summary } from './checked'
import type { Io } from './io'

const words = cliWords.several

/** What a folder is searched for: what can be read, and what is told to be saved otherwise first. */
const REPORTS = /^\.(?:xlsx|docx|x?html?|txt|md|json|xlsm|xls|doc|wps|et|pdf|ofd|odt|ods|rtf|mht|mhtml)$/
/** What programs leave beside a file, and what browsers save beside a page. */
const BESIDE = /^(?:\.|~\$)|(?:_files|\.files)$/

export interface Files {
  paths: string[]
  /** How many files of the folders are no report by their names. */
  others: number
}

function addFolder(folder: string, files: Files): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  for (const entry of entries) {
    if (BESIDE.test(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(path, files)
    else if (REPORTS.test(extname(entry.name).toLowerCase())) files.paths.push(path)
    else files.others += 1
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Reading it will say what is wrong with it.
    return false
  }
}

/** The files that are meant: those named, and the reports of the folders named. Null for one file alone. */
export function severalFiles(given: readonly string[]): Files | null {
  const [only] = given
  if (only !== undefined && given.length === 1 && !isFolder(only)) return null
  const files: Files = { paths: [], others: 0 }
  for (const path of given) {
    if (!isFolder(path)) files.paths.push(path)
    else {
      const before = files.paths.length
      try {
        addFolder(path, files)
      } catch (error) {
        throw readingFailure(path, error)
      }
      if (files.paths.length === before) throw new Failure(words.emptyFolder(path))
    }
  }
  return { ...files, paths: [...new Set(files.paths)] }
}

/** What is printed of one file. */
export interface Outcome {
  head: string
  summary: Summary
  /** The object of `--json`, to which the file is added. */
  json: object
}

/**
 * One line a file and a summary at the end; with `--json` one object a line. A file that cannot be read is told and
 * passed over: then the last thing is a Failure, so that the exit code is that of the worst file.
 */
export async function eachFile(
  io: Io,
  { paths, others }: Files,
  isJson: boolean,
  read: (path: string) => Promise<Outcome>,
): Promise<void> {
  const counts = { fine: 0, faulty: 0, unreadable: 0 }
  for (const path of paths) {
    try {
      const { head, summary, json } = await read(path)
      if (summary.errors > 0) io.foundErrors()
      counts[summary.errors > 0 ? 'faulty' : 'fine'] += 1
      io.out(isJson ? JSON.stringify({ file: path, ...json }) : words.line(path, head, summary))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      counts.unreadable += 1
      io.out(isJson ? JSON.stringify({ file: path, error: error.message }) : words.unreadable(path, error.message))
    }
  }
  if (!isJson) io.out(words.summary(paths.length, counts, others))
  if (counts.unreadable > 0) throw new Failure(words.someUnreadable(counts.unreadable))
}
