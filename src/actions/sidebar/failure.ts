/** What a page tells when its call did not come through. */
import { sidebarWords as words } from '../../words/sidebar'

/**
 * A function of the page's script. In a browser with several accounts Google may carry out a page's call for another
 * account than the one that opened the page: it is refused with these words, before any code of ours runs.
 */
export const failureText =
  '({message})=>/PERMISSION_DENIED|server error occurred|authori[sz]ation is required|需要授权/i.test(message)' +
  `?'${words.otherAccount}':message`
