import type { Report } from '../../../report'
import { cliWords } from '../../../words/cli'
import { tabNames } from '../../../words/tabs'
import { summaryOf } from '../checked'
import { asJson } from '../io'
import type { Io } from '../io'
import { findingsListing } from '../listing'
import { openSource } from '../source'

const words = cliWords.read

function contentLines({ figures, narrative }: Report): string[] {
  const filled = Object.values(figures).filter((value) => value !== null).length
  const texts = (['overview', 'problems', 'other'] as const).map((key) =>
    words.narrative(tabNames[key], [...narrative[key].replace(/\s/g, '')].length),
  )
  return [words.figures(filled), ...texts]
}

/** `read FILE`: the report, and what was found about the file. */
export async function readSubcommand(io: Io, file: string, options: { json?: boolean }): Promise<void> {
  const { report, findings } = await openSource(file)
  if (options.json) io.out(asJson({ report, findings }))
  else io.out([findingsListing(report, findings), '', ...contentLines(report)].join('\n'))
  if (summaryOf(findings).errors > 0) io.foundErrors()
}
