/** Ui: menus and dialogs are recorded, questions answered from the answers the test gave. */
import { Button, ButtonSet } from './enums'
import { chained, guard, inside } from './guard'
import { DoubleHtmlOutput } from './html'
import type { Has } from './kinds'
import { happen } from './meanwhile'
import type { ButtonName, Dialog, Menu } from './protocol'
import { running } from './running'

type GoogleUi = GoogleAppsScript.Base.Ui
type GoogleMenu = GoogleAppsScript.Base.Menu

class DoubleMenu implements Pick<GoogleMenu, Has<'Menu'>> {
  private readonly items: Menu['items'] = []
  private readonly menus: Menu[] = []
  constructor(private readonly caption: string) {}

  addItem(caption: string, functionName: string): GoogleMenu {
    this.items.push({ caption, functionName })
    return chained(this)
  }
  addSubMenu(menu: GoogleMenu): GoogleMenu {
    this.menus.push(inside(menu, DoubleMenu, 'Menu.addSubMenu').told)
    return chained(this)
  }
  addToUi(): void {
    running().result.menus.push(this.told)
  }

  private get told(): Menu {
    const { caption, items, menus } = this
    return { caption, items, ...(menus.length > 0 && { menus }) }
  }
}

class DoublePromptResponse implements Pick<GoogleAppsScript.Base.PromptResponse, Has<'PromptResponse'>> {
  constructor(
    private readonly button: ButtonName,
    private readonly text: string,
  ) {}

  getResponseText(): string {
    return this.text
  }
  getSelectedButton(): GoogleAppsScript.Base.Button {
    return Button[this.button]
  }
}

class DoubleUi implements Pick<GoogleUi, Has<'Ui'>> {
  readonly Button = Button
  readonly ButtonSet = ButtonSet

  createMenu(caption: string): GoogleMenu {
    return guard('Menu', new DoubleMenu(caption))
  }
  /** Without an answer left, a notice is acknowledged and a question closed: nothing happens unasked. */
  alert(...[title, message, set]: unknown[]): GoogleAppsScript.Base.Button {
    const { result, setup } = running()
    const buttons = String(set)
    const answer = setup.answers.shift() ?? (buttons === 'OK' ? 'OK' : 'CLOSE')
    if (answer !== 'CLOSE' && !buttons.split('_').includes(answer)) {
      throw new Error(`The answer ${answer} is not a button of ${buttons}`)
    }
    result.questions.push({ title: String(title), message: String(message), buttons, answer })
    for (const change of setup.meanwhile.splice(0)) happen(change)
    return Button[answer]
  }
  /** Without a text left, the window is closed. */
  prompt(...[title, message, set]: unknown[]): GoogleAppsScript.Base.PromptResponse {
    const { result, setup } = running()
    const text = setup.typed.shift()
    const answer = text === undefined ? 'CLOSE' : 'OK'
    result.questions.push({ title: String(title), message: String(message), buttons: String(set), answer })
    return guard('PromptResponse', new DoublePromptResponse(answer, text ?? ''))
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
    const output = inside(html, DoubleHtmlOutput, 'Ui.show')
    const size = { ...(output.width && { width: output.width }), ...(output.height && { height: output.height }) }
    running().result.dialogs.push({ kind, title: title ?? output.title, html: output.content, ...size })
  }
}

export const uiFace = (): GoogleUi => guard('Ui', new DoubleUi())
