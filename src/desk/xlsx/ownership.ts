/** Whose workbook a file is, and which of its tabs are which. */
import { tabNames } from '../../words/tabs'
import type { Carried, CarriedSheet } from './carried'

/** A workbook downloaded from Google has only its tabs to tell that it is ours: so many of them must be there. */
const ENOUGH_TABS = 3

export function isOurs(names: readonly string[]): boolean {
  const known: readonly string[] = Object.values(tabNames)
  return names.filter((name) => known.includes(name)).length >= ENOUGH_TABS
}

/** What was carried about each tab, by its present name. Renamed tabs get the rest, in order. */
export function carriedSheets(names: readonly string[], carried: Carried | null): Map<string, CarriedSheet> {
  const noted = carried?.sheets ?? []
  const known = new Map(noted.map((sheet) => [sheet.name, sheet]))
  const left = noted.filter((sheet) => !names.includes(sheet.name))
  const renamed = names.filter((name) => !known.has(name))
  if (left.length === renamed.length) {
    renamed.forEach((name, index) => {
      const sheet = left[index]
      if (sheet) known.set(name, sheet)
    })
  }
  return known
}

/** Ids of the tabs by name: those they had, and new ones for tabs that were added. */
export function idsOf(names: readonly string[], noted: ReadonlyMap<string, CarriedSheet>): Map<string, number> {
  let next = Math.max(0, ...[...noted.values()].map(({ id }) => id)) + 1
  return new Map(names.map((name) => [name, noted.get(name)?.id ?? next++]))
}
