/** The one text field: it has the keyboard all the time, opens over a cell when typing begins, and closes again. */
import { h } from '../../ui/dom'
import type { Box } from './layers'

const LEAST_NOTICE = 160

export interface FieldOwner {
  /** Typing begins on the selected cell. False: it must not; the person was told. */
  mayBegin: () => boolean
  begun: () => void
  /** What is typed on the selected cell is not for this field: it is handed over, a composed text when it is whole. */
  isElsewhere: () => boolean
  handOver: (text: string) => void
  changed: (text: string) => void
}

export interface FieldPlace {
  box: Box
  /** The widest and highest it may become. */
  limit: { width: number; height: number }
  css: string
  /** Text in several lines, which grows downwards. */
  isText: boolean
}

export class Field {
  readonly element = h('textarea', {
    class: 'grid-field',
    rows: 1,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    wrap: 'soft',
  })
  readonly notice = h('div', { class: 'field-notice', role: 'status', hidden: true })
  private state: 'closed' | 'open' = 'closed'
  private isComposing = false
  /** Composition cannot be refused when it begins: its text is dropped at its end. */
  private isDropped = false
  private isHandedOver = false
  private shown: FieldPlace | null = null

  constructor(private readonly owner: FieldOwner) {
    const { element } = this
    element.addEventListener('beforeinput', (event) => this.beforeInput(event))
    element.addEventListener('input', () => this.input())
    element.addEventListener('compositionstart', () => this.compositionStart())
    element.addEventListener('compositionend', () => this.compositionEnd())
  }

  get isOpen(): boolean {
    return this.state === 'open'
  }

  get isBusy(): boolean {
    return this.isComposing
  }

  get text(): string {
    return this.element.value
  }

  /** Also where it has the focus already: a dialog that a click has closed leaves the selection, and what is typed, elsewhere. */
  focus(): void {
    const { element } = this
    element.focus({ preventScroll: true })
    const own = element.parentElement
    const selected = document.getSelection()?.anchorNode
    if (this.isOpen || !selected || own?.contains(selected)) return
    const { selectionStart, selectionEnd } = element
    element.blur()
    element.focus({ preventScroll: true })
    element.setSelectionRange(selectionStart, selectionEnd)
  }

  hasFocus(): boolean {
    return document.activeElement === this.element
  }

  /** Where it waits for typing: input methods show their words there. */
  wait({ x, y, width, height }: Box): void {
    if (this.isOpen) return
    const { style } = this.element
    style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`
  }

  open(place: FieldPlace, text: string | null): void {
    this.state = 'open'
    this.shown = place
    this.element.classList.add('open')
    if (text !== null) {
      this.element.value = text
      this.element.setSelectionRange(text.length, text.length)
    }
    this.fit()
  }

  /** At another place, as when rows have moved. */
  move(place: FieldPlace): void {
    this.shown = place
    this.fit()
  }

  /** Told below the field, above it where there is no room. */
  setNotice(text: string): void {
    if (!this.isOpen) return
    this.notice.textContent = text
    this.notice.hidden = false
    this.fit()
  }

  close(): void {
    this.state = 'closed'
    this.notice.hidden = true
    this.notice.textContent = ''
    this.shown = null
    this.element.classList.remove('open')
    this.element.value = ''
    // Whatever is still being composed belongs to the cell that was left.
    if (this.isComposing) this.isDropped = true
  }

  /** Written elsewhere. */
  write(text: string): void {
    if (!this.isOpen || this.text === text) return
    this.element.value = text
    this.input()
  }

  insert(text: string): void {
    const { selectionStart, selectionEnd } = this.element
    this.element.setRangeText(text, selectionStart, selectionEnd, 'end')
    this.input()
  }

  /** As large as its text, never smaller than its cell, never beyond what is in view. */
  private fit(): void {
    if (!this.shown) return
    const { box, limit, css, isText } = this.shown
    const { element } = this
    element.style.cssText = `${css};left:${box.x - 1}px;top:${box.y - 1}px;width:${box.width + 1}px;height:${box.height + 1}px;white-space:${isText ? 'pre-wrap' : 'pre'}`
    const width = isText ? box.width + 1 : Math.max(box.width + 1, element.scrollWidth + 2)
    element.style.width = `${Math.min(width, Math.max(limit.width, box.width + 1))}px`
    const height = Math.max(box.height + 1, element.scrollHeight + 2)
    element.style.height = `${Math.min(height, limit.height)}px`
    element.style.overflowY = height > limit.height ? 'auto' : 'hidden'
    this.placeNotice(this.shown, Math.min(height, limit.height))
  }

  private placeNotice({ box, limit }: FieldPlace, height: number): void {
    const { notice } = this
    if (notice.hidden) return
    notice.style.left = `${box.x - 1}px`
    notice.style.maxWidth = `${Math.max(limit.width, LEAST_NOTICE)}px`
    const hasRoom = height + notice.offsetHeight <= limit.height
    notice.style.top = `${hasRoom ? box.y + height : box.y - notice.offsetHeight - 2}px`
  }

  private beforeInput(event: Event): void {
    if (this.isOpen || this.isComposing) return
    const { inputType = '' } = event as InputEvent
    if (inputType.startsWith('insertComposition') || inputType.startsWith('deleteComposition')) return
    if (!inputType.startsWith('insert') || !this.owner.mayBegin()) return event.preventDefault()
    if (!this.owner.isElsewhere()) return this.owner.begun()
    event.preventDefault()
    this.owner.handOver((event as InputEvent).data ?? '')
  }

  private input(): void {
    if (this.isDropped || this.isHandedOver) return
    if (!this.isOpen) {
      // What came without being asked about, as a dropped text.
      this.element.value = ''
      return
    }
    this.fit()
    this.owner.changed(this.text)
  }

  private compositionStart(): void {
    this.isComposing = true
    this.isDropped = false
    if (this.isOpen) return
    if (!this.owner.mayBegin()) this.isDropped = true
    else if (this.owner.isElsewhere()) this.composeElsewhere()
    else this.owner.begun()
  }

  /** Moved, the field would break the composition off: its words are seen here until they are whole. */
  private composeElsewhere(): void {
    this.isHandedOver = true
    this.element.classList.add('open')
    this.element.style.height = '2em'
  }

  private handOver(): void {
    // Not at once: the browser puts the text in after this event.
    window.setTimeout(() => {
      const { value } = this.element
      this.isHandedOver = false
      this.element.classList.remove('open')
      this.element.value = ''
      this.owner.handOver(value)
    })
  }

  private compositionEnd(): void {
    this.isComposing = false
    if (this.isHandedOver) return this.handOver()
    if (!this.isDropped) return
    this.isDropped = false
    // Not at once: the browser puts the text in after this event.
    const text = this.element
    if (!this.isOpen) {
      text.value = ''
      window.setTimeout(() => !this.isOpen && (text.value = ''))
    }
  }
}
