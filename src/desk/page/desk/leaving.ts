/** Nothing is lost when the person goes elsewhere, or the page loads itself anew. */
import { pageWords } from '../../../words/desk-page'
import { onOtherProtocol } from '../api'
import { openFile } from '../ui/open-file'
import type { SheetView } from '../view/view'
import type { Edits } from './edits'
import type { Messages } from './messages'
import { PageUpdate } from './page-update'
import type { TypingDesk } from './typing'
import { keepUnsent } from './unsent'
import type { WorkbookName } from './unsent'

export interface LeavingOwner {
  edits: Edits
  typing: TypingDesk
  messages: Messages
  view: () => SheetView | null
  workbook: () => WorkbookName
  /** Stops listening and loads the page anew. */
  reload: () => void
}

export class Leaving {
  private isLeaving = false

  constructor(private readonly owner: LeavingOwner) {
    const update = this.makeUpdate()
    onOtherProtocol((theirs) => update.begin(theirs))
    window.addEventListener('beforeunload', (event) => this.warn(event))
  }

  /** Something would be lost. */
  get isHeld(): boolean {
    return this.owner.edits.held > 0 || this.owner.typing.isBegun
  }

  /** What is being typed is taken, and everything sent. False: the person goes on writing. */
  async allSent(): Promise<boolean> {
    const view = this.owner.view()
    if (view && !(await view.take())) return false
    await this.owner.edits.whenEmpty()
    return true
  }

  async follow({ href }: HTMLAnchorElement): Promise<void> {
    if (!(await this.allSent())) return
    if (href.endsWith('.xlsx')) await openFile(new URL(href).pathname, { download: true })
    else location.assign(href)
  }

  leave(): void {
    this.isLeaving = true
    this.owner.reload()
  }

  private warn(event: BeforeUnloadEvent): void {
    if (!this.isHeld || this.isLeaving) return
    event.preventDefault()
    // Browsers before Chromium 119 ask only where this is set.
    event.returnValue = true
  }

  private makeUpdate(): PageUpdate {
    const { view, workbook, edits, messages } = this.owner
    return new PageUpdate({
      storage: sessionStorage,
      isWriting: () => (view()?.typing() ?? null) !== null || isWritten(document.activeElement),
      keep: () => keepUnsent(sessionStorage, workbook(), edits.stop()),
      reload: () => this.leave(),
      say: (state) => messages.show({ text: pageWords.update[state], kind: 'warning' }),
      later: (act, milliseconds) => window.setTimeout(act, milliseconds),
    })
  }
}

/** A text that would be lost if the page went away: of a comment, a dialog or a page of a command. */
function isWritten(active: Element | null): boolean {
  if (document.querySelector('dialog[open]') || active instanceof HTMLIFrameElement) return true
  // What stands in an open cell is asked of the view.
  if (active?.matches('.grid-field, .cell-content')) return false
  if (active instanceof HTMLTextAreaElement && active.ariaReadOnly === 'true') return false
  return (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement) && active.value !== ''
}
