import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { cliWords as words } from '../../../words/cli'
import { Failure } from '../failure'
import type { Io } from '../io'
import { summaryOf } from '../checked'
import { otherYearNotice } from '../listing'
import { openSource } from '../source'
import type { Source } from '../source'
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

/** What was taken from last year's file, and what speaks against it. */
function lastYearLines({ report, findings }: Source, year: number): string[] {
  const count = Object.values(report.figures).filter((value) => value !== null).length
  const { errors } = summaryOf(findings)
  return [
    words.lastYearTaken(count, report.year === null ? words.unknownYear : words.yearOf(report.year)),
    ...otherYearNotice(year, report.year),
    ...(errors > 0 ? [words.lastYearFaulty(errors)] : []),
  ]
}

/** `new OUT.xlsx`: an empty workbook for the unit and year, last year's figures filled in where they are given. */
export async function newCommand(io: Io, path: string, { unit, year, lastYear }: NewFlags): Promise<void> {
  refuseTarget(path)
  const source = lastYear === undefined ? null : await openSource(lastYear)
  const last = source?.report
  const title = words.bookTitle(unit, year)
  const host = templateHost(io, title, { unit, year, ...(last && { lastYear: last }) })
  writeFiles([{ path, content: await workbookBytes(host.book()) }])
  io.out([words.made(path), ...(source ? lastYearLines(source, year) : [])].join('\n'))
}
