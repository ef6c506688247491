import type { Report } from '../../../report'
import { cliWords } from '../../../words/cli'
import { tabNames } from '../../../words/tabs'
import { summaryOf } from '../checked'
import { asJson } from '../io'
import type { Io } from '../io'
import { findingsListing, headOf } from '../listing'
import { eachFile, severalFiles } from '../several'
import type { Outcome } from '../several'
import { openSource } from '../source'

const words = cliWords.read

function contentLines({ figures, narrative }: Report): string[] {
  const filled = Object.values(figures).filter((value) => value !== null).length
  const texts = (['overview', 'problems', 'other'] as const).map((key) =>
    words.narrative(tabNames[key], [...narrative[key].replace(/\s/g, '')].length),
  )
  return [words.figures(filled), ...texts]
}

async function outcomeOf(file: string): Promise<Outcome> {
  const { report, findings } = await openSource(file)
  return { head: headOf(report), summary: summaryOf(findings), notices: [], json: { report, findings } }
}

/** `read FILE…`: the report, and what was found about the file; of several files one line each. */
export async function readSubcommand(io: Io, given: readonly string[], options: { json?: boolean }): Promise<void> {
  const several = severalFiles(given)
  if (several) return eachFile(io, several, options.json === true, outcomeOf)
  const { report, findings } = await openSource(given[0] ?? '')
  if (options.json) io.out(asJson({ report, findings }))
  else io.out([findingsListing(report, findings), '', ...contentLines(report)].join('\n'))
  if (summaryOf(findings).errors > 0) io.foundErrors()
}
