import { areaOf, formatArea, parseReference } from '../book'
import type { Area } from '../book'

/** `'tab'!$B$5:$D$9`, as defined names have it. */
export function absoluteReference(tab: string, area: Area): string {
  const address = formatArea(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return `'${tab.replaceAll("'", "''")}'!${address}`
}

/** A tab's name, where one is given, and the cells meant; null for whole rows or columns and for what is no reference. */
export function parseArea(text: string): { sheet: string | null; area: Area } | null {
  const reference = parseReference(text)
  const ends = reference ? [reference.first, reference.last ?? reference.first] : []
  if (!reference || ends.some(({ row, column }) => row === null || column === null)) return null
  return { sheet: reference.sheet, area: areaOf(reference, { rows: 0, columns: 0 }) }
}
