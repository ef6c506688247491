/** Carries a command out to its end: what it asks, Google's own windows ask, and wait for the answer. */
import type { Host, Progress, Question, Reply } from '../actions'
import { requireConsent } from './consent'
import { GoogleHost } from './google-host'
import type { Needs } from './needs'
import { address, signature } from './person'
import { told } from './told'

function replyTo({ title, message, kind }: Question): Reply {
  const ui = SpreadsheetApp.getUi()
  const pressed = ui.alert(title, message, kind === 'yesNo' ? ui.ButtonSet.YES_NO : ui.ButtonSet.OK)
  if (pressed === ui.Button.YES || pressed === ui.Button.OK) return 'yes'
  return pressed === ui.Button.NO ? 'no' : 'closed'
}

/**
 * What is missing is told before anything is done. A command that works on cells alone fails at its first call without
 * consent, so it is not asked about beforehand: that would cost each call two more.
 */
function prepare(needs: Needs): void {
  const isStranger = needs.isSigned && address() === ''
  if (needs.scopes.length > 1 || isStranger) requireConsent(needs)
  // A name is asked for while no lock is held and no page of ours is open.
  if (needs.isSigned) signature(needs.isFromMenu)
}

export function carryOut<T>(needs: Needs, command: (host: Host) => Progress<T>): T {
  prepare(needs)
  try {
    let outcome = command(new GoogleHost())
    while ('question' in outcome) {
      const reply = replyTo(outcome.question)
      // Tabs may have been renamed and lines put in while the question stood there: this host knows nothing yet.
      outcome = outcome.next(new GoogleHost(), reply)
    }
    return outcome.value
  } catch (error) {
    requireConsent(needs)
    throw told(error)
  }
}
