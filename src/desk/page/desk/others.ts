/** The people who have the workbook open, and the comments on its cells: what others add to the person's own view. */
import { pageWords } from '../../../words/desk-page'
import type { Comment, Person, SheetPosition } from '../../protocol'
import { makePeople } from '../ui/people'
import type { Marks } from '../view/view'

export interface OthersOwner {
  me: Person
  nameOf: (place: SheetPosition | undefined) => string
  select: (place: SheetPosition) => void
  /** What is to be marked in the cells has changed. */
  onMarks: (marks: Marks) => void
  /** How many comments are open has changed. */
  onCount: (open: number) => void
}

export class Others {
  readonly element
  private readonly people
  private present: readonly Person[] = []
  private comments: readonly Comment[] = []

  constructor(private readonly owner: OthersOwner) {
    const { nameOf, select } = owner
    this.people = makePeople(
      (person) => nameOf(person.place),
      ({ place }) => place && select(place),
    )
    this.element = this.people.element
  }

  /** Every comment of the workbook. */
  remarks(): readonly Comment[] {
    return this.comments
  }

  arrived(people: readonly Person[]): void {
    this.present = people
    this.people.show(people, this.owner.me.id)
    this.owner.onMarks(this.marks())
  }

  /** The server tells nothing any more: nobody knows where the others are. */
  away(): void {
    this.arrived(this.present.filter(({ id }) => id === this.owner.me.id))
  }

  remarked(comments: readonly Comment[]): void {
    this.comments = comments
    this.owner.onMarks(this.marks())
    this.owner.onCount(this.openComments())
  }

  /** Of one tab, or of all. */
  openComments(sheet?: number): number {
    const isOpen = (one: Comment) => !one.resolved && (sheet === undefined || one.sheet === sheet)
    return this.comments.filter(isOpen).length
  }

  /** Names of the others in a cell. */
  peopleAt({ sheet, row, column }: SheetPosition): string[] {
    const isThere = (place: Person['place']) => place?.sheet === sheet && place.row === row && place.column === column
    return this.present.flatMap(({ id, name, place }) => (id !== this.owner.me.id && isThere(place) ? [name] : []))
  }

  /** Null: the person is not here. */
  knownName(id: string): string | null {
    return this.present.find((person) => person.id === id)?.name ?? null
  }

  nameOf(id: string): string {
    return this.knownName(id) ?? pageWords.people.someone
  }

  marks(): Marks {
    const people = this.present.flatMap(({ id, name, colour, line, place }) =>
      place && id !== this.owner.me.id ? [{ ...place, name, colour, line }] : [],
    )
    return { people, comments: this.comments.filter(({ resolved }) => !resolved) }
  }
}
