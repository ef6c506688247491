import { checkedSource, summaryOf } from '../checked'
import { asJson } from '../io'
import type { Io } from '../io'
import { findingsListing, otherYearNotice, repairsListing } from '../listing'

export interface CheckFlags {
  lastYear?: string
  json?: boolean
}

/** `check FILE`: every finding, and the repairs. */
export async function checkSubcommand(io: Io, file: string, { lastYear, json }: CheckFlags): Promise<void> {
  const { report, lastYear: last, findings, repairs } = await checkedSource(file, lastYear)
  const summary = summaryOf(findings)
  const { unit, year } = report
  if (json) io.out(asJson({ unit, year, findings, repairs, summary }))
  else {
    const listing = findingsListing(report, findings) + repairsListing(file, repairs)
    io.out([...otherYearNotice(year, last?.year), listing].join('\n'))
  }
  if (summary.errors > 0) io.foundErrors()
}
