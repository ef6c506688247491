import { realpathSync } from 'node:fs'
import { extname } from 'node:path'
import type { ImportedReport, ImportItem, ImportPreview, ImportResult } from '../../../actions'
import { cliWords } from '../../../words/cli'
import { recalculated } from '../../book'
import type { OpenBook } from '../../bench'
import { lockWorkbook, StoreError } from '../../store'
import type { Lock } from '../../store'
import { openOwnXlsx, XlsxError } from '../../xlsx'
import { Failure } from '../failure'
import { importListing } from '../import-listing'
import type { Sorted } from '../import-listing'
import { asJson } from '../io'
import type { Io } from '../io'
import { readBytes } from '../read-file'
import { openSource } from '../source'
import { userName } from '../user-name'
import { openBook, workbookBytes } from '../workbook'
import { writeFiles } from '../write-files'

export interface ImportFlags {
  into: string
  lastYear?: boolean
  overwrite?: boolean
  carry?: boolean
  dryRun?: boolean
  json?: boolean
  choose: readonly number[]
}

interface Request {
  into: ImportPreview['into']
  source: ImportedReport
  choices: string[]
}

/** The command, as the dialog of the desk runs it. */
function asked<T>(workbook: OpenBook, name: string, request: object): T {
  const { error, value } = workbook.run(name, [request])
  if (error !== undefined) throw new Failure(error)
  return value as T
}

async function bookAt(path: string) {
  try {
    const { book, unreadNotes } = await openOwnXlsx(readBytes(path))
    return { book: recalculated(book), unreadNotes }
  } catch (error) {
    throw error instanceof XlsxError ? new Failure(cliWords.files.problem(path, error.message)) : error
  }
}

/** The numbers go through the placements of all rows. */
function chosenIds({ rows }: ImportPreview, choose: readonly number[]): string[] {
  const options = rows.flatMap((row) => row.options)
  return choose.map((index) => {
    const option = options[index - 1]
    if (!option) throw new Failure(cliWords.usage.noSuchReading(index, options.length))
    return option.id
  })
}

function sorted({ items }: ImportPreview, { overwrite, carry }: ImportFlags): Sorted {
  const isOffer = ({ origin }: ImportItem) => origin !== ''
  const isKept = ({ replaces }: ImportItem) => replaces && overwrite !== true
  const wanted = items.filter((item) => !isOffer(item) || carry === true)
  return {
    changes: wanted.filter((item) => !isKept(item)),
    kept: wanted.filter(isKept),
    offers: items.filter((item) => !wanted.includes(item)),
  }
}

function previewed(
  workbook: OpenBook,
  request: Request,
  choose: readonly number[],
): { request: Request; preview: ImportPreview } {
  const ask = (given: Request) => asked<{ preview: ImportPreview }>(workbook, 'previewImport', given).preview
  const preview = ask(request)
  if (choose.length === 0) return { request, preview }
  const chosen = { ...request, choices: chosenIds(preview, choose) }
  return { request: chosen, preview: ask(chosen) }
}

async function imported(io: Io, source: ImportedReport, flags: ImportFlags): Promise<ImportPreview> {
  const { book, unreadNotes } = await bookAt(flags.into)
  const workbook = openBook(io, book, userName())
  const into = flags.lastYear === true ? 'lastYear' : 'thisYear'
  const { request, preview } = previewed(workbook, { into, source, choices: [] }, flags.choose)
  const groups = sorted(preview, flags)
  const ticks = groups.changes.map(({ id }) => id)
  const isWriting = flags.dryRun !== true && ticks.length > 0
  const done = isWriting ? asked<ImportResult>(workbook, 'applyImport', { ...request, ticks }) : null
  if (done) writeFiles([{ path: flags.into, content: await workbookBytes(workbook.book) }])
  const { unit, year, findings, rows, totals, same } = preview
  const warnings = [...unreadNotes.map(({ message }) => message), ...preview.warnings]
  const written = done?.cells ?? 0
  io.out(
    flags.json
      ? asJson({ unit, year, warnings, findings, rows, totals, ...groups, same, written })
      : importListing(
          { ...preview, warnings },
          groups,
          done?.message ?? (flags.dryRun ? cliWords.import.dryRun : cliWords.import.noChanges),
        ),
  )
  return preview
}

async function lockFor(path: string): Promise<Lock> {
  try {
    return await lockWorkbook(realpathSync(path), userName(), new Date().toISOString())
  } catch (error) {
    throw error instanceof StoreError ? new Failure(error.message) : error
  }
}

/** `import FILE --into WORKBOOK.xlsx`: what it will change, cell by cell, then the change; what stands is kept. */
export async function importSubcommand(io: Io, file: string, flags: ImportFlags): Promise<void> {
  if (extname(flags.into).toLowerCase() !== '.xlsx') throw new Failure(cliWords.usage.intoName(flags.into))
  if (flags.carry && !flags.lastYear) throw new Failure(cliWords.usage.carry)
  const { report, findings } = await openSource(file)
  readBytes(flags.into)
  const lock = flags.dryRun ? null : await lockFor(flags.into)
  try {
    const { findings: told, rows } = await imported(io, { name: file, report, findings }, flags)
    const isOpen = rows.some(({ chosen }) => chosen === null)
    if (isOpen || told.some(({ severity }) => severity === 'error')) io.foundErrors()
  } finally {
    lock?.release()
  }
}
