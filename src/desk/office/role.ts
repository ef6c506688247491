import { officeWords as words } from '../../words/office'
import type { Person } from '../protocol'
import { OfficeError } from './error'

/** Reviewers read and comment. Throws an OfficeError for them. */
export function refuseReviewer({ role }: Person): void {
  if (role !== 'editor') throw new OfficeError('forbidden', words.reviewer)
}
