import type { Report } from '../../report'
import { cliWords } from '../../words/cli'
import type { Host } from '../host'
import { filledWith } from './fill-workbook'
import type { Io } from './io'
import { openSource } from './source'
import { templateHost } from './workbook'

/** The example's report in a workbook, last year's beside it. */
export async function exampleHost(io: Io): Promise<{ host: Host; report: Report }> {
  const { report } = await openSource(io.example('report-2024.json'))
  const { report: lastYear } = await openSource(io.example('report-2023.json'))
  const { unit, year } = report
  const host = templateHost(io, cliWords.bookTitle(unit, year ?? 0), { unit, ...(year !== null && { year }), lastYear })
  host.setBook(filledWith(host.book(), report))
  return { host, report }
}
