/** A new workbook: unit, year, last year's report. */
import { pageWords } from '../../../words/desk-page'
import { readableFiles } from '../../../words/readable-files'
import { api } from '../api'
import { freshId, h } from '../ui/dom'
import { icon } from '../ui/icons'
import { fileInput } from './file-input'
import type { Open } from './open-workbook'

const words = pageWords.start

function field(label: string, hint: string, properties: Record<string, string | boolean>): HTMLElement {
  const id = freshId('field')
  const input = h('input', { id, 'aria-describedby': `${id}-hint`, ...properties })
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, h('small', { id: `${id}-hint` }, hint))
}

/** Off at first: what is carried on is a figure of this year, which nobody has typed. */
function carryField(): { element: HTMLElement; enable: (isPossible: boolean) => void } {
  const id = freshId('field')
  const box = h('input', { id, type: 'checkbox', name: 'carry', disabled: true, 'aria-describedby': `${id}-hint` })
  const label = h('label', { for: id, class: 'tick' }, box, words.carry)
  const element = h('div', { class: 'field' }, label, h('small', { id: `${id}-hint` }, words.carryHint))
  const enable = (isPossible: boolean) => {
    box.disabled = !isPossible
    if (!isPossible) box.checked = false
  }
  return { element, enable }
}

function lastYearField(picked: (file: File | undefined) => void): HTMLElement {
  const id = freshId('field')
  const name = h('output', { for: id, class: 'picked' }, words.noFile)
  const properties = { id, name: 'lastYear', accept: readableFiles }
  const input = fileInput(properties, (file) => {
    name.textContent = file?.name ?? words.noFile
    picked(file)
  })
  const button = h('button', { type: 'button', 'aria-describedby': `${id}-hint`, onClick: () => input.click() })
  button.append(words.choose)
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, words.lastYear),
    h('div', { class: 'picker' }, button, name, input),
    h('small', { id: `${id}-hint` }, words.lastYearHint),
  )
}

export function freshForm(year: number, open: Open): HTMLElement {
  const problem = h('p', { class: 'problem', role: 'alert' })
  const carry = carryField()
  const form = h(
    'form',
    { novalidate: true },
    field(words.unit, words.unitHint, { name: 'unit', required: true, maxlength: '100' }),
    field(words.year, words.yearHint, { name: 'year', inputmode: 'numeric', value: String(year), maxlength: '4' }),
    lastYearField((file) => carry.enable(file !== undefined)),
    carry.element,
    problem,
    h('button', { type: 'submit', class: 'primary' }, icon('plus'), words.create),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    const lastYear = data.get('lastYear')
    if (lastYear instanceof File && lastYear.size === 0) data.delete('lastYear')
    const wrong = !String(data.get('unit')).trim()
      ? words.needUnit
      : /^\d{4}$/.test(String(data.get('year')))
        ? ''
        : words.needYear
    problem.textContent = wrong
    if (!wrong) open(() => api.fresh(data))
  })
  return h('section', { class: 'card' }, h('h2', {}, words.fresh), form)
}
