import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { cliWords as words } from '../../../words/cli'
import { Failure } from '../failure'
import type { Io } from '../io'
import { openSource } from '../source'
import { templateHost, workbookBytes } from '../workbook'
import { writeFiles } from '../write-files'

export interface NewFlags {
  unit: string
  year: number
  lastYear?: string
}

/** Somebody's work may stand in a file of that name. */
function refuseTarget(path: string): void {
  if (extname(path).toLowerCase() !== '.xlsx') throw new Failure(words.usage.newName(path))
  if (existsSync(path)) throw new Failure(words.files.exists(path))
}

/** `new OUT.xlsx`: an empty workbook for the unit and year, last year's figures filled in where they are given. */
export async function newCommand(io: Io, path: string, { unit, year, lastYear }: NewFlags): Promise<void> {
  refuseTarget(path)
  const last = lastYear === undefined ? undefined : (await openSource(lastYear)).report
  const title = words.bookTitle(unit, year)
  const host = templateHost(io, title, { unit, year, ...(last && { lastYear: last }) })
  writeFiles([{ path, content: await workbookBytes(host.book()) }])
  io.out(words.made(path))
  if (!last) return
  const count = Object.values(last.figures).filter((value) => value !== null).length
  io.out(words.lastYearTaken(count, last.year === null ? words.unknownYear : words.yearOf(last.year)))
}
