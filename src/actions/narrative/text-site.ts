/** Where a narrative section stands in the workbook. */
import type { NarrativeId } from '../../form'
import type { Place, ReadRows, WorkbookReading, WorkbookSnapshot } from '../../workbook'

export interface TextSite {
  tab: string
  place: Place
  /** The values of the text's tab, from the first row and column of the text on. */
  lines: ReadRows
}

export function siteOf(section: NarrativeId, reading: WorkbookReading, { tabs }: WorkbookSnapshot): TextSite | null {
  const place = reading.spots.get(section)
  const tab = place && reading.tabs.get(place.tab)
  const values = tabs.find(({ name }) => name === tab)?.values
  if (!place || tab === undefined || !values) return null
  return { tab, place, lines: values.slice(place.row - 1).map((line) => line.slice(place.column - 1)) }
}
