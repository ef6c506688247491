/** What the open sidebar asks for again and again. At Google it is at hand in every call, unlike the sidebar's commands. */
import { sidebarWords as words } from '../../words/sidebar'
import { done, type Host, type Progress } from '../host'
import { bannerPlace, isFresh } from '../sidebar/sidebar'

/** Selects a cell, in A1 notation, of the tab with this name. Reads nothing. Throws if the tab is gone. */
export function goToCell(host: Host, tab: string, cell: string): Progress<{ tab: string; cell: string }> {
  if (!host.select(tab, cell)) throw new Error(words.tabGone(tab))
  return done({ tab, cell })
}

/** Whether nothing has changed since the last check. Two reads at Google. */
export function areFindingsFresh(host: Host): Progress<boolean> {
  const { tabs, names } = host.read({})
  const place = bannerPlace(
    tabs.map(({ name }) => name),
    names,
  )
  const value = place ? host.readCell({ tab: place.tab, row: place.row, column: 1 }) : ''
  return done(isFresh(String(value)))
}
