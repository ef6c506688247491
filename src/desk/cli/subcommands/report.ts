import { join } from 'node:path'
import { foreignFigures } from '../../../actions'
import { filledReport } from '../../../narrative'
import { cliWords as words } from '../../../words/cli'
import { checkedSource, namedLastYear } from '../checked'
import { makeDocuments } from '../documents'
import type { Format } from '../formats'
import type { Io } from '../io'
import { inFolder, writeFiles } from '../write-files'

export interface ReportFlags {
  out: string
  format: Format[]
  draft?: boolean
  lastYear?: string
}

const MOST_ERRORS = 5

/**
 * `report FILE --out DIR`: the documents; while errors stand that nobody has accepted, only as a draft. Figures that the
 * form has no place for are never left out in silence.
 */
export async function reportSubcommand(io: Io, file: string, flags: ReportFlags): Promise<void> {
  const { report, lastYear, findings, accepted } = await checkedSource(file, await namedLastYear(flags.lastYear))
  const errors = findings.filter(({ severity, fingerprint }) => severity === 'error' && !accepted.has(fingerprint))
  const isDraft = flags.draft === true
  if (errors.length > 0 && !isDraft) {
    io.foundErrors()
    const shown = errors.slice(0, MOST_ERRORS).map(({ message }) => `  ${message}`)
    const more = errors.length > shown.length ? [words.moreErrors(errors.length - shown.length)] : []
    io.out([words.refused(errors.length), ...shown, ...more, words.refusedNext].join('\n'))
    return
  }
  const foreign = foreignFigures(report)
  if (foreign.length > 0 && !isDraft) {
    io.foundErrors()
    io.out(words.foreignRefused(foreign))
    return
  }
  const files = await makeDocuments(filledReport(report, lastYear), flags.format, isDraft, process.env['PATH'] ?? '')
  const placed = files.map(({ name, content }) => ({ path: join(flags.out, name), content }))
  inFolder(flags.out, () => writeFiles(placed))
  const notice = [
    ...(errors.length > 0 ? [words.draftMade(errors.length)] : []),
    ...(foreign.length > 0 ? [words.foreignLeftOut(foreign)] : []),
  ]
  io.out([...placed.map(({ path }) => words.wrote(path)), ...notice].join('\n'))
}
