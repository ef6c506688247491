/** Who is here, before anything else: as this browser knows it, else asked. */
import { pageWords } from '../../../words/desk-page'
import type { StartAnswer } from '../../start-protocol'
import { api } from '../api'
import { messageOf } from '../desk/runner'
import { fill, h } from '../ui/dom'
import { keepName, knownName } from './known-name'

const words = pageWords.name

/** The page is opened so to be asked for another name. */
export const NAME_QUERY = 'name'

export interface Named {
  start: StartAnswer
  /** The name is the one that was given here before. */
  isKnown: boolean
}

/** The name that was given here before; asked for where none was, or where the server does not take it. */
export async function enterName(): Promise<Named> {
  const name = knownName(localStorage)
  const start = name === null ? null : await api.name({ name }).catch(() => null)
  return start ? { start, isKnown: true } : { start: await askName(), isKnown: false }
}

/**
 * Says under which name the person works, with a button that asks for another: without it the next person at this
 * browser would work under the name of the one before.
 */
export function knownNameLine(name: string): [text: string, button: HTMLElement] {
  const press = () => location.assign(`/?${NAME_QUERY}`)
  return [words.known(name), h('button', { type: 'button', class: 'small', onClick: press }, words.other)]
}

export function askName(): Promise<StartAnswer> {
  return new Promise((resolve) => {
    const field = h('input', { id: 'name', name: 'name', autocomplete: 'name', required: true, maxlength: '20' })
    const problem = h('p', { class: 'problem', role: 'alert' })
    const button = h('button', { type: 'submit', class: 'primary' }, words.go)
    const form = h('form', { novalidate: true }, h('label', { for: 'name' }, words.label), field, problem, button)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const name = field.value.trim()
      problem.textContent = name ? '' : words.need
      if (!name) return field.focus()
      const taken = (start: StartAnswer) => {
        keepName(localStorage, name)
        resolve(start)
      }
      api.name({ name }).then(taken, (error: unknown) => (problem.textContent = messageOf(error)))
    })
    const card = h('section', { class: 'card narrow' }, h('h1', {}, words.title), h('p', {}, words.hint), form)
    fill(document.body, h('main', { class: 'start' }, card))
    field.focus()
  })
}
