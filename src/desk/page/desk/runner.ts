/** Runs menu items and `google.script.run` calls: questions, dialogs, messages, files, errors. */
import { pageWords } from '../../../words/desk-page'
import type { Dialog, FileLink, RunAnswer, RunRequest, Toast } from '../../protocol'
import { ServerError } from '../api'
import { ask, showDialog, tell } from '../ui/dialogs'
import { makeFrame } from '../ui/frame'
import type { SidePanel } from '../ui/side-panel'

export interface RunnerOwner {
  run: (request: RunRequest) => Promise<RunAnswer>
  /** Takes what is being typed and waits until it is sent, so that a run sees it. False: the person goes on writing. */
  whenTaken: () => Promise<boolean>
  /** Waits until all that the person has concluded is sent. What is being typed stays as it is. */
  whenSent: () => Promise<void>
  side: SidePanel
  /** `isChange`: the run has changed something. */
  toast: (toast: Toast, isChange: boolean) => void
  /** The same of a change that the person can take back by a click: the one of this number. */
  undoable: (toast: Toast, seq: number) => void
  /** `isNews`: no dialog of the script tells of them. */
  files: (files: readonly FileLink[], isNews: boolean) => void
  /** Name of the action that runs; null: none. */
  progress: (name: string | null) => void
  /** Goes to a cell, by its tab's name and A1 notation. */
  goTo: (tab: string, cell: string) => void
  /** Puts the keyboard into the cells. */
  focus: () => void
  /** Name of the tab in which the person is. */
  tab: () => string
}

/** Commands whose message says that they can be undone, and that have no button of their own for it. */
const withUndo: ReadonlySet<string> = new Set(['fillZeros'])

/** A run shorter than this says nothing while it runs. */
const patience = 250

export class Runner {
  private running = 0
  /** The run that filled the panel beside the cells. */
  private sidebar: { functionName: string; caption: string } | null = null

  constructor(private readonly owner: RunnerOwner) {}

  /** A menu item: whatever happens is shown. */
  async choose(functionName: string, caption: string): Promise<void> {
    try {
      if (!(await this.owner.whenTaken())) return
      await this.run(caption, { functionName })
      await this.renewSidebar(functionName)
    } catch (error) {
      await tell(pageWords.run.failed(caption), messageOf(error))
    }
  }

  /** Shows what a run gave back: messages, files, notices, dialogs. */
  private async showAnswer(answer: RunAnswer, caption: string, functionName: string): Promise<void> {
    const { toast: show, undoable } = this.owner
    const isChange = answer.isChange === true
    const canUndo = withUndo.has(functionName) && isChange
    for (const toast of answer.toasts) {
      if (canUndo) undoable(toast, answer.seq)
      else show(toast, isChange && answer.error === undefined)
    }
    if (answer.files.length) this.owner.files(answer.files, answer.dialogs.length === 0)
    for (const notice of answer.notices) await ask(notice)
    for (const dialog of answer.dialogs) this.show(dialog, caption)
  }

  /** What a command shows beside the cells is of before the run: it is asked for anew. */
  private async renewSidebar(functionName: string): Promise<void> {
    const { sidebar, owner } = this
    if (!sidebar || owner.side.current() !== 'command' || sidebar.functionName === functionName) return
    await this.run(sidebar.caption, { functionName: sidebar.functionName })
  }

  private async run(caption: string, request: RunRequest): Promise<unknown> {
    let answer = await this.post(caption, request)
    while (answer.question) {
      const pressed = await ask(answer.question)
      answer = await this.post(caption, { ...request, run: answer.run, answer: pressed })
    }
    await this.showAnswer(answer, caption, request.functionName)
    if (answer.dialogs.some(({ kind }) => kind === 'sidebar')) {
      this.sidebar = { functionName: request.functionName, caption }
    }
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value
  }

  private async post(caption: string, request: RunRequest): Promise<RunAnswer> {
    this.running += 1
    const timer = window.setTimeout(() => this.owner.progress(caption), patience)
    try {
      // A sidebar asks by itself, and a question may come late: meanwhile the person goes on typing.
      await this.owner.whenSent()
      return await this.owner.run(request)
    } finally {
      window.clearTimeout(timer)
      this.running -= 1
      if (this.running === 0) this.owner.progress(null)
    }
  }

  private show({ kind, title, html, width, height }: Dialog, caption: string): void {
    const name = title || caption
    const inside = {
      run: (functionName: string, values: unknown[]) => this.fromFrame(name, functionName, values),
    }
    const { side, focus, tab } = this.owner
    if (kind === 'sidebar') {
      const frame = makeFrame(html, {
        ...inside,
        label: name,
        close: () => side.close(),
        size: () => undefined,
        focus,
        tab,
      })
      side.open('command', name, frame)
      return
    }
    const size = ({ width: wide, height: high }: { width?: number; height?: number }) => {
      if (wide) frame.style.width = `${wide}px`
      if (high) frame.style.height = `${high}px`
    }
    const close = () => remove()
    const frame = makeFrame(html, { ...inside, label: name, close, size, focus, tab })
    size({ width: width ?? 560, height: height ?? 400 })
    const remove = showDialog({ title: name, body: [frame], actions: [], isWide: true, onCancel: close })
  }

  private async fromFrame(caption: string, functionName: string, values: unknown[]): Promise<unknown> {
    try {
      const value = await this.run(caption, { functionName, arguments: values })
      if (isActivated(value)) {
        this.owner.goTo(value.tab, value.cell)
        // Who goes to a cell from the sidebar wants to write there.
        this.owner.focus()
      }
      return value
    } catch (error) {
      throw new Error(messageOf(error))
    }
  }
}

/** What a command returns that goes to a cell: only the page can show it. */
function isActivated(value: unknown): value is { tab: string; cell: string } {
  if (typeof value !== 'object' || value === null) return false
  return 'tab' in value && 'cell' in value && typeof value.tab === 'string' && typeof value.cell === 'string'
}

export function messageOf(error: unknown): string {
  if (error instanceof ServerError && error.status === 0) return pageWords.run.offline
  return error instanceof Error ? error.message : String(error)
}
