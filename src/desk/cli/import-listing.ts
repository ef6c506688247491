import type { ImportItem, ImportPreview } from '../../actions'
import { cliWords } from '../../words/cli'
import { importWords } from '../../words/import'

const words = cliWords.import

/** The preview's items by what becomes of them. */
export interface Sorted {
  changes: ImportItem[]
  /** Left as they are, since something else stands there. */
  kept: ImportItem[]
  /** For this year's tabs, not asked for. */
  offers: ImportItem[]
}

const shown = (text: string): string => (text === '' ? importWords.blank : importWords.short(text).replace(/\n/g, ' '))

const block = (heading: string, lines: readonly string[]): string[] => (lines.length > 0 ? ['', heading, ...lines] : [])

function itemLine({ tab, cell, place, stands, comes, origin }: ImportItem): string {
  const within = place.startsWith(tab) ? place.slice(tab.length).trim() : place
  return words.change(tab, cell, within, shown(stands), shown(comes), origin)
}

function readingLines({ rows }: ImportPreview): string[] {
  const all = rows.flatMap((row) => row.options)
  return rows.flatMap(({ message, options, chosen }) => [
    `  【${cliWords.severity.error}】${message}`,
    ...options.map(({ id, label }) => words.reading(all.findIndex((one) => one.id === id) + 1, label, id === chosen)),
  ])
}

/** What is wrong with the source, every cell that changes or is kept, and what was done. */
export function importListing(preview: ImportPreview, { changes, kept, offers }: Sorted, done: string): string {
  const { name, unit, year, warnings, findings, totals, same } = preview
  return [
    importWords.source(name, unit, year),
    ...warnings.map(words.warning),
    ...findings.map(({ severity, message }) => `  【${cliWords.severity[severity]}】${message}`),
    ...block(words.readings, readingLines(preview)),
    ...block(
      words.totals,
      totals.map((total) => `  ${total}`),
    ),
    ...block(words.changes(changes.length), changes.map(itemLine)),
    ...block(words.kept(kept.length), kept.map(itemLine)),
    ...block(words.offers(offers.length), offers.map(itemLine)),
    '',
    ...(same > 0 ? [words.same(same)] : []),
    done,
  ].join('\n')
}
