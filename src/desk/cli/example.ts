import type { Report } from '../../report'
import { cliWords } from '../../words/cli'
import type { OpenBook } from '../bench'
import { filledWith } from './fill-workbook'
import type { Io } from './io'
import { openSource } from './source'
import { openBook, templateBook } from './workbook'

/** The example's report in a workbook, last year's beside it. */
export async function exampleBook(io: Io): Promise<{ workbook: OpenBook; report: Report }> {
  const { report } = await openSource(io.example('report-2024.json'))
  const { report: lastYear } = await openSource(io.example('report-2023.json'))
  const { unit, year } = report
  const request = { unit, ...(year !== null && { year }), lastYear }
  const template = templateBook(io, cliWords.bookTitle(unit, year ?? 0), request)
  return { workbook: openBook(io, filledWith(template.book, report)), report }
}
