/** Which tab is shown, and how another one comes: at once, or when its cells have come. */
import type { Book, Sheet } from '../../../book/model'
import type { ViewEvents } from '../view'
import type { Spot } from './merges'
import { firstOpen } from './places'
import type { Screen } from './screen'
import type { Cursor } from './selection'

/** Cells of a tab, from one to another. */
export interface Stretch {
  sheet: number
  first: Spot
  last: Spot
}

export interface TabSwitchOwner {
  events: Pick<ViewEvents, 'fetch'>
  screen: Screen
  book: () => Book
  cursor: () => Cursor
  /** What is being typed is taken; false: the person goes on writing. */
  takeNow: () => boolean
  moveTo: (first: Spot, last: Spot, isRevealed: boolean) => void
}

export class TabSwitch {
  /** Sheet.id; -1 before any. */
  shown = -1
  /** To be selected once its tab has come. */
  private wanted: Stretch | null = null
  /** Selection and scroll position of tabs that were shown before. */
  private readonly left = new Map<number, { cursor: Cursor; scroll: Spot }>()

  constructor(private readonly owner: TabSwitchOwner) {}

  sheet(id = this.shown): Sheet | undefined {
    return this.owner.book().sheets.find((sheet) => sheet.id === id)
  }

  show(id: number): void {
    const { events, screen, cursor, takeNow, moveTo } = this.owner
    const sheet = this.sheet(id)
    if (!sheet || id === this.shown || !takeNow()) return
    const coming = events.fetch(id)
    if (coming) return void this.showLater(id, coming)
    if (this.shown >= 0) this.left.set(this.shown, { cursor: cursor(), scroll: screen.position() })
    this.shown = id
    const known = this.left.get(id)
    screen.show(sheet, known?.scroll ?? null)
    const first = known?.cursor.active ?? firstOpen(sheet)
    moveTo(first, known?.cursor.head ?? first, known === undefined)
  }

  /** Shows the tab and selects its cells. */
  goThere(place: Stretch): void {
    this.show(place.sheet)
    this.wanted = place.sheet === this.shown ? null : place
    if (!this.wanted) this.owner.moveTo(place.first, place.last, true)
  }

  showFirst(): void {
    const [first] = this.visible()
    this.shown = -1
    if (first) this.show(first.id)
  }

  /** To the tab so many further. */
  step(by: number): void {
    const sheets = this.visible()
    const next = sheets[sheets.findIndex(({ id }) => id === this.shown) + by]
    if (next) this.show(next.id)
  }

  private visible(): Sheet[] {
    return this.owner.book().sheets.filter(({ hidden }) => !hidden)
  }

  /** Unless the person has gone to another tab meanwhile. */
  private async showLater(id: number, coming: Promise<boolean>): Promise<void> {
    const before = this.shown
    if (!(await coming) || this.shown !== before) return
    this.show(id)
    if (this.wanted?.sheet === id) this.goThere(this.wanted)
  }
}
