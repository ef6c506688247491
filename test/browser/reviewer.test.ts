/** A reviewer begins at the report and its findings, and changes nothing by looking. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { Visitor } from '../desk/server/desk'
import type { TestDesk } from '../desk/server/desk'
import { everyFaultOfAll } from './support/accessibility'
import { openChromium } from './support/chromium'
import { exampleDesk } from './support/desk'
import { newDeskPage, onThisMachine } from './support/desk-page'

let browser: Browser
let desk: TestDesk

beforeAll(async () => {
  browser = await openChromium()
  desk = await exampleDesk({ isShared: true })
}, 120_000)
afterAll(async () => {
  await desk.close()
  await browser.close()
})

it('begins at the first part of the report beside the findings, and goes to their cells', async () => {
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  const before = await visitor.book()
  const { page, complaints, close } = await newDeskPage(browser, { address: `http://127.0.0.1:${desk.port}/` })
  await page.goto(onThisMachine(desk.port, desk.links.reviewer[0] ?? ''))
  await page.getByRole('textbox').fill('王审核')
  await page.keyboard.press('Enter')
  await page.locator('html[data-ready]').waitFor()
  await page.getByRole('tab', { name: /一、/, selected: true }).waitFor()
  const findings = page.frameLocator('iframe[title="校验结果"]')
  await findings.getByText('错误 2').first().waitFor()
  expect(await findings.getByRole('button', { name: /接受|应用|校验|撤/ }).count()).toBe(0)
  expect(await findings.locator('textarea').count()).toBe(0)
  expect(await everyFaultOfAll(page)).toEqual([])
  await findings.getByRole('button', { name: /各列之和 7，填的是 6/ }).click()
  await page.getByRole('tab', { name: /三、/, selected: true }).waitFor()
  const { book, seq } = await visitor.book()
  expect([seq, book]).toEqual([before.seq, before.book])
  const { row, column, sheet } = {
    sheet: book.sheets.find(({ name }) => name.startsWith('三、'))?.id,
    row: 7,
    column: 4,
  }
  await visitor.done('/api/edit', { sheet, row, column, values: [[900]], base: seq })
  await findings
    .getByText(/错误 [3-9]/)
    .first()
    .waitFor()
  expect(complaints).toEqual([])
  await close()
}, 90_000)
