/** A person as the others see them. */
import type { Person } from '../protocol'
import type { DeskState } from './desk-state'
import type { Session } from './sessions'

export function personOf({ office, colours }: DeskState, { id, name, role }: Session): Person {
  const present = office?.people().map((person) => person.id) ?? []
  return { id, name, role, ...colours.colourOf(id, present) }
}
