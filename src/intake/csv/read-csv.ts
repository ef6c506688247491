import { readSheets } from '../grid/sheet-blocks'
import type { Reading } from '../published'
import { UnreadableSourceError } from '../unreadable-error'
import { csvRows } from './csv-rows'

/** A report has some twenty thousand. */
const MOST_CHARACTERS = 2_000_000

/**
 * Reads a report from a text whose cells are parted by commas, as Excel and WPS save one sheet.
 *
 * @throws UnreadableSourceError for a text that is too large to be a report
 * @throws EmptySourceError for one in which nothing of an annual report is found
 */
export function readCsv(text: string): Reading {
  if (text.length > MOST_CHARACTERS) throw new UnreadableSourceError('tooLarge')
  return readSheets([{ name: '', isHidden: false, rows: csvRows(text) }])
}
