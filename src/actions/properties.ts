/** What the actions remember in the document's properties. */

export const propertyNames = {
  /** The version of the program that made or last renewed the workbook. */
  version: 'nianbao.version',
  /** The id of the spreadsheet that this was noted in: a copy has another. */
  spreadsheet: 'nianbao.spreadsheet',
  /** Stands while 新建 empties a copy, so that a run that was cut off asks again though nothing is left to empty. */
  emptying: 'nianbao.emptying',
  check: 'nianbao.check',
  pendingTotals: 'nianbao.pendingTotals',
  undo: 'nianbao.undo',
} as const

/** Document properties as read in one call. */
export type Properties = Readonly<Record<string, string>>

/** A property's JSON as an object, or null where it is missing or damaged. */
export function storedObject(properties: Properties, name: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(properties[name] ?? 'null')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The version that made the workbook; null if it is this one or unknown. */
export function otherVersion(properties: Properties, version: string): string | null {
  const madeBy = properties[propertyNames.version]
  return madeBy === undefined || madeBy === version ? null : madeBy
}

/** Whether this was noted in another spreadsheet and came along in a copy; `id` is empty where the host keeps only one. */
export function isCopied(properties: Properties, id: string): boolean {
  const noted = properties[propertyNames.spreadsheet]
  return id !== '' && noted !== undefined && noted !== id
}
