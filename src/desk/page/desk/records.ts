/** The panel of what was done: in the selected cell, or in the whole workbook. Loaded when it is opened. */
import { pageWords } from '../../../words/desk-page'
import type { SheetPosition, ShownTrailEntry } from '../../protocol'
import { api } from '../api'
import { fill, h } from '../ui/dom'
import { historyOf } from '../ui/history'
import { trailOf } from '../ui/trail'
import { versionButtons } from '../versions/buttons'
import type { VersionOwner } from '../versions/buttons'
import type { Restoring } from './restoring'
import { messageOf } from './runner'

export interface RecordsOwner {
  nameOf: (place: SheetPosition) => string
  goTo: (place: SheetPosition) => void
  restoring: Restoring
  /** Name of the person. */
  me: string
  isEditor: boolean
  versions: VersionOwner
}

type View = 'cell' | 'all'

export class Records {
  private readonly body = h('div', {})
  private readonly buttons: Record<View, HTMLButtonElement> = {
    cell: this.button('cell', pageWords.trail.ofCell),
    all: this.button('all', pageWords.trail.ofAll),
  }
  readonly element = h(
    'div',
    {},
    h('div', { class: 'views', role: 'group', 'aria-label': pageWords.trail.title }, ...Object.values(this.buttons)),
    this.body,
  )
  private view: View = 'cell'
  private place: SheetPosition | null = null
  private entries: ShownTrailEntry[] = []
  private isMore = false
  /** Counts what was asked for: only the last answer is drawn. */
  private asked = 0

  constructor(private readonly owner: RecordsOwner) {
    this.mark()
    if (owner.isEditor) this.element.append(versionButtons(owner.versions))
  }

  moved(place: SheetPosition | null): void {
    this.place = place
    if (this.view === 'cell') void this.draw()
  }

  /** The book has changed. */
  changed(): void {
    void this.draw()
  }

  private button(view: View, caption: string): HTMLButtonElement {
    const onClick = () => {
      this.view = view
      this.mark()
      void this.draw()
    }
    return h('button', { type: 'button', class: 'small', onClick }, caption)
  }

  private mark(): void {
    for (const view of ['cell', 'all'] as const) {
      this.buttons[view].setAttribute('aria-pressed', String(view === this.view))
    }
  }

  private async draw(): Promise<void> {
    const asked = (this.asked += 1)
    const content = await (this.view === 'cell' ? this.ofCell() : this.ofAll()).catch((error: unknown) =>
      h('p', { class: 'empty' }, pageWords.history.failed(messageOf(error))),
    )
    if (asked !== this.asked || !content) return
    const scrolled = this.element.parentElement
    const top = scrolled?.scrollTop ?? 0
    fill(this.body, content)
    if (scrolled) scrolled.scrollTop = top
  }

  private async ofCell(): Promise<HTMLElement | null> {
    const { place, owner } = this
    if (!place) return null
    const entries = await api.history(place)
    const latest = entries.find(({ kind }) => kind !== 'comment')
    // Without a name it was the program.
    const isTheirs = latest !== undefined && latest.who !== '' && latest.who !== owner.me
    return historyOf({
      place: owner.nameOf(place),
      entries,
      isOpen: (value) => owner.restoring.isOpen(place, value),
      restore: (value) => void owner.restoring.restore(place, value, latest?.to ?? null, isTheirs),
    })
  }

  /** The latest are asked for anew; the earlier ones that are here stay. */
  private async ofAll(): Promise<HTMLElement> {
    const { entries, isMore } = await api.trail()
    const oldest = entries[entries.length - 1]?.seq ?? 0
    const earlier = this.entries.filter(({ seq }) => seq < oldest)
    if (earlier.length === 0) this.isMore = isMore
    this.entries = [...entries, ...earlier]
    return this.listed()
  }

  private listed(): HTMLElement {
    const { restoring, goTo } = this.owner
    const owner = {
      isOpen: restoring.isOpen.bind(restoring),
      restore: (...given: Parameters<Restoring['restore']>) => void restoring.restore(...given),
      goTo,
    }
    return trailOf(this.entries, owner, this.isMore ? () => void this.addEarlier() : null)
  }

  private async addEarlier(): Promise<void> {
    const { entries, isMore } = await api.trail(this.entries[this.entries.length - 1]?.seq)
    this.entries.push(...entries)
    this.isMore = isMore
    fill(this.body, this.listed())
  }
}
