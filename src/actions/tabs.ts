/** Which tabs of a spreadsheet hold the parts of the workbook. */
import { layout } from '../workbook'
import type { TabKey, WorkbookSnapshot } from '../workbook'

/** The tab of each part: that of its named range, else the one with its official name. */
function tabsOfParts(sheets: readonly string[], names: WorkbookSnapshot['names']): { key: TabKey; name: string }[] {
  return layout().tabs.map((tab) => {
    const own = new Set(tab.names.map(({ name }) => name))
    const named = names.find(({ name, tab: at }) => own.has(name) && sheets.includes(at))
    return { key: tab.key, name: named?.tab ?? tab.name }
  })
}

/**
 * Names of the tabs to read for some parts, in the order of `sheets`: by named range, else by official name. For each
 * part that has neither, one tab of another name is read too, because its labels may tell what it is.
 */
export function tabsToRead(
  sheets: readonly string[],
  names: WorkbookSnapshot['names'],
  keys: readonly TabKey[],
): string[] {
  const tabs = tabsOfParts(sheets, names)
  const wanted = tabs.filter(({ key }) => keys.includes(key))
  const claimed = new Set(tabs.map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !sheets.includes(name)).length
  const others = sheets.filter((name) => !claimed.has(name)).slice(0, missing)
  const chosen = new Set([...wanted.map(({ name }) => name), ...others])
  return sheets.filter((name) => chosen.has(name))
}

/** The tab that holds one part, by its named range or its official name; null where there is none. */
export function tabNamed(sheets: readonly string[], names: WorkbookSnapshot['names'], key: TabKey): string | null {
  return tabsOfParts(sheets, names).find((tab) => tab.key === key && sheets.includes(tab.name))?.name ?? null
}

/** The values without the empty lines and columns after the last used ones. */
export function trimmed<T>(values: readonly (readonly T[])[]): T[][] {
  let rows = values.length
  // Most rows of a tab are empty, and joining a row is the fastest way to see that.
  while (rows > 0 && values[rows - 1]?.join('') === '') rows -= 1
  const used = values.slice(0, rows)
  const columns = Math.max(0, ...used.map(usedColumns))
  return used.map((line) => line.slice(0, columns))
}

function usedColumns(line: readonly unknown[]): number {
  let columns = line.length
  while (columns > 0 && line[columns - 1] === '') columns -= 1
  return columns
}

/** Every tab of the spreadsheet that may be one of ours. */
export function templateTabs(sheets: readonly string[], names: WorkbookSnapshot['names']): string[] {
  return tabsToRead(
    sheets,
    names,
    layout().tabs.map(({ key }) => key),
  )
}
