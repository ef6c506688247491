/** The editor of the narratives, as a person uses it. */
import type { Page } from 'playwright-core'
import { atCell } from './desk-page'

export interface TextEditorPage {
  /** When the editor has the keyboard. */
  shown: () => Promise<void>
  closed: () => Promise<void>
  /** What stands in it. */
  text: () => Promise<string>
  /** Opens the overview and types at its end. */
  write: (typed: string) => Promise<void>
}

export function textEditor(page: () => Page): TextEditorPage {
  const shown = () => page().locator('.text-field:focus').waitFor()
  return {
    shown,
    closed: () => page().locator('.text-editor').waitFor({ state: 'hidden' }),
    text: () => page().locator('.text-field').inputValue(),
    write: async (typed) => {
      await page().getByRole('tab', { name: /一、/ }).click()
      await atCell(page(), 'B5')
      await page().keyboard.press('F2')
      await shown()
      await page().keyboard.insertText(typed)
    },
  }
}
