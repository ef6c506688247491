/** What 初始化模板 writes about the workbook as a whole: its region, which spreadsheet and which version it is. */
import { checkState, stateWrites } from '../check/check-state'
import type { Write } from '../plan'
import { isCopied, propertyNames, type Properties } from '../properties'
import type { CopyChoice } from './copied'
import type { TemplateReading } from './reading'

const property = (name: string, value: string | null): Write => ({ kind: 'property', name, value })

/** What a check remembers of the colours on these tabs, which were drawn anew and have lost them. */
function forgetColours(properties: Properties, redrawn: readonly string[]): Write[] {
  const before = checkState(properties)
  const left = Object.entries(before.coloured).filter(([tab]) => !redrawn.includes(tab))
  return stateWrites(before, { ...before, coloured: Object.fromEntries(left) })
}

const forget = (properties: Properties, names: readonly string[]): Write[] =>
  names.filter((name) => name in properties).map((name) => property(name, null))

/**
 * Where the workbook was made by another version, everything is set anew and the check's colours go with it. A copy
 * that was begun anew, or holds nothing, has no use for what was remembered of the original's cells.
 */
export function closingWrites(
  { properties, settings }: TemplateReading,
  version: string,
  choice: CopyChoice | null,
  redrawn: readonly string[],
): Write[] {
  const isNewHere = isCopied(properties, settings?.id ?? '')
  const { check, pendingTotals, undo, emptying } = propertyNames
  const ended = choice === 'anew' || emptying in properties ? [property(emptying, null)] : []
  if (choice === 'anew' || (choice === null && isNewHere)) {
    return [...forget(properties, [check, pendingTotals, undo]), ...ended, property(propertyNames.version, version)]
  }
  if (properties[propertyNames.version] === version) return [...forgetColours(properties, redrawn), ...ended]
  return [...forget(properties, [check]), ...ended, property(propertyNames.version, version)]
}

const CHINA = { locale: 'zh_CN', timeZone: 'Asia/Shanghai' } as const

/** Before anything is written: what is typed, and which day a cell shows, depend on it. */
export function regionWrites({ settings }: TemplateReading): Write[] {
  const isChina = !settings || (settings.locale === CHINA.locale && settings.timeZone === CHINA.timeZone)
  return isChina ? [] : [{ kind: 'region', ...CHINA }]
}

/** The spreadsheet's id, where another one or none is noted. */
export function idWrites({ settings, properties }: TemplateReading): Write[] {
  const id = settings?.id ?? ''
  return id === '' || properties[propertyNames.spreadsheet] === id ? [] : [property(propertyNames.spreadsheet, id)]
}

/** The first write of 新建. */
export const beginAnew = (): Write => property(propertyNames.emptying, 'anew')
