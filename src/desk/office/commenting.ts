/** Comments of editors and reviewers. */
import { officeWords as words } from '../../words/office'
import type { CommentRequest, Person } from '../protocol'
import { causeOf } from './cause'
import type { Changes } from './changes'
import { commentChange, commentText } from './comments'
import type { Change } from './working-copy'

export class Commenting {
  constructor(
    private readonly changes: Changes,
    private readonly clock: () => Date,
    private readonly newId: () => string,
  ) {}

  /** On the disk when it resolves. */
  make(person: Person, request: CommentRequest): Promise<{ seq: number }> {
    return this.changes.make(
      () => this.perform(person, request),
      (change) => {
        if (change) this.changes.announce(change)
        return { seq: change?.seq ?? this.changes.seq }
      },
    )
  }

  private perform(person: Person, request: CommentRequest): Change | null {
    const { copy } = this.changes
    const who = person.role === 'reviewer' ? words.reviewerNamed(person.name) : person.name
    const author = { who, time: this.clock().toISOString(), id: this.newId() }
    const change = commentChange(copy.bench.book, request, author)
    return copy.makeChange({ cells: {}, commentChanges: [change] }, causeOf(person, 'comment', commentText(request)))
  }
}
