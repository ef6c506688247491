import type { Report } from '../../../report'
import { checkedSource, namedLastYear, summaryOf } from '../checked'
import { asJson } from '../io'
import type { Io } from '../io'
import { findingsListing, headOf, otherYearNotice, repairsListing } from '../listing'
import { eachFile, severalFiles } from '../several'
import type { Outcome } from '../several'

export interface CheckFlags {
  lastYear?: string
  json?: boolean
}

async function outcomeOf(file: string, givenLastYear: Report | undefined): Promise<Outcome> {
  const { report, lastYear, findings, repairs } = await checkedSource(file, givenLastYear)
  const { unit, year } = report
  const summary = summaryOf(findings)
  const notices = otherYearNotice(year, lastYear?.year)
  return { head: headOf(report), summary, notices, json: { unit, year, findings, repairs, summary } }
}

/** `check FILE…`: every finding, and the repairs; of several files one line each. */
export async function checkSubcommand(io: Io, given: readonly string[], { lastYear, json }: CheckFlags): Promise<void> {
  const named = await namedLastYear(lastYear)
  const several = severalFiles(given)
  if (several) return eachFile(io, several, json === true, (file) => outcomeOf(file, named))
  const [file = ''] = given
  const { report, lastYear: last, findings, repairs } = await checkedSource(file, named)
  const summary = summaryOf(findings)
  const { unit, year } = report
  if (json) io.out(asJson({ unit, year, findings, repairs, summary }))
  else {
    const listing = findingsListing(report, findings) + repairsListing(file, repairs)
    io.out([...otherYearNotice(year, last?.year), listing].join('\n'))
  }
  if (summary.errors > 0) io.foundErrors()
}
