import { readPublished, type Reading } from '../published'
import { drawnSource } from './drawn-blocks'
import type { DrawnPage } from './page'

/**
 * Reads a report from pages as they are painted, as a PDF has them.
 *
 * @throws UnreadableSourceError for pages without text
 * @throws EmptySourceError for pages in which nothing of an annual report is found
 */
export function readDrawn(pages: readonly DrawnPage[]): Reading {
  const { blocks, findings } = drawnSource(pages)
  const reading = readPublished(blocks)
  return { ...reading, findings: [...findings, ...reading.findings] }
}
