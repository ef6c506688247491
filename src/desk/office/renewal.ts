import { officeWords as words } from '../../words/office'
import { renewMarks } from '../bench'
import { causeOf, itself } from './cause'
import type { Change, WorkingCopy } from './working-copy'

/**
 * A change of the program's own, after a person's: marks and hints of a check that do not hold any more are renewed.
 * No part of the person's change, so that an undo of hers does not depend on them. Null: nothing is to be renewed.
 */
export function renewal(copy: WorkingCopy, year: number): Change | null {
  try {
    const change = copy.bench.change(() => renewMarks(copy.bench, year))
    return copy.take(change, causeOf(itself, 'run', words.renewed))
  } catch {
    // Marks never stop a person who types, whatever is wrong with the tab: the next check tells it.
    return null
  }
}
