import { cliWords as words } from '../../words/cli'
import { summaryOf } from './checked'
import type { Io } from './io'
import { otherYearNotice } from './listing'
import { openSource } from './source'
import type { Source } from './source'
import { templateBook, workbookBytes } from './workbook'

export interface NewFlags {
  unit: string
  year: number
  /** A file with last year's report. */
  lastYear?: string
}

export interface NewWorkbook {
  title: string
  bytes: Uint8Array
  /** What was taken from last year's file, and doubts about it. */
  notices: string[]
}

function noticesOf({ report, findings }: Source, year: number): string[] {
  const count = Object.values(report.figures).filter((value) => value !== null).length
  const { errors } = summaryOf(findings)
  return [
    words.lastYearTaken(count, report.year === null ? words.unknownYear : words.yearOf(report.year)),
    ...otherYearNotice(year, report.year),
    ...(errors > 0 ? [words.lastYearFaulty(errors)] : []),
  ]
}

/** An empty workbook for the unit and year, last year's figures filled in where they are given. Throws a Failure. */
export async function newWorkbook(io: Io, { unit, year, lastYear }: NewFlags): Promise<NewWorkbook> {
  const source = lastYear === undefined ? null : await openSource(lastYear)
  const title = words.bookTitle(unit, year)
  const { book } = templateBook(io, title, { unit, year, ...(source && { lastYear: source.report }) })
  return { title, bytes: await workbookBytes(book), notices: source ? noticesOf(source, year) : [] }
}
