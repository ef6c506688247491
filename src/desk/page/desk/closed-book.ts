/** Somebody has opened another workbook: the person chooses whether to follow; what was typed here is kept for here. */
import { pageWords } from '../../../words/desk-page'
import type { OpenWorkbook } from '../../start-protocol'
import { api, closeApi } from '../api'
import { ask } from '../ui/dialogs'
import { fill, h } from '../ui/dom'
import { icon } from '../ui/icons'
import type { Left, SavingLine } from '../ui/saving'
import type { Toolbar } from '../ui/toolbar'
import type { SheetView } from '../view/view'
import type { CellLine } from './cell-line'
import type { Edits } from './edits'
import type { Leaving } from './leaving'
import type { Panels } from './panels'
import type { TypingDesk } from './typing'
import type { WorkbookName } from './unsent'

export interface ClosedBookOwner {
  edits: Edits
  typing: TypingDesk
  leaving: Leaving
  saving: SavingLine
  panels: Panels
  line: CellLine
  isReviewer: boolean
  toolbar: () => Toolbar
  view: () => SheetView | null
  /** The one that this page shows. */
  workbook: () => WorkbookName
  /** Stops listening to the server. */
  stop: () => void
}

const words = pageWords.switched

/** So often the page looks which workbook is open by now. */
const LOOK_MS = 2_000

const isSame = (one: WorkbookName | undefined, other: WorkbookName | undefined): boolean =>
  one?.file === other?.file && one?.title === other?.title

export class ClosedBook {
  readonly banner = h('div', { class: 'banner', role: 'status', hidden: true })
  private next: OpenWorkbook | undefined
  /** Closes the question that stands; null: it is answered. */
  private question: AbortController | null = null
  private isAnswered = false

  constructor(private readonly owner: ClosedBookOwner) {}

  async begin(next: OpenWorkbook): Promise<void> {
    const left = this.close()
    window.setInterval(() => void this.look(left).catch(() => undefined), LOOK_MS)
    await this.changed(next, left)
  }

  /** Drafts keep what is not sent, under the name of this workbook. */
  private close(): Left {
    const { edits, typing, saving, panels, line, toolbar, view, stop } = this.owner
    stop()
    closeApi(words.lock)
    edits.close()
    typing.close()
    view()?.setLock(words.lock)
    line.close(words.lock)
    panels.side.close()
    toolbar().close()
    const left = { unsaved: edits.held, isTyping: typing.isBegun }
    if (left.unsaved > 0 || left.isTyping) saving.blocked(left)
    return left
  }

  /** What others open meanwhile is told; it answers no question of this person but one that has become void. */
  private async look(left: Left): Promise<void> {
    const { open } = await api.start()
    if (isSame(open, this.next)) return
    if (open && isSame(open, this.owner.workbook())) this.returned(open)
    else if (open) await this.changed(open, left)
    else this.tell(undefined)
  }

  private async changed(next: OpenWorkbook, left: Left): Promise<void> {
    this.tell(next)
    if (this.isAnswered) return
    this.question?.abort()
    const question = new AbortController()
    this.question = question
    const { leaving, view, isReviewer } = this.owner
    const [name, here] = this.names(next)
    const message = words.question(name, here, left, isReviewer)
    const captions = { YES: words.follow, NO: words.stay }
    const title = words.title(next.by ?? pageWords.people.someone)
    const { button } = await ask({ title, message, buttons: 'YES_NO' }, { captions, settled: question.signal })
    if (this.question !== question) return
    this.question = null
    this.isAnswered = true
    if (button === 'YES') leaving.leave()
    else view()?.focus()
  }

  /** The workbook of this page is open again: who has not chosen yet goes on in it at once. */
  private returned(open: OpenWorkbook): void {
    const { leaving, isReviewer } = this.owner
    const question = this.question
    this.question = null
    question?.abort()
    if (question) return leaving.leave()
    this.next = open
    const text = words.returned(open.title, open.by ?? pageWords.people.someone, isReviewer)
    this.show(text, words.back(isReviewer))
  }

  private tell(next: OpenWorkbook | undefined): void {
    this.next = next
    if (!next) return this.show(words.none(this.owner.workbook().title), null)
    const [name, here] = this.names(next)
    this.show(words.banner(here, name), words.go(name))
  }

  private show(text: string, caption: string | null): void {
    const { leaving } = this.owner
    const go =
      caption !== null && h('button', { type: 'button', class: 'small', onClick: () => leaving.leave() }, caption)
    this.banner.hidden = false
    fill(this.banner, icon('warning'), text, ' ', go)
  }

  /** Of one title, they are told apart by their files. */
  private names(next: OpenWorkbook): [next: string, here: string] {
    const here = this.owner.workbook()
    if (next.title !== here.title) return [next.title, here.title]
    return [words.file(next.title, next.file), words.file(here.title, here.file)]
  }
}
