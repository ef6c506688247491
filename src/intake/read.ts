import { parseReport, ReportShapeError } from '../report'
import { reportWords } from '../words/report'
import { htmlBlocks } from './html/html-blocks'
import { readPublished, type Reading } from './published'
import { textBlocks } from './text-blocks'
import { UnreadableSourceError } from './unreadable-error'

function readJson(content: string): Reading {
  let json: unknown
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''))
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    throw new ReportShapeError(reportWords.notJson(position))
  }
  return { report: parseReport(json), findings: [], unread: new Set() }
}

/** How to read each kind of text. */
const readers = {
  json: readJson,
  html: (content: string) => readPublished(htmlBlocks(content)),
  text: (content: string) => readPublished(textBlocks(content)),
} satisfies Record<string, (content: string) => Reading>

export type TextKind = keyof typeof readers

/** Characters. A report has some twenty thousand; a page may hold pictures in its text as well. */
const MOST_CHARACTERS: Readonly<Record<TextKind, number>> = { json: 5_000_000, text: 10_000_000, html: 64_000_000 }

/**
 * Reads a report: `json` as this library prints it, `text` as published, with its tables tab-separated, `html` a web
 * page. Figures are kept as written. The findings (`READ.*`) are about the source; what is wrong with the report
 * itself, `check` says.
 *
 * @throws ReportShapeError for JSON that is no report
 * @throws EmptySourceError for a source in which nothing of an annual report is found
 * @throws UnreadableSourceError for a source that is too large
 */
export function read(content: string, kind: TextKind): Reading {
  if (content.length > MOST_CHARACTERS[kind]) throw new UnreadableSourceError('tooLarge')
  return readers[kind](content)
}
