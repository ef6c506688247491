import type { Person } from '../protocol'
import type { Cause } from './working-copy'

/** The author of changes that no person makes. */
export const itself: Person = { id: '', name: '', role: 'editor', line: 'solid', colour: '' }

export function causeOf({ id, name }: Person, kind: Cause['kind'], what: string): Cause {
  return { by: id, who: name, kind, what }
}
