import { parseReport, ReportShapeError } from '../report'
import { reportWords } from '../words/report'
import { exportFinding } from './findings'
import { htmlSource } from './html/html-blocks'
import { readPublished, type Reading } from './published'
import { keyedBlocks } from './shapes/keyed'
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

/** Text as published, or data that another system exported: then it is said, and what in it does not fit together. */
function readText(content: string): Reading {
  const exported = keyedBlocks(content)
  if (!exported) return readPublished(textBlocks(content))
  const reading = readPublished(exported)
  return { ...reading, findings: [exportFinding(reading.report), ...reading.findings] }
}

function readHtml(content: string): Reading {
  const { blocks, head, findings } = htmlSource(content)
  const reading = readPublished(blocks, head)
  return { ...reading, findings: [...findings, ...reading.findings] }
}

/** How to read each kind of text. */
const readers = {
  json: readJson,
  html: readHtml,
  text: readText,
} satisfies Record<string, (content: string) => Reading>

export type TextKind = keyof typeof readers

/** Characters. A report has some twenty thousand, so that a text of a hundred reports is none; a page may hold pictures in its text as well. */
const MOST_CHARACTERS: Readonly<Record<TextKind, number>> = { json: 1_000_000, text: 2_000_000, html: 64_000_000 }

/** Lines that hold something: a report printed with one cell a line has some thousand. */
const MOST_LINES = 250_000
const LINE = /\S[^\n\r\f\v\u0085\u2028\u2029]*/g

const isTooLarge = (content: string, kind: TextKind): boolean =>
  content.length > MOST_CHARACTERS[kind] || (kind === 'text' && (content.match(LINE)?.length ?? 0) > MOST_LINES)

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
  if (isTooLarge(content, kind)) throw new UnreadableSourceError('tooLarge')
  return readers[kind](content)
}
