/** Carries a command out to its end: what it asks, Google's own windows ask, and wait for the answer. */
import type { Host, Progress, Question, Reply } from '../actions'
import { GoogleHost } from './google-host'

function replyTo({ title, message, kind }: Question): Reply {
  const ui = SpreadsheetApp.getUi()
  const pressed = ui.alert(title, message, kind === 'yesNo' ? ui.ButtonSet.YES_NO : ui.ButtonSet.OK)
  if (pressed === ui.Button.YES || pressed === ui.Button.OK) return 'yes'
  return pressed === ui.Button.NO ? 'no' : 'closed'
}

export function carryOut<T>(command: (host: Host) => Progress<T>): T {
  const host = new GoogleHost()
  let progress = command(host)
  while ('question' in progress) progress = progress.next(host, replyTo(progress.question))
  return progress.value
}
