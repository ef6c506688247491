/** The page's own dialogs, on the browser's <dialog>: focus stays inside and goes back afterwards. */
import { pageWords } from '../../../words/desk-page'
import type { AskedQuestion, PressedButton } from '../../protocol'
import { freshId, h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'

interface DialogParts {
  title: string
  /** Scrolls where it is long; what stands below it is always in view. */
  body: Child[]
  actions: Child[]
  /** Above the buttons. */
  question?: Child
  isWide?: boolean
  /** Esc, or the cross. */
  onCancel: () => void
}

/**
 * A dialog is open, or is just going away. One that comes by itself takes the keyboard, and nobody has said that what is
 * being typed is done.
 */
export const isDialogOpen = (): boolean => document.querySelector('dialog') !== null

/** A click in a dialog leaves the selection there: the field has the keyboard again, and what is typed goes nowhere. */
function giveSelectionBack(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
  field.blur()
  field.focus({ preventScroll: true })
}

/** Shows a dialog over the page; the returned function takes it away. */
export function showDialog({ title, body, actions, question, isWide, onCancel }: DialogParts): () => void {
  const id = freshId('dialog-title')
  const close = h('button', { type: 'button', class: 'plain', 'aria-label': pageWords.close, onClick: onCancel })
  close.append(icon('close'))
  const middle = h('div', { class: 'dialog-body' }, ...body)
  const dialog = h(
    'dialog',
    { class: isWide ? 'dialog wide' : 'dialog', 'aria-labelledby': id },
    h('div', { class: 'dialog-head' }, h('h2', { id }, title), close),
    middle,
    question,
    actions.length > 0 && h('div', { class: 'dialog-foot' }, ...actions),
  )
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    onCancel()
  })
  document.body.append(dialog)
  dialog.showModal()
  // Read on by keyboard.
  const isLong = middle.scrollHeight > middle.clientHeight
  if (isLong && !middle.querySelector('button, input, iframe, [tabindex]')) middle.tabIndex = 0
  dialog.querySelector<HTMLElement>('[autofocus]')?.focus()
  return () => {
    dialog.close()
    giveSelectionBack()
    dialog.remove()
  }
}

type ButtonName = PressedButton['button']

const buttonsOf: Readonly<Record<AskedQuestion['buttons'], readonly ButtonName[]>> = {
  OK: ['OK'],
  YES_NO: ['YES', 'NO'],
}

const usual: Readonly<Record<ButtonName, string>> = {
  OK: pageWords.run.ok,
  YES: pageWords.run.yes,
  NO: pageWords.run.no,
  CLOSE: pageWords.close,
}

const lines = (text: string): Child[] => text.split('\n').map((line) => h('p', {}, line))

/** What is asked after a blank line stands below what is told, which may be long. */
function askedIn(message: string): { told: string; question: Child } {
  const at = message.lastIndexOf('\n\n')
  if (at < 0) return { told: message, question: null }
  return {
    told: message.slice(0, at),
    question: h('div', { class: 'dialog-question' }, ...lines(message.slice(at + 2))),
  }
}

export interface AskOptions {
  captions?: Readonly<Partial<Record<ButtonName, string>>>
  /** The answer after which nothing is lost and nothing has changed; 否 where no other is named. */
  safe?: ButtonName
  /** The question is settled by something else: it is closed. */
  settled?: AbortSignal
}

/**
 * A question, with its buttons. The safe answer has the keyboard: the Enter that brought the question here, pressed twice
 * or held down, changes nothing.
 */
export function ask(
  { title, message, buttons }: AskedQuestion,
  { captions = {}, safe = 'NO', settled }: AskOptions = {},
): Promise<PressedButton> {
  if (settled?.aborted === true) return Promise.resolve({ button: 'CLOSE' })
  return new Promise((resolve) => {
    let isOpen = true
    const press = (button: ButtonName) => {
      if (isOpen) close()
      isOpen = false
      resolve({ button })
    }
    const names = buttonsOf[buttons]
    const actions = names.map((name) => {
      const isOnly = names.length === 1
      const properties = { type: 'button', class: isOnly ? 'primary' : '', autofocus: isOnly || name === safe }
      return h('button', { ...properties, onClick: () => press(name) }, captions[name] ?? usual[name])
    })
    const { told, question } = askedIn(message)
    const close = showDialog({
      title: title || pageWords.product,
      body: lines(told),
      question,
      actions: actions.reverse(),
      onCancel: () => press('CLOSE'),
    })
    settled?.addEventListener('abort', () => press('CLOSE'), { once: true })
  })
}

export function tell(title: string, message: string): Promise<PressedButton> {
  return ask({ title, message, buttons: 'OK' })
}
