/** What is said of the marked words: below the text of those at the place of writing, beside the pointer of those there. */
import { pageWords } from '../../../words/desk-page'
import { h } from '../ui/dom'
import type { Note } from './side'
import type { TextField } from './text-field'

export class Spoken {
  readonly line = h('p', { class: 'text-says', role: 'status' })
  readonly tip = h('div', { class: 'text-tip', hidden: true, 'aria-hidden': 'true' })
  /** Said where nothing is marked. */
  private hint = ''

  constructor(
    private readonly field: TextField,
    private readonly notes: () => readonly Note[],
  ) {
    const { input } = field
    input.addEventListener('mousemove', ({ clientX, clientY }) => this.hover(clientX, clientY))
    input.addEventListener('mouseleave', () => (this.tip.hidden = true))
  }

  begin(hint: string): void {
    this.hint = hint
    this.say(hint)
  }

  end(): void {
    this.tip.hidden = true
  }

  tell(): void {
    const said = this.messages(this.field.marksHere().map(({ id }) => id))
    this.say(said === '' ? this.hint : said)
  }

  say(text: string): void {
    if (this.line.textContent !== text) this.line.textContent = text
  }

  private hover(x: number, y: number): void {
    const said = this.messages(this.field.idsUnder(x, y))
    this.tip.hidden = said === ''
    if (said === '') return
    this.tip.textContent = said
    this.tip.style.left = `${Math.min(x + 12, window.innerWidth - 340)}px`
    this.tip.style.top = `${y + 18}px`
  }

  private messages(ids: readonly string[]): string {
    const notes = this.notes().filter(({ id }) => ids.includes(id))
    return pageWords.text.together([...new Set(notes.map(({ message }) => message))])
  }
}
