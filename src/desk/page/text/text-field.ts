/** The field in which a text is written: the browser's own, with marks behind its words. */
import { h } from '../ui/dom'
import { marksAt, nextMark, placed } from './marks'
import type { Mark, Sought } from './marks'
import { Overlay } from './overlay'
import { readHtml } from '../view/page-html'
import { fragmentOf, paragraphsOf, plainParagraphs } from './paste'

export interface TextFieldOwner {
  changed: () => void
  /** The place of writing has moved. */
  moved: () => void
}

export class TextField {
  readonly input = h('textarea', { class: 'text-field', autocomplete: 'off', spellcheck: 'true', wrap: 'soft' })
  readonly element: HTMLElement
  private readonly overlay = new Overlay()
  private readonly clip = h('div', { class: 'text-clip' }, this.overlay.element)
  private sought: readonly Sought[] = []
  private marks: readonly Mark[] = []
  private found: { start: number; end: number } | null = null
  /** The text that may only be read. The browser's own read-only field has no place to select from by keyboard. */
  private read: string | null = null

  constructor(private readonly owner: TextFieldOwner) {
    this.element = h('div', { class: 'text-paper' }, this.clip, this.input)
    const { input } = this
    input.addEventListener('beforeinput', (event) => {
      if (this.read !== null) event.preventDefault()
    })
    input.addEventListener('input', () => {
      // Words of an input method come in unasked.
      if (this.read !== null) return void (input.value = this.read)
      this.found = null
      this.draw()
      owner.changed()
    })
    input.addEventListener('scroll', () => this.follow(), { passive: true })
    input.addEventListener('paste', (event) => this.paste(event))
    input.addEventListener('mousedown', () => this.forgetFound())
    document.addEventListener('selectionchange', this.moved)
    new ResizeObserver(() => this.fit()).observe(input)
  }

  get text(): string {
    return this.input.value
  }

  get selected(): { start: number; end: number } {
    return { start: this.input.selectionStart, end: this.input.selectionEnd }
  }

  get words(): string {
    const { start, end } = this.selected
    return this.text.slice(start, end)
  }

  /** Another text, with nothing to undo; one that is only read takes nothing. */
  show(text: string, isReading = false): void {
    this.found = null
    this.read = isReading ? text : null
    this.input.setAttribute('aria-readonly', String(isReading))
    if (this.input.value !== text) this.input.value = text
    this.draw()
    this.fit()
  }

  /** At the place of writing, so that the browser can take it back. */
  insert(text: string): void {
    if (text === '' || this.read !== null) return
    this.input.focus({ preventScroll: true })
    if (document.execCommand('insertText', false, text)) return
    const { start, end } = this.selected
    this.input.setRangeText(text, start, end, 'end')
    this.input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** `isFound`: the words are marked also where the keyboard is elsewhere. */
  select(start: number, end = start, isFound = false): void {
    this.input.setSelectionRange(start, end)
    this.found = isFound ? { start, end } : null
    this.draw()
    this.reveal(start)
    this.owner.moved()
  }

  mark(sought: readonly Sought[]): void {
    this.sought = sought
    this.draw()
  }

  marksHere(): Mark[] {
    return marksAt(this.marks, this.selected.start)
  }

  markOf(id: string): Mark | null {
    return this.marks.find((mark) => mark.id === id) ?? null
  }

  next(isBack: boolean): Mark | null {
    return nextMark(this.marks, this.selected.start, isBack)
  }

  idsUnder(x: number, y: number): string[] {
    return this.overlay.idsAt(x, y)
  }

  private draw(): void {
    const { text, found } = this
    this.marks = placed(text, this.sought)
    const shown: readonly Mark[] = found ? [...this.marks, { id: 'found', kind: 'found', ...found }] : this.marks
    this.overlay.draw(text, shown)
  }

  private forgetFound(): void {
    if (!this.found) return
    this.found = null
    this.draw()
  }

  /** Lines break where the field breaks them: beside its scroll bar. */
  fit(): void {
    this.clip.style.width = `${this.input.clientWidth}px`
    this.follow()
  }

  private follow(): void {
    this.overlay.element.style.transform = `translateY(${-this.input.scrollTop}px)`
  }

  private reveal(at: number): void {
    const box = this.overlay.boxOf(at)
    const view = this.input.getBoundingClientRect()
    if (!box || view.height === 0) return
    if (box.top < view.top + 8 || box.bottom > view.bottom - 8) {
      this.input.scrollTop += box.top - view.top - view.height / 3
    }
    this.follow()
  }

  private readonly moved = (): void => {
    if (document.activeElement === this.input) this.owner.moved()
  }

  private paste(event: ClipboardEvent): void {
    const data = event.clipboardData
    if (!data) return
    event.preventDefault()
    const html = data.getData('text/html')
    const plain = plainParagraphs(data.getData('text/plain'))
    this.insert(html === '' ? plain : pageText(html) || plain)
  }
}

const pageText = (html: string): string => paragraphsOf(readHtml(fragmentOf(html)).body)
