import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { privateData } from '../../../narrative'
import { journalListWords as words } from '../../../words/journal'
import { cellKey, displayValue, shownTime } from '../../book'
import type { Book } from '../../book'
import { captionOf } from '../../bench'
import type { CellChange, Scalar } from '../../protocol'
import { homeFolder } from '../../server'
import { entriesOf, examineJournal, journalFiles, journalState, StoreError } from '../../store'
import { Failure } from '../failure'
import type { Io } from '../io'

export interface JournalFlags {
  verify?: boolean
}

/** `年报.xlsx`, given it or one of its journal's files. */
const workbookOf = (file: string): string => resolve(file.replace(/\.journal(?:\.\d{4,})?$/, ''))

/** Rows of a tab in which the heads of its columns stand. */
const HEAD_ROWS = 6

function personalColumns(book: Book | null): Set<string> {
  const columns = (book?.sheets ?? []).flatMap(({ id, columns: count, cells }) =>
    Array.from({ length: count }, (_, at) => at + 1)
      .filter((column) =>
        Array.from({ length: HEAD_ROWS }, (_, at) => displayValue(cells[cellKey(at + 1, column)]?.value)).some(
          isPersonal,
        ),
      )
      .map((column) => `${id},${column}`),
  )
  return new Set(columns)
}

/** A head, not what somebody has written below it. */
const LONGEST_HEAD = 12
const isPersonal = (text: string): boolean =>
  text.length <= LONGEST_HEAD && !/\d/.test(text) && words.personal.some((word) => text.includes(word))

/** Numbers of identity cards and telephones in a text are masked as the findings mask them. */
function withoutPrivate(text: string): string {
  let shown = ''
  let from = 0
  for (const { start, end, masked } of privateData(text)) {
    if (start < from) continue
    shown += text.slice(from, start) + masked
    from = end
  }
  return shown + text.slice(from)
}

function shown(value: Scalar | null, isMasked: boolean): string {
  if (value === null || value === '') return words.blank
  return isMasked ? words.masked : withoutPrivate(String(value).replaceAll('\n', '⏎'))
}

function cellLine({ sheet, column, cell, from, to }: CellChange, personal: ReadonlySet<string>): string {
  const isMasked = personal.has(`${sheet},${column}`)
  return words.cell(cell, shown(from, isMasked), shown(to, isMasked))
}

function list(io: Io, files: readonly string[]): void {
  let last = 0
  const states = files.map((file) => ({ file, ...journalState(file) }))
  // Beside it may lie the journal of another workbook that was put aside.
  const own = states.at(-1)?.id
  for (const { file, book } of states.filter(({ id }) => id === own)) {
    const personal = personalColumns(book)
    for (const { seq, time, who, kind, what, cells } of entriesOf(file)) {
      // A file that was written anew begins with changes that the one before it has as well.
      if (seq <= last) continue
      last = seq
      const said = words.kinds[kind] + withoutPrivate(kind === 'run' ? captionOf(what) : what)
      const lines = cells.map((cell) => cellLine(cell, personal))
      io.out([words.entry(shownTime(time), who, said), ...lines].join('\n'))
    }
  }
}

async function verify(io: Io, workbook: string): Promise<void> {
  const witnesses = join(homeFolder(process.platform, process.env), 'witnesses')
  for (const { path, changes, problems } of await examineJournal(workbook, witnesses)) {
    const name = basename(path)
    if (problems.length > 0) io.foundErrors()
    io.out(
      problems.length > 0
        ? problems.map((problem) => words.damaged(name, problem)).join('\n')
        : words.whole(name, changes),
    )
  }
}

/** `journal FILE [--verify]`: who changed what, and whether the journal is whole. Nothing is written. */
export async function journalSubcommand(io: Io, file: string, flags: JournalFlags): Promise<void> {
  const workbook = workbookOf(file)
  const all = journalFiles(workbook)
  const isOneFile = /\.journal(?:\.\d{4,})?$/.test(file) && existsSync(file)
  if (all.length === 0) throw new Failure(words.none(file))
  try {
    if (flags.verify) await verify(io, workbook)
    else list(io, isOneFile ? [resolve(file)] : all)
  } catch (error) {
    throw error instanceof StoreError ? new Failure(error.message) : error
  }
}
