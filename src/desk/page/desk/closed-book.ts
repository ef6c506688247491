/** Somebody has opened another workbook: the person chooses whether to follow; what was typed here is kept for here. */
import { pageWords } from '../../../words/desk-page'
import type { OpenWorkbook } from '../../start-protocol'
import { closeApi } from '../api'
import { ask } from '../ui/dialogs'
import { fill, h } from '../ui/dom'
import { icon } from '../ui/icons'
import type { SavingLine } from '../ui/saving'
import type { Toolbar } from '../ui/toolbar'
import type { SheetView } from '../view/view'
import type { Edits } from './edits'
import type { Leaving } from './leaving'
import type { Panels } from './panels'
import type { TypingDesk } from './typing'

export interface ClosedBookOwner {
  edits: Edits
  typing: TypingDesk
  leaving: Leaving
  saving: SavingLine
  panels: Panels
  toolbar: () => Toolbar
  view: () => SheetView | null
  /** Of the workbook that this page shows. */
  title: () => string
  /** Stops listening to the server. */
  stop: () => void
}

const words = pageWords.switched

export class ClosedBook {
  readonly banner = h('div', { class: 'banner', role: 'status', hidden: true })

  constructor(private readonly owner: ClosedBookOwner) {}

  async begin(next: OpenWorkbook): Promise<void> {
    await this.close()
    this.tell(next)
    const { button } = await ask(
      {
        title: words.title(next.by ?? pageWords.people.someone),
        message: words.question(next.title, this.owner.title()),
        buttons: 'YES_NO',
      },
      { YES: words.follow, NO: words.stay },
    )
    if (button === 'YES') this.owner.leaving.leave()
    else this.owner.view()?.focus()
  }

  /** Drafts keep what is not sent, under the name of this workbook. */
  private async close(): Promise<void> {
    const { edits, typing, saving, panels, toolbar, view, stop } = this.owner
    stop()
    closeApi(words.lock)
    edits.stop()
    await view()?.take()
    view()?.setLock(words.lock)
    panels.side.close()
    toolbar().close()
    const left = edits.count + (typing.isBegun ? 1 : 0)
    if (left > 0) saving.blocked(left)
  }

  private tell(next: OpenWorkbook): void {
    const { leaving, title } = this.owner
    const go = h('button', { type: 'button', class: 'small', onClick: () => leaving.leave() }, words.go(next.title))
    this.banner.hidden = false
    fill(this.banner, icon('warning'), words.banner(title(), next.title), ' ', go)
  }
}
