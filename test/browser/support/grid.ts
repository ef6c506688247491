/** What the tests of the cells have in common: one page over a workbook in memory. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { cellKey } from '../../../src/desk/book'
import type { Cell } from '../../../src/desk/book'
import { parseReference } from '../../../src/workbook'
import { openChromium } from './chromium'
import { newDeskPage } from './desk-page'
import type { DeskPage } from './desk-page'
import { servePage } from './page-server'
import type { PageServer } from './page-server'
import { filledHost, sheetOf } from './workbook'

export interface GridPage {
  readonly browser: Browser
  readonly page: Page
  readonly desk: DeskPage
  readonly server: PageServer
  /** As the server has it. */
  cell: (tab: string, address: string) => Cell | undefined
  /** The address of the selected cell, the first of several. */
  selected: () => Promise<string | null>
  /** Addresses of all selected cells. */
  range: () => Promise<string[]>
  keys: (...keys: string[]) => Promise<void>
  /** Words by an input method: what is shown while they are composed, then the text. */
  compose: (parts: readonly string[], text: string) => Promise<void>
  field: () => Promise<string>
}

/** One page for all tests of a file: it is loaded anew for each, from a server that has forgotten the one before. */
export function gridPage(viewport?: { width: number; height: number }, deviceScaleFactor?: number): GridPage {
  let browser: Browser
  let server: PageServer
  let desk: DeskPage
  let session: CDPSession
  /** Whether the page is as the next test wants it. */
  let isTidy = true
  const open = async () => {
    desk = await newDeskPage(browser, server, deviceScaleFactor, viewport)
    session = await desk.context.newCDPSession(desk.page)
  }
  beforeAll(async () => {
    browser = await openChromium()
    server = await servePage()
    await open()
  })
  afterAll(async () => {
    await desk.close()
    await browser.close()
    await server.close()
  })
  beforeEach(async () => {
    if (!isTidy) {
      await desk.close()
      await open()
    }
    server.reset(filledHost())
    isTidy = false
    await desk.load()
  })
  // A test that failed halfway must not fail the next one, nor its own second try.
  afterEach(async () => {
    await desk.tidy()
    await desk.leave()
    isTidy = true
    expect(desk.complaints.splice(0)).toEqual([])
  })
  const addresses = () =>
    desk.page
      .locator('.cells [data-cell][aria-selected=true]')
      .evaluateAll((cells) => cells.map((one) => one.getAttribute('data-cell') ?? ''))
  return {
    get browser() {
      return browser
    },
    get page() {
      return desk.page
    },
    get desk() {
      return desk
    },
    get server() {
      return server
    },
    cell: (tab, address) => {
      const { row, column } = parseReference(address)?.first ?? {}
      return sheetOf(server.book(), tab).cells[cellKey(row ?? 0, column ?? 0)]
    },
    selected: async () => (await addresses())[0] ?? null,
    range: addresses,
    keys: async (...keys) => {
      for (const key of keys) await desk.page.keyboard.press(key)
    },
    compose: async (parts, text) => {
      for (const part of parts) {
        const [selectionStart, selectionEnd] = [part.length, part.length]
        await session.send('Input.imeSetComposition', { text: part, selectionStart, selectionEnd })
      }
      await session.send('Input.insertText', { text })
    },
    field: () => desk.page.locator('.grid-field').inputValue(),
  }
}
