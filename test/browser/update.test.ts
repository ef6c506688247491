/** A page that stands open while the desk is updated. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { pageWords } from '../../src/words/desk-page'
import { serverWords } from '../../src/words/server'
import { openChromium } from './support/chromium'
import { openDesk, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { servePage } from './support/page-server'
import type { PageServer } from './support/page-server'
import { filledHost } from './support/workbook'

let browser: Browser
let server: PageServer
let desk: DeskPage

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await servePage({ host: filledHost() })
  // What a tab remembers ends with it: each test has one of its own.
  desk = await openDesk(browser, server)
  await desk.goTo(/三、/, 'D7')
})
afterEach(async () => {
  await desk.close()
  await server.close()
  expect(desk.complaints).toEqual([])
})

/** Sent by the page that came after: newer values are not written over unasked. */
const typed = (row: number, value: string, base: number) => ({
  sheet: 4,
  row,
  column: 4,
  values: [[value]],
  base,
  isAsking: true,
})

it('says so, waits for what is being typed, loads itself anew and sends what was unsent', async () => {
  const { page } = desk
  server.update(true)
  await page.keyboard.type('41')
  await page.keyboard.press('Enter')
  await page.keyboard.type('4')
  await page.getByText(pageWords.update.soon).waitFor()
  // Both were begun before this change came.
  server.change({ cells: { 4: { '20,4': { value: 77 } } } })
  await page.waitForTimeout(3_000)
  expect([server.loads, server.edits]).toEqual([1, []])
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await page.getByText(pageWords.update.done(2, '三、依申请公开!D7“41”、三、依申请公开!D8“42”')).waitFor()
  await saved(page)
  expect(server.edits).toEqual([typed(7, '41', 1), typed(8, '42', 1)])
  expect(server.loads).toBe(2)
})

it('loads itself anew once only where that is of no use, and still has what was unsent', async () => {
  const { page } = desk
  server.update(false)
  await page.keyboard.type('41')
  await page.keyboard.press('Enter')
  const refused = page.getByRole('alert').filter({ hasText: pageWords.cannotOpen })
  await refused.getByText(serverWords.otherProtocol).waitFor()
  await page.waitForTimeout(3_000)
  expect(server.loads).toBe(2)
  server.update(true)
  await page.getByRole('button', { name: pageWords.tryAgain }).click()
  await page.getByText(pageWords.update.done(1, '三、依申请公开!D7“41”')).waitFor()
  await saved(page)
  expect(server.edits).toEqual([typed(7, '41', 1)])
})
