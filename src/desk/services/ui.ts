/** Ui: menus and dialogs are recorded, questions answered from the answers the host was given. */
import { Button, ButtonSet } from './enums'
import { badArguments, chained, guard, inside } from './guard'
import { DeskHtmlOutput } from './html'
import type { Has } from './kinds'
import type { Answer, Asked, ButtonName, Dialog, MenuItem } from './protocol'
import { running } from './running'

type GoogleUi = GoogleAppsScript.Base.Ui
type GoogleMenu = GoogleAppsScript.Base.Menu
type GoogleButton = GoogleAppsScript.Base.Button

class DeskMenu implements Pick<GoogleMenu, Has<'Menu'>> {
  private readonly items: MenuItem[] = []
  constructor(private readonly caption: string) {}

  addItem(caption: string, functionName: string): GoogleMenu {
    this.items.push({ caption, functionName })
    return chained(this)
  }
  addSeparator(): GoogleMenu {
    this.items.push({ caption: '' })
    return chained(this)
  }
  addToUi(): void {
    running().outcome.menus.push({ caption: this.caption, items: this.items })
  }
}

class DeskPromptResponse implements Pick<GoogleAppsScript.Base.PromptResponse, Has<'PromptResponse'>> {
  constructor(private readonly answer: Answer) {}

  getResponseText(): string {
    return this.answer.text ?? ''
  }
  getSelectedButton(): GoogleButton {
    return Button[this.answer.button]
  }
}

const allowed: Readonly<Record<string, readonly ButtonName[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
}

/** `alert(prompt)`, `alert(prompt, buttons)` or `alert(title, prompt, buttons)`. */
function question(given: readonly unknown[]): Omit<Asked, 'kind'> {
  const [first, second, third] = given
  const isOne = (value: unknown) => String(value) in allowed && typeof value === 'object'
  if (given.length === 1) return { title: '', message: String(first), buttons: 'OK' }
  if (given.length === 2 && isOne(second)) return { title: '', message: String(first), buttons: String(second) }
  if (given.length === 3 && isOne(third)) {
    return { title: String(first), message: String(second), buttons: String(third) }
  }
  throw badArguments('Ui')
}

/** The answer given to this question; one that was given to another is none, and those after it neither. */
function nextAnswer({ message }: Asked): Answer | undefined {
  const { answers } = running().setup
  const answer = answers.shift()
  if (answer?.to === undefined || answer.to === message) return answer
  answers.length = 0
  return undefined
}

/** Without an answer left, a notice is acknowledged and a question closed: nothing happens unasked. */
function answerTo(asked: Asked): Answer {
  const { setup, outcome } = running()
  const isNotice = asked.buttons === 'OK' && asked.kind === 'alert'
  const unasked: Answer = { button: isNotice ? 'OK' : 'CLOSE' }
  if (!setup.stopsAtQuestion) return nextAnswer(asked) ?? unasked
  if (isNotice) return unasked
  const answer = nextAnswer(asked)
  if (answer) return answer
  outcome.asked ??= asked
  throw new Error('The run waits for an answer.')
}

function ask(kind: 'alert' | 'prompt', given: readonly unknown[]): Answer {
  const asked: Asked = { kind, ...question(given) }
  const answer = answerTo(asked)
  if (answer.button !== 'CLOSE' && !allowed[asked.buttons]?.includes(answer.button)) {
    throw new Error(`The answer ${answer.button} is not a button of ${asked.buttons}`)
  }
  running().outcome.questions.push({ ...asked, answer })
  return answer
}

class DeskUi implements Pick<GoogleUi, Has<'Ui'>> {
  readonly Button = Button
  readonly ButtonSet = ButtonSet

  createMenu(caption: string): GoogleMenu {
    return guard('Menu', new DeskMenu(caption))
  }
  createAddonMenu(): GoogleMenu {
    return this.createMenu('')
  }
  alert(...given: unknown[]): GoogleButton {
    return Button[ask('alert', given).button]
  }
  prompt(...given: unknown[]): GoogleAppsScript.Base.PromptResponse {
    return guard('PromptResponse', new DeskPromptResponse(ask('prompt', given)))
  }
  showModalDialog(html: unknown, title: string): void {
    this.show('modal', html, title)
  }
  showModelessDialog(html: unknown, title: string): void {
    this.show('modeless', html, title)
  }
  showSidebar(html: unknown): void {
    this.show('sidebar', html)
  }

  private show(kind: Dialog['kind'], html: unknown, title?: string): void {
    const output = inside(html, DeskHtmlOutput, 'Ui.show')
    const size = { ...(output.width && { width: output.width }), ...(output.height && { height: output.height }) }
    running().outcome.dialogs.push({ kind, title: title ?? output.title, html: output.content, ...size })
  }
}

export function uiFace(): GoogleUi {
  return guard('Ui', new DeskUi())
}
