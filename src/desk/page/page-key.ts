/** The key by which the server knows this page: a cookie alone would let in any program that gets the browser's cookies. */
import { keyFragment } from '../protocol'

/** Kept for this address and port only, for all pages of this browser; another program's page cannot read it. */
const place = 'nianbao-key'

/** Where nothing can be kept, the page has to be entered by the link each time. */
let own: string | null = null

/** Takes the key out of the address, so that it does not stay in the history. Call it first of all. */
export function takeKey(): void {
  if (!location.hash.startsWith(keyFragment)) return
  own = location.hash.slice(keyFragment.length)
  history.replaceState(null, '', location.pathname + location.search)
  try {
    localStorage.setItem(place, own)
  } catch {
    // This page has it.
  }
}

/** The latest: the link may have been opened in another tab since. */
export function pageKey(): string {
  try {
    return localStorage.getItem(place) ?? own ?? ''
  } catch {
    return own ?? ''
  }
}
