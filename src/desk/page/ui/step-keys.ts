/** Ctrl+Z and Ctrl+Y wherever the keyboard is: on a button, in a panel, or nowhere after a dialog. */
import { commandOf } from '../view/grid/keys'
import { isDialogOpen } from './dialogs'

/** These take back what was typed in them. */
const OWN_STEPS = 'input, textarea, select'

export function listenToStepKeys(step: (way: 'undo' | 'redo') => void): void {
  // The cells hear these keys first, and let nothing through that they have carried out.
  window.addEventListener('keydown', (event) => {
    const command = commandOf(event, 'ready')
    if (command?.do !== 'undo' && command?.do !== 'redo') return
    const isElsewhere = event.target instanceof Element && event.target.matches(OWN_STEPS)
    if (isElsewhere || isDialogOpen()) return
    event.preventDefault()
    step(command.do)
  })
}
