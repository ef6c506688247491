/** What the tests of a whole desk have in common: a desk of its own for each test, and the pages that it opens. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Visitor } from '../../desk/server/desk'
import type { TestDesk } from '../../desk/server/desk'
import { openChromium } from './chromium'
import { exampleDesk } from './desk'
import { newDeskPage, enterDesk, onThisMachine } from './desk-page'
import type { DeskPage } from './desk-page'

export interface OwnDesk {
  readonly browser: Browser
  /** That of the test. */
  readonly desk: TestDesk
  /** Begins the desk of a test. */
  start: (options?: Parameters<typeof exampleDesk>[0]) => Promise<TestDesk>
  /** A page on it, by the link of whoever started it. */
  enter: () => Promise<DeskPage>
  /** A page of somebody who comes by a link for the network and gives a name; `isOpen`: to a workbook. */
  enterAs: (name: string, link: string | undefined, isOpen?: boolean) => Promise<DeskPage>
  /** Somebody without a page. */
  visit: () => Promise<Visitor>
}

/**
 * After each test its pages and its desk are closed, so a second try begins anew.
 *
 * @param allowed complaints that the tests bring about themselves
 */
export function ownDesk(allowed?: RegExp): OwnDesk {
  let browser: Browser
  let desk: TestDesk | null = null
  const pages: DeskPage[] = []
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    const opened = pages.splice(0)
    // Before the desk ends: closing a page while its desk is going away can take a minute.
    for (const page of opened) await page.close()
    await desk?.close()
    desk = null
    const complaints = opened.flatMap((page) => page.complaints)
    expect(complaints.filter((text) => !allowed?.test(text))).toEqual([])
  })
  const running = (): TestDesk => {
    if (!desk) throw new Error('no desk was started')
    return desk
  }
  return {
    get browser() {
      return browser
    },
    get desk() {
      return running()
    },
    start: async (options) => (desk = await exampleDesk(options)),
    enter: async () => {
      const { port, links } = running()
      const page = await enterDesk(browser, port, links.own)
      pages.push(page)
      return page
    },
    enterAs: async (name, link = '', isOpen = true) => {
      const { port } = running()
      const person = await newDeskPage(browser, { address: `http://127.0.0.1:${port}/` })
      pages.push(person)
      await person.page.goto(onThisMachine(port, link))
      await person.page.getByRole('textbox').fill(name)
      await person.page.keyboard.press('Enter')
      if (isOpen) await person.page.locator('html[data-ready]').waitFor()
      return person
    },
    visit: () => Visitor.enter(running().port, running().links.own),
  }
}
