/** Beside and in the text: findings while one writes, comments on words, fields, finding, paper, room. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { tabNames } from '../../src/words/tabs'
import { clipboardPages } from '../fixtures/clipboard-pages'
import { faults } from './support/accessibility'
import { openChromium } from './support/chromium'
import { atCell, cellOf, newDeskPage, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { gridPage } from './support/grid'
import { servePage } from './support/page-server'
import { textEditor } from './support/text-editor'
import { filledHost } from './support/workbook'

const grid = gridPage({ width: 1366, height: 625 })
const { cell, keys } = grid
const { shown, closed, text, write } = textEditor(() => grid.page)
const stands = () => cell(tabNames.overview, 'B5')?.value
const wrong = '本年度收到政府信息公开申请99件。'

const selectedWords = (page: Page) =>
  page
    .locator('.text-field')
    .evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd))

/** Pastes a page as Word and WPS put it on the clipboard. */
async function pastePage(page: Page, html: string, plain: string, into = '.text-field'): Promise<void> {
  await page.locator(into).evaluate(
    (field, given) => {
      const data = new DataTransfer()
      data.setData('text/html', given.html)
      data.setData('text/plain', given.plain)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { html, plain },
  )
}

describe('while one writes', () => {
  it('marks what is wrong, tells it at the words, under the pointer and beside them, and goes there by F8', async () => {
    const { page } = grid
    await write(`加强学习。\n${wrong}`)
    const mark = page.locator('.text-mark').first()
    await mark.waitFor({ state: 'attached' })
    expect(await mark.textContent()).toContain('99')
    const row = page.locator('.text-notes li', { hasText: '99' }).first()
    await row.waitFor()
    await keys('Control+Home', 'F8')
    expect(await selectedWords(page)).toContain('99')
    await page.locator('.text-says', { hasText: '99' }).waitFor()
    const box = await mark.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 6)
    await page.locator('.text-tip', { hasText: '99' }).waitFor()
    expect(await faults(page)).toEqual([])
    await keys('Control+Home')
    await row.getByRole('button').click()
    expect(await selectedWords(page)).toContain('99')
    await keys('Delete')
    await row.waitFor({ state: 'detached' })
    expect(grid.server.edits).toEqual([])
  })

  it('of a blank text is not said of the one that is being written, whose check is running', async () => {
    const { page } = grid
    const notes = page.locator('.text-notes').first()
    await page.getByRole('tab', { name: /一、/ }).click()
    await atCell(page, 'B5')
    await keys('F2')
    await notes.getByText('没有内容').waitFor()
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await page.route('**/api/text', async (route) => {
      await held
      await route.continue()
    })
    await page.keyboard.insertText('写了一句。')
    expect(await notes.innerText()).toMatch(/^校验提示\s+正在校验…$/)
    goOn()
    await page.getByText('正在校验…').waitFor({ state: 'detached' })
    expect(await notes.innerText()).not.toContain('没有内容')
  })

  it('marks the words in the very lines in which the field has them', async () => {
    const { page } = grid
    const long = `${'政府信息公开工作稳步推进，English words 与 2024 混排。'.repeat(30)}\n${wrong}`
    await write(long)
    await page.locator('.text-mark').first().waitFor({ state: 'attached' })
    const [back, field] = await Promise.all([
      page.locator('.text-back').evaluate((one) => one.getBoundingClientRect().height),
      page.locator('.text-field').evaluate((one) => one.scrollHeight),
    ])
    expect(Math.round(back)).toBe(field)
  })

  it('inserts a field at the caret, with today’s number shown', async () => {
    const { page } = grid
    await write('新收件。')
    await keys('ArrowLeft', 'ArrowLeft')
    await page.getByRole('button', { name: '插入数据项' }).click()
    await page.locator('.text-fields li').first().waitFor()
    await page.keyboard.type('本年新收')
    const row = page.locator('.text-fields button').first()
    expect(await row.textContent()).toMatch(/^【本年新收】\d+件$/)
    expect(await faults(page)).toEqual([])
    await keys('Enter')
    await shown()
    expect(await text()).toBe('新收【本年新收】件。')
    await keys('Control+z')
    expect(await text()).toBe('新收件。')
  })
})

describe('a comment on words', () => {
  it('is written on what is selected, marks the words, and stands among the comments of the cell', async () => {
    const { page } = grid
    await write('加强学习。再加强学习。')
    await keys('Control+Home')
    for (let at = 0; at < 4; at++) await keys('Shift+ArrowRight')
    await page.getByRole('button', { name: '批注所选文字' }).click()
    await page.keyboard.type('写具体些')
    expect(await faults(page)).toEqual([])
    await keys('Control+Enter')
    await page.locator('.text-mark.comment', { hasText: '加强学习' }).waitFor({ state: 'attached' })
    await shown()
    expect(await text()).toBe('加强学习。再加强学习。')
    await page.locator('.text-notes li', { hasText: '写具体些' }).waitFor()
    await keys('Control+a')
    await page.keyboard.insertText('别的话。')
    await page.locator('.text-notes li', { hasText: '这些字已经改了' }).waitFor()
    await keys('Control+Enter')
    await closed()
    await page.getByRole('button', { name: /^批注/ }).click()
    await page.locator('.side .remark p', { hasText: '“加强学习”' }).waitFor()
  })
})

it('keeps a comment that was begun, where the person goes elsewhere meanwhile', async () => {
  const { page } = grid
  await write('加强学习。')
  await keys('Control+a')
  await page.getByRole('button', { name: '批注所选文字' }).click()
  await page.keyboard.type('没写完')
  await page.getByRole('tab', { name: /五、/ }).click()
  await closed()
  await page.getByRole('tab', { name: /一、/ }).click()
  await keys('F2', 'Control+a')
  await page.getByRole('button', { name: '批注所选文字' }).click()
  expect(await page.locator('.text-tool textarea').inputValue()).toBe('没写完')
  await keys('Escape')
  await shown()
})

describe('finding in a text', () => {
  it('goes from place to place in it, and writes on at the place', async () => {
    const { page } = grid
    await write('甲公开乙\n丙公开丁')
    await keys('Control+f')
    await page.keyboard.type('公开')
    await keys('Enter')
    await page.locator('.text-mark.found').waitFor({ state: 'attached' })
    const place = () => page.locator('.text-field').evaluate((one: HTMLTextAreaElement) => one.selectionStart)
    expect(await place()).toBe(1)
    await keys('Enter')
    expect(await place()).toBe(6)
    await keys('Shift+Enter')
    expect(await place()).toBe(1)
    await saved(page)
    expect(stands()).toBe('甲公开乙\n丙公开丁')
    await keys('Escape')
    await shown()
    await page.keyboard.type('通告')
    await keys('Control+Enter')
    await saved(page)
    expect(stands()).toBe('甲通告乙\n丙公开丁')
  })

  it('comes to a text from another tab', async () => {
    const { page } = grid
    await write('独一无二的话')
    await keys('Control+Enter')
    await grid.desk.goTo(/三、/, 'D7')
    await keys('Control+f')
    await page.keyboard.type('独一无二')
    await keys('Enter')
    await page.locator('.text-mark.found', { hasText: '独一无二' }).waitFor({ state: 'attached' })
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain('一、')
  })
})

describe('pasted from another program', () => {
  it('paragraph by paragraph, and taken back by Ctrl+Z', async () => {
    await write('')
    const pasted: Record<string, string[]> = {}
    for (const { name, html, plain } of clipboardPages) {
      await pastePage(grid.page, html, plain)
      pasted[name] = [await text()]
      await keys('Control+z')
      pasted[name].push(await text())
    }
    expect(pasted).toEqual(Object.fromEntries(clipboardPages.map(({ name, text: wanted }) => [name, [wanted, '']])))
  })
})

describe('two people', () => {
  it('an open text is not touched, and its writer is told', async () => {
    const { page } = grid
    await write('我的')
    const { sheets } = grid.server.book()
    const id = sheets.find(({ name }) => name === tabNames.overview)?.id ?? -1
    grid.server.change({ cells: { [id]: { '5,2': { ...cell(tabNames.overview, 'B5'), value: '别人的' } } } })
    await page.locator('.text-notice', { hasText: '别人的' }).waitFor()
    await page.keyboard.type('话')
    expect(await text()).toBe('我的话')
  })
})

describe('room', () => {
  it.each([
    [1366, 625],
    [1920, 950],
    [1280, 600],
    // 1280 × 600 at 125 %.
    [1024, 480],
  ])('%d × %d: no more than 45 letters a line, the whole in view', async (width, height) => {
    const { page } = grid
    await page.setViewportSize({ width, height })
    await write('字'.repeat(400))
    const measured = await page.locator('.text-field').evaluate((one) => {
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(one)
      const box = one.getBoundingClientRect()
      const letters = (one.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / parseFloat(fontSize)
      return { letters, size: parseFloat(fontSize), bottom: box.bottom, height: box.height }
    })
    expect(measured.letters).toBeGreaterThan(34)
    expect(measured.letters).toBeLessThanOrEqual(45)
    expect(measured.size).toBeGreaterThanOrEqual(16)
    expect(measured.bottom).toBeLessThanOrEqual(height)
    expect(measured.height).toBeGreaterThan(height * 0.45)
    await page.setViewportSize({ width: 1366, height: 625 })
  })

  it('prints the whole text, without the editor', async () => {
    const { page } = grid
    const long = Array.from({ length: 60 }, (_, at) => `第${at + 1}段。`).join('\n')
    await write(long)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await closed()
    expect(await page.locator('.print-sheet').textContent()).toContain('第60段。')
    await saved(page)
    expect(stands()).toBe(long)
  })
})

describe('a reviewer', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof servePage>>
  let desk: DeskPage
  beforeEach(async () => {
    browser = await openChromium()
    server = await servePage({ host: filledHost(), role: 'reviewer' })
    desk = await newDeskPage(browser, server)
    await desk.load()
  })
  afterEach(async () => {
    await desk.close()
    await browser.close()
    await server.close()
  })

  it('reads in the same view and comments on words, without writing', async () => {
    const { page } = desk
    const sheet = server.book().sheets.find(({ name }) => name === tabNames.overview)
    server.change({ cells: { [sheet?.id ?? -1]: { '5,2': { ...sheet?.cells['5,2'], value: '加强学习。' } } } })
    await page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(page, 'B5').getByText('加强学习。').waitFor()
    await cellOf(page, 'B5').click()
    await page.locator('.text-field:focus').waitFor()
    await page.keyboard.type('不能写')
    expect(await page.locator('.text-field').inputValue()).toBe('加强学习。')
    expect(await page.locator('.text-editor').getByRole('button', { name: '插入数据项' }).count()).toBe(0)
    await page.keyboard.press('Control+a')
    await page.getByRole('button', { name: '批注所选文字' }).click()
    await page.keyboard.type('怎么学')
    await page.keyboard.press('Control+Enter')
    await page.locator('.text-mark.comment').waitFor({ state: 'attached' })
    expect(await faults(page)).toEqual([])
    server.change({ cells: { [sheet?.id ?? -1]: { '5,2': { ...sheet?.cells['5,2'], value: '改过了。' } } } })
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.text-field')?.value === '改过了。')
    await page.keyboard.press('Escape')
    await page.locator('.text-editor').waitFor({ state: 'hidden' })
    await atCell(page, 'B5')
    expect(server.edits).toEqual([])
  })
})

it('a list of WPS is the same text, pasted into the open text or onto its cell', async () => {
  const { page } = grid
  const item = (sign: string, words: string) =>
    `<p class="MsoListParagraph"><span style="mso-list:Ignore">${sign}<span>&nbsp;&nbsp;</span></span>${words}</p>`
  const html = `<html><body>${item('1.', '公开渠道不多。')}${item('2.', '答复不及时。')}</body></html>`
  const plain = '1.\t公开渠道不多。\r\n2.\t答复不及时。'
  await page.getByRole('tab', { name: /五、/ }).click()
  await atCell(page, 'B5')
  await pastePage(page, html, plain, '.grid-field')
  await saved(page)
  const onCell = grid.cell(tabNames.problems, 'B5')?.value
  await page.keyboard.press('F2')
  await page.locator('.text-field:focus').waitFor()
  await page.keyboard.press('Control+a')
  await pastePage(page, html, plain)
  expect(await page.locator('.text-field').inputValue()).toBe(onCell)
  expect(onCell).toBe('1.公开渠道不多。\n2.答复不及时。')
})
