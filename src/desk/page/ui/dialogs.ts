/** The page's own dialogs, on the browser's <dialog>: focus stays inside and goes back afterwards. */
import { pageWords } from '../../../words/desk-page'
import type { AskedQuestion } from '../../protocol'
import type { Answer } from '../../services/protocol'
import { freshId, h } from './dom'
import type { Child } from './dom'
import { icon } from './icons'

interface DialogParts {
  title: string
  body: Child[]
  actions: Child[]
  isWide?: boolean
  /** Esc, or the cross. */
  onCancel: () => void
}

/** Shows a dialog over the page; the returned function takes it away. */
export function showDialog({ title, body, actions, isWide, onCancel }: DialogParts): () => void {
  const id = freshId('dialog-title')
  const close = h('button', { type: 'button', class: 'plain', 'aria-label': pageWords.close, onClick: onCancel })
  close.append(icon('close'))
  const dialog = h(
    'dialog',
    { class: isWide ? 'dialog wide' : 'dialog', 'aria-labelledby': id },
    h('header', {}, h('h2', { id }, title), close),
    h('div', { class: 'dialog-body' }, ...body),
    actions.length > 0 && h('footer', {}, ...actions),
  )
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault()
    onCancel()
  })
  document.body.append(dialog)
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[autofocus]')?.focus()
  return () => {
    dialog.close()
    dialog.remove()
  }
}

type ButtonName = Answer['button']

const buttonsOf: Readonly<Record<string, readonly ButtonName[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
}

const captions: Readonly<Record<ButtonName, string>> = {
  OK: pageWords.run.ok,
  CANCEL: pageWords.cancel,
  YES: pageWords.run.yes,
  NO: pageWords.run.no,
  CLOSE: pageWords.close,
}

const lines = (text: string): Child[] => text.split('\n').map((line) => h('p', {}, line))

/** An alert or prompt of the bundle, with its buttons. */
export function ask({ kind, title, message, buttons }: AskedQuestion): Promise<Answer> {
  return new Promise((resolve) => {
    const input = h('input', { type: 'text', 'aria-label': pageWords.run.answer, autofocus: true })
    const answer = (button: ButtonName) => {
      close()
      resolve(kind === 'prompt' ? { button, text: input.value } : { button })
    }
    const names = buttonsOf[buttons] ?? ['OK']
    const first = names[0] ?? 'OK'
    const actions = names.map((name) => {
      const isFirst = name === first
      const properties = { type: 'button', class: isFirst ? 'primary' : '', autofocus: isFirst && kind === 'alert' }
      return h('button', { ...properties, onClick: () => answer(name) }, captions[name])
    })
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) answer(first)
    })
    const body = [...lines(message), kind === 'prompt' && input]
    const close = showDialog({
      title: title || pageWords.product,
      body,
      actions: actions.reverse(),
      onCancel: () => answer('CLOSE'),
    })
  })
}

export function tell(title: string, message: string): Promise<Answer> {
  return ask({ kind: 'alert', title, message, buttons: 'OK' })
}
