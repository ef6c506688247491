/** Beside the text: what was found in it, what others say about it, and what is being chosen or written. */
import { pageWords } from '../../../words/desk-page'
import type { CommentDraft, CommentPlace } from '../desk/comment-drafts'
import type { Comment, SheetPosition, TextAnswer } from '../../protocol'
import { fill, freshId, h } from '../ui/dom'
import { quoteOf, saidIn } from '../../book/comment-quote'

export interface SideOwner {
  /** Selects the words that a finding or a comment is about. */
  go: (id: string) => void
  insert: (field: string) => void
  comment: (words: string, text: string) => Promise<boolean>
  /** A comment is being written; without a text it is no more. */
  begun: (draft: CommentDraft) => void
  /** The keyboard goes back to the text. */
  back: () => void
}

/** One thing beside the text. */
export interface Note {
  id: string
  kind: 'error' | 'warning' | 'info' | 'comment'
  words: string
  message: string
}

type Findings = TextAnswer['findings']
type Fields = TextAnswer['fields']

const words = pageWords.text

/** A finding's name stays while its words do, so that a mark that is pointed at is not exchanged. */
export const findingNotes = (findings: Findings): Note[] =>
  findings.map(({ rule, severity, message, quote = '' }, at) => ({
    id: `f${at}-${rule}`,
    kind: severity,
    words: quote,
    message,
  }))

export const commentNotes = (comments: readonly Comment[]): Note[] =>
  comments.map((comment) => ({
    id: `c-${comment.id}`,
    kind: 'comment',
    words: quoteOf(comment) ?? '',
    message: words.said(comment.entries[0]?.who ?? '', saidIn(comment)),
  }))

/** `checking`: the answer about the text as it is now is on its way; `notChecked`: the server was not to be reached. */
export type Checked = 'done' | 'checking' | 'notChecked'

export class Side {
  readonly element
  private readonly tool = h('div', { class: 'text-tool', hidden: true })
  private readonly found = h('div', { class: 'text-notes' })
  private readonly said = h('div', { class: 'text-notes' })
  private fields: Fields = []
  /** A comment that was begun and not sent: it stands there again when the next one is begun. */
  private unsaid = ''
  private unsaidOf: CommentPlace | null = null

  constructor(private readonly owner: SideOwner) {
    this.element = h(
      'div',
      { class: 'text-side', role: 'group', 'aria-label': words.side },
      this.tool,
      this.found,
      this.said,
    )
    this.tool.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      this.closeTool()
    })
    this.showFindings([], 'checking')
    this.showComments([], '')
  }

  /** What was found, and how far the text has been checked as it is now. */
  showFindings(notes: readonly Note[], state: Checked): void {
    const title = state === 'done' ? words.findings : words.findingsOf(words[state])
    const empty = state === 'done' ? words.noFindings : words[state]
    this.list(this.found, notes.length > 0 ? title : words.findings, notes, '', empty)
  }

  showComments(notes: readonly Note[], text: string): void {
    this.list(this.said, words.comments, notes, text, words.noComments)
  }

  setFields(fields: Fields): void {
    this.fields = fields
  }

  openFields(): void {
    const id = freshId('text-fields')
    const sought = h('input', { id, autocomplete: 'off', placeholder: words.fieldSought })
    const list = h('ul', { class: 'text-fields', 'aria-label': words.fields })
    const choose = (name: string) => {
      this.closeTool()
      this.owner.insert(name)
    }
    const draw = () => fill(list, ...this.fieldRows(sought.value, choose))
    sought.addEventListener('input', draw)
    sought.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      const first = list.querySelector('button')
      if (event.key === 'ArrowDown') first?.focus()
      else if (event.key === 'Enter') first?.click()
      else return
      event.preventDefault()
    })
    list.addEventListener('keydown', (event) => alongButtons(event, list, sought))
    draw()
    this.openTool(h('label', { for: id }, words.fields), sought, list)
    sought.focus()
  }

  openComment({ sheet, row, column }: SheetPosition, quote: string): void {
    const id = freshId('text-comment')
    const text = h('textarea', { id, rows: '3' })
    text.value = this.unsaid
    const place = { sheet, row, column, quote }
    const write = (written: string) => {
      if (this.unsaidOf) this.owner.begun({ ...this.unsaidOf, text: '' })
      this.unsaidOf = place
      this.unsaid = written
      this.owner.begun({ ...place, text: written })
    }
    write(this.unsaid)
    text.addEventListener('input', () => write(text.value))
    const finish = () => {
      write('')
      this.closeTool()
    }
    const problem = h('p', { class: 'problem', role: 'alert' })
    const send = async () => {
      const said = text.value.trim()
      problem.textContent = said ? '' : pageWords.comments.blank
      if (said && (await this.owner.comment(quote, said))) finish()
      else text.focus()
    }
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      void send()
    })
    const add = h(
      'button',
      { type: 'button', class: 'primary small', onClick: () => void send() },
      pageWords.comments.add,
    )
    const cancel = h('button', { type: 'button', class: 'small', onClick: finish }, pageWords.cancel)
    const line = h('div', { class: 'text-buttons' }, add, cancel)
    this.openTool(h('label', { for: id }, words.commentOn(quote)), text, problem, line)
    text.focus()
  }

  /** What else was begun here is kept as it is, for the next page. */
  goOnComment(place: SheetPosition, quote: string, said: string): void {
    this.unsaidOf = null
    this.unsaid = said
    this.openComment(place, quote)
  }

  closeTool(): void {
    if (this.tool.hidden) return
    // First, so that the keyboard is never outside of the editor.
    this.owner.back()
    this.tool.hidden = true
    fill(this.tool)
  }

  private openTool(...content: HTMLElement[]): void {
    this.tool.hidden = false
    fill(this.tool, ...content)
  }

  private fieldRows(sought: string, choose: (name: string) => void): HTMLElement[] {
    const text = sought.normalize('NFKC').trim()
    const rows = this.fields.filter(({ name }) => name.includes(text))
    if (rows.length === 0) return [h('li', { class: 'empty' }, words.noField)]
    return rows.map(({ name, value, unit }) => {
      const now = h('span', {}, value === null ? words.noValue : `${value}${unit}`)
      const button = h('button', { type: 'button', onClick: () => choose(name) }, h('span', {}, words.field(name)), now)
      return h('li', {}, button)
    })
  }

  private list(element: HTMLElement, title: string, notes: readonly Note[], text: string, empty: string): void {
    const rows = notes.map((note) => {
      const isGone = note.words !== '' && note.kind === 'comment' && !text.includes(note.words)
      const tag = h('span', { class: `text-tag ${note.kind}` }, words.kinds[note.kind])
      const said = h('span', {}, note.message)
      const quote = note.words !== '' && !note.message.includes(note.words) && h('q', {}, note.words)
      const gone = isGone && h('span', { class: 'soft' }, words.gone)
      if (note.words === '' || isGone) return h('li', {}, tag, quote, said, gone)
      return h('li', {}, h('button', { type: 'button', onClick: () => this.owner.go(note.id) }, tag, quote, said))
    })
    const content = rows.length > 0 ? h('ul', {}, ...rows) : h('p', { class: 'empty' }, empty)
    fill(element, h('p', { class: 'text-title' }, words.titled(title, notes.length)), content)
  }
}

/** Arrows go from one button to the next, and up to the field above. */
function alongButtons(event: KeyboardEvent, list: HTMLElement, above: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const buttons = [...list.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement) + by
  event.preventDefault()
  if (at < 0) above.focus()
  else buttons[at]?.focus()
}
