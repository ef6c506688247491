/** The editor of a narrative over its tab: head, text, and what was found beside it. In the page while it is open. */
import { lengthOf } from '../../../narrative/outline'
import { pageWords } from '../../../words/desk-page'
import type { CommentDraft } from '../desk/comment-drafts'
import type { Comment, SheetPosition, TextAnswer } from '../../protocol'
import { isDialogOpen } from '../ui/dialogs'
import { fill, h } from '../ui/dom'
import { icon } from '../ui/icons'
import { Checking } from './checking'
import type { Sought } from './marks'
import { commentOn } from '../../book/comment-quote'
import { commentNotes, findingNotes, Side } from './side'
import type { Note } from './side'
import { Spoken } from './spoken'
import { TextField } from './text-field'

export interface EditorOwner {
  check: (place: SheetPosition, text: string) => Promise<TextAnswer>
  comment: (place: SheetPosition, text: string) => Promise<boolean>
  /** A comment is being written; without a text it is no more. */
  commentBegun: (draft: CommentDraft) => void
  changed: () => void
  /** The person is done, or gives up what was written. */
  done: () => void
  giveUp: () => void
  /** The keyboard went elsewhere on the page. */
  left: () => void
  /** A key that the editor has no use for. True: it was one. */
  key: (event: KeyboardEvent) => boolean
}

/** What is open. */
export interface OpenText {
  place: SheetPosition
  /** `一、总体情况!B5`. */
  name: string
  comments: readonly Comment[]
  /** Read and commented on, not written. */
  isReading: boolean
}

const words = pageWords.text

const button = (caption: string, act: () => void, kind = 'small') =>
  h('button', { type: 'button', class: kind, onClick: act }, caption)

const commentButton = (act: () => void) =>
  h('button', { type: 'button', class: 'small', title: words.commentKeys, onClick: act }, words.comment)

export class Editor {
  readonly field = new TextField({ changed: () => this.changed(), moved: () => this.spoken.tell() })
  readonly element: HTMLElement
  private readonly name = h('strong', { class: 'text-name' })
  private readonly count = h('span', { class: 'text-count' })
  private readonly notice = h('p', { class: 'text-notice', role: 'status', hidden: true })
  private readonly writing = h('span', { class: 'text-buttons' })
  private readonly reading = h('span', { class: 'text-buttons' })
  private readonly side: Side
  private readonly spoken = new Spoken(this.field, () => [...this.findings, ...this.comments])
  private readonly checking: Checking
  private open: OpenText | null = null
  private findings: readonly Note[] = []
  private comments: readonly Note[] = []
  private isToldChecking = false

  constructor(private readonly owner: EditorOwner) {
    this.side = new Side({
      go: (id) => this.go(id),
      insert: (field) => this.field.insert(words.field(field)),
      comment: (quote, text) => this.comment(quote, text),
      begun: (draft) => owner.commentBegun(draft),
      back: () => this.focus(),
    })
    this.checking = new Checking({
      ask: (text) => (this.open ? owner.check(this.open.place, text) : Promise.reject(new Error('closed'))),
      answered: (answer) => this.answered(answer),
      failed: () => {
        this.isToldChecking = false
        this.side.showFindings(this.standing(), 'notChecked')
      },
    })
    this.element = this.make()
    this.listen()
  }

  get isOpen(): boolean {
    return this.open !== null
  }

  get isReading(): boolean {
    return this.open?.isReading === true
  }

  get place(): SheetPosition | null {
    return this.open?.place ?? null
  }

  get text(): string {
    return this.field.text
  }

  hasFocus(): boolean {
    return this.element.contains(document.activeElement)
  }

  /** `caret`: null at the end. */
  show(open: OpenText, text: string, caret: number | null = null): void {
    this.open = open
    this.findings = []
    const { input } = this.field
    this.element.setAttribute('aria-label', open.isReading ? words.reading(open.name) : words.writing(open.name))
    this.element.classList.toggle('is-reading', open.isReading)
    this.name.textContent = open.name
    this.writing.hidden = open.isReading
    this.reading.hidden = !open.isReading
    input.setAttribute('aria-label', open.name)
    this.spoken.begin(open.isReading ? words.readingHint : words.hint)
    this.isToldChecking = true
    this.side.showFindings([], 'checking')
    this.field.show(text, open.isReading)
    this.field.select(Math.min(caret ?? (open.isReading ? 0 : text.length), text.length))
    this.tellCount()
    this.showComments(open.comments)
    this.checking.now(text)
  }

  /** Another text from outside, which only a reader sees come. */
  renew(text: string): void {
    if (!this.isReading || text === this.text) return
    this.field.show(text, true)
    this.tellCount()
    this.tellChecking()
    this.side.showComments(this.comments, text)
    this.checking.now(text)
  }

  showComments(comments: readonly Comment[]): void {
    this.comments = commentNotes(comments)
    this.side.showComments(this.comments, this.text)
    this.mark()
  }

  /** What is being written was changed elsewhere; `look` shows both. */
  setNotice(text: string, look: () => void = () => undefined): void {
    this.notice.hidden = text === ''
    fill(this.notice, text, text !== '' && button(words.look, look))
  }

  /** The text is as large as the cells. */
  setZoom(zoom: number): void {
    this.element.style.setProperty('--zoom', String(zoom))
    this.field.fit()
  }

  /** A comment on words of the text that was begun before. */
  goOnComment(quote: string, said: string): void {
    if (!this.open) return
    const start = this.text.indexOf(quote)
    if (start >= 0) this.field.select(start, start + quote.length)
    this.side.goOnComment(this.open.place, quote, said)
  }

  focus(): void {
    this.field.input.focus({ preventScroll: true })
  }

  close(): void {
    if (!this.open) return
    this.open = null
    this.checking.stop()
    this.side.closeTool()
    this.element.remove()
    this.spoken.end()
    this.setNotice('')
    this.field.show('')
  }

  private make(): HTMLElement {
    this.writing.append(
      button(words.insertField, () => this.side.openFields()),
      commentButton(() => this.startComment()),
      button(words.giveUp, () => this.owner.giveUp()),
      button(words.done, () => this.owner.done(), 'primary small'),
    )
    this.reading.append(
      commentButton(() => this.startComment()),
      button(pageWords.close, () => this.owner.done()),
    )
    const head = h('div', { class: 'text-head' }, icon('pencil'), this.name, this.count, this.writing, this.reading)
    const body = h('div', { class: 'text-body' }, this.field.element, this.side.element)
    return h(
      'section',
      { class: 'text-editor', tabindex: '-1' },
      head,
      this.notice,
      body,
      this.spoken.line,
      this.spoken.tip,
    )
  }

  private listen(): void {
    const { element } = this
    element.addEventListener('keydown', (event) => this.key(event))
    element.addEventListener('focusout', (event) => {
      const next = event.relatedTarget
      // Another window in front, or a piece of the editor: the person has not left. Closed, it may be open anew by then.
      if (!this.isOpen || (next instanceof Node && element.contains(next))) return
      window.setTimeout(() => {
        if (this.isOpen && document.hasFocus() && !this.hasFocus() && !isDialogOpen()) this.owner.left()
      })
    })
  }

  private key(event: KeyboardEvent): void {
    // While words are composed, keys belong to the input method.
    if (event.isComposing || event.keyCode === 229) return
    const isControl = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') this.escape()
    else if (event.key === 'Enter' && isControl) this.owner.done()
    else if (isControl && event.altKey && event.code === 'KeyM') this.startComment()
    else if (event.key === 'F8') this.next(event.shiftKey)
    else if (!this.owner.key(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** From beside the text, back into it. */
  private escape(): void {
    if (document.activeElement === this.field.input) this.owner.giveUp()
    else this.focus()
  }

  private changed(): void {
    this.tellCount()
    this.owner.changed()
    this.tellChecking()
    this.checking.soon(() => this.text)
  }

  /** Of the findings about the text as it was, those whose words still stand in it. */
  private standing(): Note[] {
    const { text } = this
    return this.findings.filter(({ words: own }) => own !== '' && text.includes(own))
  }

  /** What is known is of an earlier text: that it was blank, for one, is not said of a text that is being written. */
  private tellChecking(): void {
    const standing = this.standing()
    // At each letter: drawn only where it says something else.
    if (this.isToldChecking && standing.length === this.findings.length) return
    this.findings = standing
    this.isToldChecking = true
    this.side.showFindings(standing, 'checking')
  }

  private answered({ findings, fields }: TextAnswer): void {
    this.findings = findingNotes(findings)
    this.isToldChecking = false
    this.side.setFields(fields)
    this.side.showFindings(this.findings, 'done')
    this.side.showComments(this.comments, this.text)
    this.mark()
  }

  private mark(): void {
    const notes = [...this.findings, ...this.comments]
    this.field.mark(notes.map(({ id, kind, words: own }): Sought => ({ id, kind, words: own })))
    this.spoken.tell()
  }

  private tellCount(): void {
    const next = words.count(lengthOf(this.text))
    if (this.count.textContent !== next) this.count.textContent = next
  }

  private next(isBack: boolean): void {
    const mark = this.field.next(isBack)
    if (mark) this.go(mark.id)
  }

  private go(id: string): void {
    const mark = this.field.markOf(id)
    if (!mark) return
    this.focus()
    this.field.select(mark.start, mark.end)
  }

  private startComment(): void {
    const quote = this.field.words.trim()
    if (quote !== '' && this.open) return this.side.openComment(this.open.place, quote)
    this.focus()
    this.spoken.say(words.selectFirst)
  }

  private comment(quote: string, text: string): Promise<boolean> {
    return this.open ? this.owner.comment(this.open.place, commentOn(quote, text)) : Promise.resolve(false)
  }
}
