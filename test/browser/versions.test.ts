/** Earlier versions are seen and taken, and the history is erased: from the desk and the start page, without a mouse. */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { cellAt } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { eraseWords, versionWords as words } from '../../src/words/versions'
import { firstCellOf } from '../../src/workbook'
import { sheetOf } from '../desk/server/desk'
import type { Visitor } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

// Of what a test does not let through.
const own = ownDesk(/ERR_FAILED|Failed to fetch dynamically/)
let shown: DeskPage
let visitor: Visitor

beforeEach(async () => {
  await own.start({ isShared: true })
  shown = await own.enter()
  visitor = await own.visit()
})

const E12 = firstCellOf('E12') ?? { row: 0, column: 0 }
const table3 = async () => sheetOf(await visitor.book(), tabNames.table3)
const standing = async () => cellAt(await table3(), E12.row, E12.column)?.value ?? null

async function write(value: number): Promise<void> {
  const { seq } = await visitor.book()
  await visitor.done('/api/edit', { sheet: (await table3()).id, ...E12, values: [[value]], base: seq })
}

const dialog = () => shown.page.getByRole('dialog')

/** By keyboard: the dialog puts the focus on what comes first. */
async function takeFirst(): Promise<void> {
  const { page } = shown
  await dialog()
    .getByRole('button', { name: /^看不同/ })
    .waitFor()
  expect(await everyFault(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog().getByText('77 → ').first().waitFor()
  expect(await everyFault(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
}

async function openHistory(): Promise<void> {
  await shown.goTo(/三、/, 'E12')
  await shown.page.getByRole('button', { name: '单元格历史', exact: true }).click()
  await shown.page.getByRole('button', { name: `${words.title}…` }).waitFor()
}

describe('恢复以前的版本', () => {
  it('from the desk: shows what differs by tab and cell, and takes it', async () => {
    const before = await standing()
    await write(77)
    await openHistory()
    await shown.page.getByRole('button', { name: `${words.title}…` }).press('Enter')
    await takeFirst()
    expect(await standing()).toBe(before)
    await shown.page.getByText(/已换成 .* 的版本，改动 1 格/).waitFor()
    // The keyboard is in the cells again.
    await shown.page.keyboard.press('Control+z')
    await shown.page.getByRole('log').getByText(`撤销：${words.logged.event}`).waitFor()
    expect(await standing()).toBe(77)
  })

  it('pressed twice it is taken once; of two that are looked at the last one stays', async () => {
    const { page } = shown
    await write(77)
    await openHistory()
    const open = page.getByRole('button', { name: `${words.title}…` })
    let takes = 0
    await page.route('**/api/versions/take', async (route) => {
      takes += 1
      await wait(300)
      await route.continue()
    })
    await open.press('Enter')
    await dialog()
      .getByRole('button', { name: /^看不同/ })
      .press('Enter')
    const take = dialog().getByRole('button', { name: words.take })
    await take.evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await dialog().waitFor({ state: 'detached' })
    await wait(500)
    expect([takes, await dialog().count()]).toEqual([1, 0])
    // The copy of before is the first in the list now; its answer comes late.
    let isFirst = true
    await page.route('**/api/versions/differences*', async (route) => {
      const isLate = isFirst
      isFirst = false
      if (isLate) await wait(1000)
      await route.continue()
    })
    await open.press('Enter')
    const looks = dialog().getByRole('button', { name: /^看不同/ })
    await looks.nth(1).waitFor()
    await looks.nth(0).evaluate((button: HTMLElement) => button.click())
    await looks.nth(1).evaluate((button: HTMLElement) => button.click())
    await dialog().getByRole('button', { name: words.back }).waitFor()
    const text = await dialog().textContent()
    expect(text).not.toContain('换版本以前')
    await wait(1500)
    expect(await dialog().textContent()).toBe(text)
  })

  it('begins at its top, and its buttons are in view, however low the window and long the list', async () => {
    const { page } = shown
    await page.setViewportSize({ width: 1366, height: 625 })
    const { seq } = await visitor.book()
    const values = Array.from({ length: 20 }, (_, row) => Array.from({ length: 4 }, (__, column) => 900 + row + column))
    await visitor.done('/api/edit', {
      sheet: (await table3()).id,
      row: 8,
      column: 5,
      values: values.slice(0, 2),
      base: seq,
    })
    await openHistory()
    await page.getByRole('button', { name: `${words.title}…` }).press('Enter')
    await dialog()
      .getByRole('button', { name: /^看不同/ })
      .press('Enter')
    const take = dialog().getByRole('button', { name: words.take })
    await take.waitFor()
    const bottoms = await dialog()
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().bottom))
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(625)
    const scrolled = dialog().locator('.dialog-body')
    expect(await scrolled.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true)
    expect(await scrolled.evaluate(({ scrollTop }) => scrollTop)).toBe(0)
    // By keyboard it is read on from there.
    await page.keyboard.press('PageDown')
    await page.waitForFunction(() => (document.querySelector('.dialog-body')?.scrollTop ?? 0) > 0)
  })

  it('that others have written over since it was looked at is shown again before it is taken', async () => {
    const { page } = shown
    await write(77)
    await openHistory()
    await page.getByRole('button', { name: `${words.title}…` }).press('Enter')
    await dialog()
      .getByRole('button', { name: /^看不同/ })
      .press('Enter')
    await dialog().getByText('77 → ').first().waitFor()
    await write(78)
    await dialog().getByRole('button', { name: words.take }).press('Enter')
    await page.getByText(words.newer(1)).waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByText('78 → ').first().waitFor()
    expect(await standing()).toBe(78)
    await dialog().getByRole('button', { name: words.take }).press('Enter')
    await page.getByText(/已换成 .* 的版本，改动 1 格/).waitFor()
    expect(await standing()).not.toBe(78)
  })

  it('that cannot be loaded is told', async () => {
    const { page } = shown
    await openHistory()
    await page.route(/\/part-[^/]*\.js/, (route) => route.abort())
    await page.getByRole('button', { name: `${eraseWords.title}…` }).press('Enter')
    await page.getByText(eraseWords.title, { exact: true }).waitFor()
    expect(await dialog().count()).toBe(0)
  })

  it('from the start page: opens the workbook and shows its versions', async () => {
    const before = await standing()
    await write(77)
    await visitor.post('/api/close')
    await shown.page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
    await shown.page.getByRole('button', { name: /^恢复以前的版本：/ }).press('Enter')
    await dialog().waitFor()
    // Its text stands clear of its edges.
    const [edge, text] = [await dialog().boundingBox(), await dialog().getByText(words.lead).boundingBox()]
    expect((text?.x ?? 0) - (edge?.x ?? 0)).toBeGreaterThanOrEqual(16)
    await takeFirst()
    expect(await standing()).toBe(before)
    const message = shown.page.locator('.toast.done', { hasText: /已换成 .* 的版本/ })
    await message.getByRole('button', { name: '撤销', exact: true }).click()
    await shown.page.getByRole('log').getByText(`撤销：${words.logged.event}`).waitFor()
    expect(await standing()).toBe(77)
  })
})

describe('清除历史', () => {
  it('asks, naming what goes; 不清除 leaves all, 清除 leaves one line', async () => {
    const { page } = shown
    await write(77)
    await openHistory()
    const changes = async () => (await visitor.read<{ entries: unknown[] }>('/api/trail')).entries.length
    const press = () => page.getByRole('button', { name: `${eraseWords.title}…` }).press('Enter')
    await press()
    await dialog().getByRole('button', { name: eraseWords.yes, exact: true }).waitFor()
    expect(await dialog().textContent()).toContain('.xlsx.backups/')
    await dialog().getByRole('button', { name: eraseWords.no }).press('Enter')
    expect(await changes()).toBeGreaterThanOrEqual(1)
    await press()
    await dialog().getByRole('button', { name: eraseWords.yes, exact: true }).press('Enter')
    await dialog()
      .getByText(/^已清除以前 \d+ 处修改的记录。$/)
      .waitFor()
    const trail = await visitor.read<{ entries: { what: string }[] }>('/api/trail')
    expect(trail.entries.map(({ what }) => what)).toEqual([eraseWords.logged.event])
    expect(await standing()).toBe(77)
  })
})
