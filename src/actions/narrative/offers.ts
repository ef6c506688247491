/** Figures typed by hand that a field can take the place of, offered one by one. */
import { narrativeIds, type NarrativeId } from '../../form'
import { fieldSuggestions, type FieldSuggestion, type StatedClaim } from '../../narrative'
import { readWorkbook, type WorkbookSnapshot } from '../../workbook'
import { narrativeToolWords as words } from '../../words/sketch'
import type { Plan } from '../plan'
import { asText } from '../as-text'
import { siteOf } from './text-site'

export interface FieldOffer extends FieldSuggestion {
  section: NarrativeId
  tab: string
  /** The words that the figure stands in. */
  quote: string
}

type ClaimsOf = (text: string, options: { year?: number }) => readonly StatedClaim[]

/** What could be a field, by the claims that are read in the texts. */
export function fieldOffers(snapshot: WorkbookSnapshot, claimsOf: ClaimsOf): FieldOffer[] {
  const reading = readWorkbook(snapshot)
  const { report } = reading
  return narrativeIds.flatMap((section) => {
    const site = siteOf(section, reading, snapshot)
    const text = report.narrative[section]
    const claims = claimsOf(text, report.year === null ? {} : { year: report.year })
    const quoteAt = ({ start }: FieldSuggestion) =>
      claims.find((claim) => claim.start <= start && start < claim.end)?.quote
    return fieldSuggestions(text, claims, report).flatMap((suggestion) =>
      site ? [{ ...suggestion, section, tab: site.tab, quote: quoteAt(suggestion) ?? suggestion.from }] : [],
    )
  })
}

/** Puts the field into the cell that holds the figure, unless something else stands there by now. */
export function planReplacement(
  snapshot: WorkbookSnapshot,
  { section, start, from, to }: Pick<FieldOffer, 'section' | 'start' | 'from' | 'to'>,
): Plan {
  const site = siteOf(section, readWorkbook(snapshot), snapshot)
  let left = start
  for (const [index, line] of (site?.lines ?? []).entries()) {
    const text = line.join('')
    const own = String(line[0] ?? '')
    if (text === '') continue
    if (left < own.length) {
      if (!site || own.slice(left, left + from.length) !== from) break
      const value = asText(own.slice(0, left) + to + own.slice(left + from.length))
      const { row, column } = site.place
      const write = { kind: 'values' as const, tab: site.tab, row: row + index, column, values: [[value]] }
      return { writes: [write], message: words.inserted(to, site.tab) }
    }
    left -= text.length + 1
  }
  return { writes: [], message: words.notReplaced }
}
