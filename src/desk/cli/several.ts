import { readdirSync, statSync, type Dirent } from 'node:fs'
import { extname, join } from 'node:path'
import { cliWords } from '../../words/cli'
import { Failure } from './failure'
import { readingFailure } from './file-failures'
import type { Summary } from './checked'
import type { Io } from './io'

const words = cliWords.several

/** What a folder is searched for: what can be read, and what is told to be saved otherwise first. */
const REPORTS = /^\.(?:xlsx|docx|x?html?|txt|md|json|xlsm|xls|csv|doc|wps|et|pdf|ofd|odt|ods|rtf|mht|mhtml)$/
/** What programs leave beside a file, what browsers save beside a page, and the copies of our own workbooks. */
const BESIDE = /^(?:\.|~\$)|(?:_files|\.files|\.xlsx\.backups)$/
/** `年报.0001.xlsx` was put aside when `年报.xlsx` was damaged; without that workbook it may be a name like 年报.2025.xlsx. */
const ASIDE = /\.\d{4,}\.xlsx$/i

export interface Files {
  paths: string[]
  /** How many files of the folders are no report by their names. */
  others: number
  /** Folders that could not be searched, or have no report. */
  failures: { path: string; failure: Failure }[]
}

const noFiles = (): Files => ({ paths: [], others: 0, failures: [] })

function isAside(name: string, names: ReadonlySet<string>): boolean {
  return ASIDE.test(name) && names.has(name.replace(ASIDE, '.xlsx'))
}

function entriesOf(folder: string, { failures }: Files): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  } catch (error) {
    failures.push({ path: folder, failure: readingFailure(folder, error) })
    return []
  }
}

function addFolder(folder: string, files: Files): void {
  const entries = entriesOf(folder, files)
  const names = new Set(entries.map(({ name }) => name))
  for (const entry of entries) {
    if (BESIDE.test(entry.name) || isAside(entry.name, names)) continue
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

function addGivenFolder(folder: string, files: Files): void {
  const found = noFiles()
  addFolder(folder, found)
  const isEmpty = found.paths.length + found.failures.length === 0
  files.paths.push(...found.paths)
  files.others += found.others
  files.failures.push(...found.failures)
  if (isEmpty) files.failures.push({ path: folder, failure: new Failure(words.emptyFolder(folder)) })
}

/** The files that are meant: those named, and the reports of the folders named. Null for one file alone. */
export function severalFiles(given: readonly string[]): Files | null {
  const [only] = given
  const isOne = only !== undefined && given.length === 1
  if (isOne && !isFolder(only)) return null
  const files = noFiles()
  for (const path of given) {
    if (isFolder(path)) addGivenFolder(path, files)
    else files.paths.push(path)
  }
  const [first] = files.failures
  if (isOne && first?.path === only) throw first.failure
  return { ...files, paths: [...new Set(files.paths)] }
}

/** What is printed of one file. */
export interface Outcome {
  head: string
  summary: Summary
  /** Sentences that follow in its line. */
  notices: readonly string[]
  /** The object of `--json`, to which the file is added. */
  json: object
}

/**
 * One line a file and a summary at the end; with `--json` one object a line. A file that cannot be read is told and
 * passed over: then the last thing is a Failure, so that the exit code is that of the worst file.
 */
export async function eachFile(
  io: Io,
  { paths, others, failures }: Files,
  isJson: boolean,
  read: (path: string) => Promise<Outcome>,
): Promise<void> {
  const counts = { fine: 0, faulty: 0, unreadable: 0 }
  const tellUnreadable = (path: string, { message }: Failure): void => {
    counts.unreadable += 1
    io.out(isJson ? JSON.stringify({ file: path, error: message }) : words.unreadable(path, message))
  }
  for (const path of paths) {
    try {
      const { head, summary, notices, json } = await read(path)
      if (summary.errors > 0) io.foundErrors()
      counts[summary.errors > 0 ? 'faulty' : 'fine'] += 1
      io.out(isJson ? JSON.stringify({ file: path, ...json }) : words.line(path, head, summary, notices))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      tellUnreadable(path, error)
    }
  }
  for (const { path, failure } of failures) tellUnreadable(path, failure)
  if (!isJson) io.out(words.summary(paths.length + failures.length, counts, others))
  if (counts.unreadable > 0) throw new Failure(words.someUnreadable(counts.unreadable))
}
