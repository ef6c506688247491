/** Carries a command out to its end: what it asks, Google's own windows ask, and wait for the answer. */
import type { Host, Outcome, Question, Reply } from '../actions'
import { GoogleHost } from './google-host'

function replyTo({ title, message, kind }: Question): Reply {
  const ui = SpreadsheetApp.getUi()
  const pressed = ui.alert(title, message, kind === 'yesNo' ? ui.ButtonSet.YES_NO : ui.ButtonSet.OK)
  if (pressed === ui.Button.YES || pressed === ui.Button.OK) return 'yes'
  return pressed === ui.Button.NO ? 'no' : 'closed'
}

export function carryOut<T>(command: (host: Host) => Outcome<T>): T {
  const host = new GoogleHost()
  let outcome = command(host)
  while ('question' in outcome) outcome = outcome.next(host, replyTo(outcome.question))
  return outcome.value
}
