/** What the open sidebar asks for again and again. At Google it is at hand in every call, unlike the sidebar's commands. */
import { sidebarWords as words } from '../../words/sidebar'
import { done, type Host, type Progress } from '../host'
import { bannerPlace, isFresh, rowsBelow, stateOf } from '../sidebar/shown-state'
import { readAt } from '../areas'

/** Selects a cell, in A1 notation, of the tab with this name. Reads nothing. Throws if the tab is gone. */
export function goToCell(host: Host, tab: string, cell: string): Progress<{ tab: string; cell: string }> {
  if (!host.select(tab, cell)) throw new Error(words.tabGone(tab))
  return done({ tab, cell })
}

/**
 * Whether nothing has changed since the last check. Null: what the sidebar shows is not what stands in the workbook, as
 * after an undo or what a colleague did. Three reads at Google.
 *
 * @param shown the state of what the sidebar shows; an older sidebar sends none
 */
export function areFindingsFresh(host: Host, shown?: string): Progress<boolean | null> {
  const { tabs, names, properties } = host.read({ values: ['findings'], properties: true })
  const place = bannerPlace(
    tabs.map(({ name }) => name),
    names,
  )
  const values = tabs.find(({ name }) => name === place?.tab)?.values ?? []
  const row = place?.row ?? 0
  if (shown !== undefined && shown !== stateOf(rowsBelow(values, row), properties)) return done(null)
  return done(isFresh(String(readAt(values, { row, column: 1 }))))
}
