/** What becomes of what is typed or written into a cell. */
import { selfTestWords as words, type ProbeId } from '../../words/self-test'
import { judged, shown, type Probe, type Seen } from './probe'
import type { Site } from './site'

/** As `setValues` takes it in: a text is read as if a person had typed it. */
function entered(site: Site, value: unknown, format?: string): unknown {
  const cell = site.cell()
  if (format !== undefined) cell.setNumberFormats([[format]])
  return cell.setValues([[value]]).getValues()[0]?.[0]
}

/** The year belongs to Google's clock: a day typed without one is in the year that runs. */
const dayOf = ({ zone }: Site, day: string): string =>
  words.day(`${Utilities.formatDate(new Date(), zone, 'yyyy')}-${day}`)

const same = (value: unknown, wanted: string): Seen => judged(shown(value) === wanted, shown(value))

interface Entry {
  id: ProbeId
  value: unknown
  format?: string
  wanted: (site: Site) => string
}

const entries: readonly Entry[] = [
  { id: 'fraction', value: '3/4', wanted: (site) => dayOf(site, '03-04') },
  { id: 'chineseDay', value: '2024年1月31日', wanted: () => words.day('2024-01-31') },
  { id: 'shortDay', value: '12-1', wanted: (site) => dayOf(site, '12-01') },
  { id: 'padded', value: ' 8 ', wanted: () => words.number(8) },
  { id: 'fullWidth', value: '８', wanted: () => words.text('８') },
  { id: 'asText', value: '8', format: '@', wanted: () => words.text('8') },
  { id: 'general', value: '2024年1月31日', format: 'General', wanted: () => words.day('2024-01-31') },
  { id: 'link', value: '=HYPERLINK("#gid=0&range=C5","C5")', wanted: () => words.text('C5') },
]

/** The way in which 流程记录 is written: into a row of its own below all others. */
function appended(site: Site): Seen {
  const { tab } = site
  tab.appendRow(["'2025-01-06 10:30"])
  const values = tab.getRange(tab.getLastRow(), 1).getValues()
  return same(values[0]?.[0], words.text('2025-01-06 10:30'))
}

/** A repair into such a cell: whether it comes back as a number or as text, it must be the same 8. */
function numberAsText(site: Site): Seen {
  const value = entered(site, 8, '@')
  return judged(value === 8 || value === '8', shown(value))
}

/** 初始化模板 sets the locale, and what it writes next is read by it. Great Britain puts the day before the month. */
function localeTakes(site: Site): Seen {
  const { spreadsheet } = site
  const before = spreadsheet.getSpreadsheetLocale()
  try {
    spreadsheet.setSpreadsheetLocale('en_GB')
    return same(entered(site, '31/1/2024'), words.day('2024-01-31'))
  } finally {
    spreadsheet.setSpreadsheetLocale(before)
  }
}

/** A day begins at midnight by the clock of the spreadsheet, else it would be read as another day. */
function dayBegins(site: Site): Seen {
  const value = entered(site, '2024-01-31')
  if (!(value instanceof Date)) return judged(false, shown(value))
  const moment = Utilities.formatDate(value, site.zone, 'yyyy-MM-dd HH:mm')
  return judged(moment === '2024-01-31 00:00', moment)
}

export const cellProbes: readonly Probe[] = [
  ...entries.map(({ id, value, format, wanted }): Probe => ({
    id,
    run: (site) => same(entered(site, value, format), wanted(site)),
  })),
  { id: 'numberAsText', run: numberAsText },
  { id: 'apostrophe', run: appended },
  { id: 'dayZone', run: dayBegins },
  { id: 'localeTakes', run: localeTakes },
]
