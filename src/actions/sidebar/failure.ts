/** What a page tells when its call did not come through. */
import { saysNoConsent, saysOtherAccount } from '../../words/google-says'
import { sidebarWords as words } from '../../words/sidebar'

/**
 * A function of the page's script. In a browser with several accounts Google may carry out a page's call for another
 * account than the one that opened the page. It is refused before any code of ours runs, and a page gets no code with
 * it but Google's sentence.
 */
export const failureText =
  `({message})=>/${saysOtherAccount}|${saysNoConsent}/i.test(message)` + `?'${words.otherAccount}':message`
