/** Who is here, and in which cell. */
import { pageWords } from '../../../words/desk-page'
import type { Person } from '../../protocol'
import { fill, h } from './dom'

const words = pageWords.people
const most = 5

/** 王审核 → 审核, zhang → Z. */
const shortName = (name: string): string =>
  /^[\x20-\x7e]/.test(name) ? name.charAt(0).toUpperCase() : [...name].slice(-2).join('')

export interface People {
  element: HTMLElement
  show: (people: readonly Person[], me: string) => void
}

/** `positionOf` names a person's cell, `goTo` shows it. */
export function makePeople(positionOf: (person: Person) => string, goTo: (person: Person) => void): People {
  const element = h('ul', { class: 'people', 'aria-label': words.label })
  const show = (people: readonly Person[], me: string) => {
    const shown = people.slice(0, most).map((person) => {
      const name = person.id === me ? words.me(person.name) : person.name
      const label = words.at(name, pageWords.role[person.role], positionOf(person))
      const press = () => goTo(person)
      const badge = h('button', {
        type: 'button',
        class: `person ${person.line}`,
        title: label,
        'aria-label': label,
        onClick: press,
      })
      badge.style.setProperty('--person', person.colour)
      badge.append(h('span', {}, shortName(person.name)))
      return h('li', {}, badge)
    })
    const more = people.length - most
    fill(element, ...shown, more > 0 && h('li', { class: 'more', title: words.more(more) }, `+${more}`))
  }
  return { element, show }
}
