import type { Person, SheetPosition } from '../protocol'

/** Who has the workbook open, and which cell they are at. One person may have several pages open. */
export class People {
  private readonly present = new Map<string, { person: Person; pages: number }>()

  constructor(private readonly changed: (people: Person[]) => void) {}

  list(): Person[] {
    return [...this.present.values()].map(({ person }) => person)
  }

  /** A page was opened. Call the returned function when it is closed. */
  join(person: Person): () => void {
    const known = this.present.get(person.id)
    const place = person.place ?? known?.person.place
    this.present.set(person.id, { person: { ...person, ...(place && { place }) }, pages: (known?.pages ?? 0) + 1 })
    this.changed(this.list())
    let isOpen = true
    return () => {
      if (isOpen) this.leave(person.id)
      isOpen = false
    }
  }

  here(id: string, place: SheetPosition): void {
    const known = this.present.get(id)
    if (!known) return
    known.person = { ...known.person, place }
    this.changed(this.list())
  }

  private leave(id: string): void {
    const known = this.present.get(id)
    if (!known) return
    known.pages -= 1
    if (known.pages === 0) this.present.delete(id)
    this.changed(this.list())
  }
}
