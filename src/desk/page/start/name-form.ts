/** Asks who is here before anything else. */
import { pageWords } from '../../../words/desk-page'
import type { StartAnswer } from '../../start-protocol'
import { api } from '../api'
import { messageOf } from '../desk/runner'
import { fill, h } from '../ui/dom'

const words = pageWords.name

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
      api.name({ name }).then(resolve, (error: unknown) => (problem.textContent = messageOf(error)))
    })
    const card = h('section', { class: 'card narrow' }, h('h1', {}, words.title), h('p', {}, words.hint), form)
    fill(document.body, h('main', { class: 'start' }, card))
    field.focus()
  })
}
