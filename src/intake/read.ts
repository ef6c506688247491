import { parseReport, ReportShapeError } from '../report'
import { reportWords } from '../words/report'
import { exportFinding } from './findings'
import { readPublished, type Reading } from './published'
import { keyedBlocks } from './shapes/keyed'
import { textBlocks } from './text-blocks'

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

/** How to read each kind of content. */
const readers = {
  json: readJson,
  text: readText,
} satisfies Record<string, (content: string) => Reading>

export type SourceKind = keyof typeof readers

/**
 * Reads a report: `json` as this library prints it, `text` as published, with its tables tab-separated. Figures are kept
 * as written. The findings (`READ.*`) are about the source; what is wrong with the report itself, `check` says.
 *
 * @throws ReportShapeError for JSON that is no report
 * @throws EmptySourceError for text in which nothing of an annual report is found
 */
export function read(content: string, kind: SourceKind): Reading {
  return readers[kind](content)
}
