/** Find and replace, over the whole workbook. */
import { pageWords } from '../../../../words/desk-page'
import type { Book } from '../../../book/model'
import { freshId, h } from '../../ui/dom'
import { icon } from '../../ui/icons'
import type { Texts } from '../../text/texts'
import type { SheetPosition, TypedBlock } from '../view'
import { found, isReplaceable, replacedText } from './find'

export interface FindOwner {
  book: () => Book
  /** Every tab is there to be searched. */
  ready: () => Promise<void>
  show: (place: SheetPosition) => void
  /** Texts are searched word by word, other cells as a whole. */
  texts: Pick<Texts, 'find' | 'findAnew' | 'forgetFound' | 'leaveAll'>
  selected: () => SheetPosition | null
  replace: (blocks: TypedBlock[]) => void
  closed: () => void
}

const words = pageWords.find

const isAfter = (order: readonly number[], one: SheetPosition, other: SheetPosition): boolean => {
  const [tab, from] = [order.indexOf(one.sheet), order.indexOf(other.sheet)]
  if (tab !== from) return tab > from
  return one.row !== other.row ? one.row > other.row : one.column > other.column
}

function indexOf(places: readonly SheetPosition[], at: SheetPosition | null): number | null {
  const index = places.findIndex(
    ({ sheet, row, column }) => sheet === at?.sheet && row === at.row && column === at.column,
  )
  return index < 0 ? null : index
}

export class FindBar {
  readonly element
  private readonly sought = this.field(words.sought)
  private readonly other = this.field(words.other)
  private readonly count = h('output', { class: 'find-count', 'aria-live': 'polite' })
  private readonly replacing

  constructor(
    private readonly owner: FindOwner,
    isEditor: boolean,
  ) {
    const button = (label: string, act: () => void) =>
      h('button', { type: 'button', class: 'small', onClick: act }, label)
    const cross = h('button', {
      type: 'button',
      class: 'plain',
      'aria-label': pageWords.close,
      onClick: () => this.close(),
    })
    cross.append(icon('close'))
    this.replacing = h(
      'div',
      { class: 'find-line', hidden: true },
      button(words.replace, () => this.replaceOne()),
      button(words.replaceAll, () => void this.replaceEach()),
    )
    const line = h(
      'div',
      { class: 'find-line' },
      button(words.previous, () => void this.go(true)),
      button(words.next, () => void this.go(false)),
      isEditor && button(words.replacing, () => this.showReplacing(this.replacing.hidden !== false)),
      this.count,
      cross,
    )
    this.other.hidden = true
    // What is sought and what takes its place come one after the other also by Tab.
    this.element = h(
      'section',
      { class: 'find-bar', role: 'search', 'aria-label': words.label, hidden: true },
      h('div', { class: 'find-fields' }, this.sought, this.other),
      h('div', {}, line, this.replacing),
    )
    this.element.addEventListener('keydown', (event) => this.key(event))
    this.sought.addEventListener('input', () => {
      owner.texts.forgetFound()
      this.tellCount(null)
    })
  }

  open(isReplace: boolean): void {
    this.element.hidden = false
    if (isReplace) this.showReplacing(true)
    this.owner.texts.forgetFound()
    this.sought.focus()
    this.sought.select()
    void this.owner.ready().then(() => this.tellCount(null))
  }

  private showReplacing(isShown: boolean): void {
    this.replacing.hidden = !isShown
    this.other.hidden = !isShown
    this.tellCount(null)
  }

  private close(): void {
    this.element.hidden = true
    this.owner.closed()
  }

  private field(label: string): HTMLInputElement {
    return h('input', { id: freshId('find'), 'aria-label': label, placeholder: label, autocomplete: 'off' })
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape') this.close()
    else if (event.key === 'Enter' && event.target === this.sought) void this.go(event.shiftKey)
    else return
    event.preventDefault()
  }

  private places(): SheetPosition[] {
    return found(this.owner.book(), this.sought.value)
  }

  private tellCount(at: number | null): void {
    const places = this.places()
    const { length } = places
    if (this.sought.value === '') this.count.textContent = ''
    else if (length === 0) this.count.textContent = words.none
    else
      this.count.textContent = (at === null ? words.count(length) : words.at(at + 1, length)) + this.canReplace(places)
  }

  /** Of what was found, how much is a text that one may change. */
  private canReplace(places: readonly SheetPosition[]): string {
    if (this.replacing.hidden) return ''
    const { sheets } = this.owner.book()
    const isOpen = ({ sheet: id, row, column }: SheetPosition) => {
      const sheet = sheets.find((one) => one.id === id)
      return sheet !== undefined && isReplaceable(sheet, row, column, this.sought.value)
    }
    return words.replaceable(places.filter(isOpen).length, places.length)
  }

  /** From the selected cell on, round the end; on every tab, so all of them have to be there. */
  private async go(isBack: boolean): Promise<void> {
    await this.owner.ready()
    const places = this.places()
    const selected = this.owner.selected()
    if (this.owner.texts.find(this.sought.value, isBack)) return this.tellCount(indexOf(places, selected))
    const order = this.owner.book().sheets.map(({ id }) => id)
    const after = selected ? places.findIndex((place) => isAfter(order, place, selected)) : 0
    const before = selected ? places.filter((place) => isAfter(order, selected, place)).length - 1 : -1
    const next = isBack ? (before < 0 ? places.length - 1 : before) : Math.max(0, after)
    const place = places[next]
    if (place) {
      this.owner.show(place)
      this.owner.texts.findAnew(this.sought.value, isBack)
    }
    this.tellCount(place ? next : null)
  }

  private blockAt({ sheet: id, row, column }: SheetPosition): TypedBlock | null {
    const sheet = this.owner.book().sheets.find((one) => one.id === id)
    const text = sheet && replacedText(sheet, row, column, this.sought.value, this.other.value)
    return text === null || text === undefined ? null : { sheet: id, row, column, values: [[text]] }
  }

  private replaceOne(): void {
    if (!this.owner.texts.leaveAll()) return
    const selected = this.owner.selected()
    const block = selected && this.blockAt(selected)
    if (block) this.owner.replace([block])
    void this.go(false)
  }

  private async replaceEach(): Promise<void> {
    await this.owner.ready()
    if (!this.owner.texts.leaveAll()) return
    const places = this.places()
    const blocks = places.flatMap((place) => this.blockAt(place) ?? [])
    if (blocks.length > 0) this.owner.replace(blocks)
    this.count.textContent = words.replaced(blocks.length, places.length - blocks.length)
  }
}
