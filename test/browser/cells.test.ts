import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { cellKey } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { openChromium } from './support/chromium'
import { faults } from './support/accessibility'
import { atCell, cellOf, newDeskPage, openDesk, paste, saved as savedOn } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { servePage } from './support/page-server'
import type { PageServer } from './support/page-server'
import { filledHost, sheetOf } from './support/workbook'

const table3 = /三、/
const D7 = { row: 7, column: 4 }

let browser: Browser
let server: PageServer
let desk: DeskPage

/** One page for all tests: it is loaded anew for each, from a server that has forgotten the one before. */
beforeAll(async () => {
  browser = await openChromium()
  server = await servePage()
  desk = await newDeskPage(browser, server)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.close()
})

beforeEach(async () => {
  server.reset(filledHost())
  await desk.load()
}, 60_000)
afterEach(async () => {
  await desk.leave()
  expect(desk.complaints.splice(0)).toEqual([])
})

const cell = (row: number, column: number) => sheetOf(server.book(), tabNames.table3).cells[cellKey(row, column)]

const content = () => desk.page.locator('.cell-content')
const saved = () => savedOn(desk.page)

describe('the cells', () => {
  it('shows the tabs of the workbook and the value of the selected cell', async () => {
    const tabs = await desk.page.getByRole('tab').allTextContents()
    expect(tabs).toEqual(server.book().sheets.map(({ name }) => name))
    await desk.goTo(table3, 'D7')
    expect(await content().textContent()).toBe(String(cell(7, 4)?.value))
    expect(await desk.page.locator('.cell-about').textContent()).toContain('请填0或正整数')
  }, 30_000)

  it('sends what is typed as it was typed, and shows the totals that the server calculates', async () => {
    await desk.goTo(table3, 'D7')
    await desk.page.keyboard.type('12')
    await desk.page.keyboard.press('Tab')
    await saved()
    expect(server.edits).toEqual([{ sheet: 4, ...D7, values: [['12']], base: 1 }])
    expect(cell(7, 4)?.value).toBe(12)
    await atCell(desk.page, 'E7')
    for (let step = 0; step < 5; step++) await desk.page.keyboard.press('ArrowRight')
    await atCell(desk.page, 'J7')
    expect(cell(7, 10)?.formula).toMatch(/^=/)
    expect(cell(7, 10)?.value).toBe(12)
  }, 30_000)

  it('asks before a total is typed over, and leaves it when the answer is no', async () => {
    const before = cell(7, 10)
    await desk.goTo(table3, 'J7')
    await desk.page.keyboard.type('9')
    await desk.page.keyboard.press('Enter')
    const dialog = desk.page.getByRole('dialog', { name: '合计由公式计算' })
    await dialog.getByText('三、依申请公开!J7 是合计').waitFor()
    expect(await desk.page.locator(':focus').textContent()).toBe('取消')
    expect(await faults(desk.page)).toEqual([])
    await desk.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await desk.page.keyboard.press('Delete')
    await desk.page
      .getByText(/已锁定，不能修改。.*由公式自动计算/)
      .first()
      .waitFor()
    expect(cell(7, 10)).toEqual(before)
    expect(server.edits).toEqual([])
  }, 30_000)

  it('writes over a total when that is wanted, by keyboard alone', async () => {
    await desk.goTo(table3, 'J7')
    await desk.page.keyboard.type('9')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('dialog', { name: '合计由公式计算' }).waitFor()
    await desk.page.keyboard.press('Shift+Tab')
    expect(await desk.page.locator(':focus').textContent()).toBe('仍要手工填写')
    await desk.page.keyboard.press('Enter')
    await saved()
    expect(server.edits).toEqual([{ sheet: 4, row: 7, column: 10, values: [['9']], isConfirmed: true, base: 1 }])
    expect(cell(7, 10)).toMatchObject({ value: 9 })
    expect(cell(7, 10)?.formula).toBeUndefined()
    await desk.page.locator('.cells:focus-within').waitFor()
  }, 30_000)

  it('refuses typing into a label and says why', async () => {
    await desk.goTo(table3, 'A7')
    await desk.page.keyboard.type('x')
    await desk.page.getByText('这里是固定的标题').first().waitFor()
    await desk.page.keyboard.press('Enter')
    expect(server.edits).toEqual([])
  }, 30_000)

  it('takes Chinese and figures from an input method', async () => {
    const session = await desk.context.newCDPSession(desk.page)
    const compose = async (parts: readonly string[], text: string) => {
      for (const part of parts) {
        await session.send('Input.imeSetComposition', {
          text: part,
          selectionStart: part.length,
          selectionEnd: part.length,
        })
      }
      await session.send('Input.insertText', { text })
    }
    await desk.goTo(/一、/, 'B5')
    await desk.page.locator('.text-field:focus').waitFor()
    await compose(['z', 'zhu', 'zhudong', '主动'], '主动公开')
    await desk.page.keyboard.press('Control+Enter')
    await saved()
    await desk.goTo(table3, 'D7')
    await compose(['1', '12'], '12')
    await desk.page.keyboard.press('Enter')
    await saved()
    expect(server.edits.map(({ row, column, values }) => [row, column, values])).toEqual([
      [5, 2, [['主动公开']]],
      [7, 4, [['12']]],
    ])
    expect(cell(7, 4)?.value).toBe(12)
  }, 30_000)

  it('pastes a block of 25 × 7 as figures and leaves the totals alone', async () => {
    const block = Array.from({ length: 25 }, (_, row) => Array.from({ length: 7 }, (_, column) => row * 7 + column + 1))
    const before = cell(7, 10)?.formula
    await desk.goTo(table3, 'D7')
    await paste(desk.page, block.map((row) => row.join('\t')).join('\r\n') + '\r\n')
    await saved()
    const rows = [7, 8, 9, 29, 31]
    expect(rows.map((row) => cell(row, 4)?.value)).toEqual(rows.map((row) => (row - 7) * 7 + 1))
    expect(cell(31, 9)?.value).toBe(24 * 7 + 6)
    expect(cell(7, 10)?.formula).toBe(before)
    expect(cell(7, 10)?.value).toBe(1 + 2 + 3 + 4 + 5 + 6)
    const blocks = server.edits.flatMap(({ more = [], ...first }) => [first, ...more])
    expect(server.edits).toHaveLength(1)
    expect(blocks.map(({ row, values }) => [row, values.length, values[0]?.length])).toEqual([
      [7, 23, 6],
      [31, 1, 6],
    ])
    await desk.page.getByText(/个锁定的单元格没有改动/).waitFor()
  }, 30_000)

  it('copies a range as text and clears it', async () => {
    await desk.goTo(table3, 'D7')
    await desk.page.keyboard.press('Shift+ArrowDown')
    await desk.page.keyboard.press('Shift+ArrowRight')
    await desk.page.keyboard.press('Control+c')
    const expected = [7, 8].map((row) => [4, 5].map((column) => cell(row, column)?.value).join('\t')).join('\n')
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe(expected)
    await desk.page.keyboard.press('Delete')
    await saved()
    expect(server.edits).toEqual([
      {
        sheet: 4,
        ...D7,
        values: [
          [null, null],
          [null, null],
        ],
        base: 1,
      },
    ])
  }, 30_000)

  it('leaves corners and frames where others are and comments stand', async () => {
    await desk.goTo(table3, 'D7')
    const place = { sheet: 4, row: 9, column: 5 }
    server.people([{ id: 'w', name: '王审核', role: 'reviewer', colour: '#9c36b5', place }])
    await desk.page.getByRole('button', { name: /王审核/ }).waitFor()
    const name = desk.page.locator('.frame-person').getByText('王审核')
    const [frame, cell] = await Promise.all([name.locator('..').boundingBox(), cellOf(desk.page, 'E9').boundingBox()])
    expect(Math.abs((frame?.x ?? 0) - (cell?.x ?? 9)) + Math.abs((frame?.y ?? 0) - (cell?.y ?? 9))).toBeLessThan(4)
    const entries = [{ who: '王审核', time: '2024-12-30T01:02:03Z', text: '请核对' }]
    server.change({ cells: {}, comments: [{ id: 'c', ...place, row: 12, resolved: false, entries }] })
    await desk.page.getByRole('button', { name: '批注，1 条未解决' }).waitFor()
    expect(await cellOf(desk.page, 'E12').getAttribute('class')).toContain('has-comment')
    expect(await cellOf(desk.page, 'E9').getAttribute('class')).not.toContain('has-comment')
    expect(await cellOf(desk.page, 'A7').getAttribute('class')).toContain('has-note')
  }, 30_000)

  it('shows what others change', async () => {
    await desk.goTo(table3, 'D7')
    server.change({ cells: { 4: { '7,4': { value: 77 } } } })
    await content().getByText('77').waitFor()
  }, 30_000)

  it('keeps what was typed while the server cannot write, and sends it again', async () => {
    server.refuse({ status: 507, message: '磁盘已满。' })
    await desk.goTo(table3, 'D7')
    await desk.page.keyboard.type('41')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('alert').getByText('磁盘已满').waitFor()
    await desk.page.keyboard.press('ArrowUp')
    await content().getByText('41').waitFor()
    server.refuse(null)
    await saved()
    expect(cell(7, 4)?.value).toBe(41)
  }, 30_000)

  it('gives back what the server does not take, to be tried again', async () => {
    server.refuse({ status: 422, message: '未写入：不行。' })
    await desk.goTo(table3, 'D7')
    const before = await content().textContent()
    await desk.page.keyboard.type('42')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('没有写入“42”').waitFor()
    await desk.page.keyboard.press('ArrowUp')
    expect(await content().textContent()).toBe(before)
    server.refuse(null)
    await desk.page.getByRole('button', { name: '重新填写' }).click()
    await saved()
    expect(cell(7, 4)?.value).toBe(42)
  }, 30_000)

  it('does nothing for keys and clicks that would change the layout', async () => {
    await desk.goTo(table3, 'D7')
    for (const key of ['Control+b', 'Control+Shift+=', 'Control+Minus']) await desk.page.keyboard.press(key)
    await desk.page.getByRole('tab', { name: table3 }).dblclick()
    await desk.page.locator('.cells').click({ button: 'right', position: { x: 20, y: 300 } })
    expect(
      await desk.page
        .locator('.cells')
        .getByText(/插入|删除/)
        .count(),
    ).toBe(0)
    expect(server.edits).toEqual([])
  }, 30_000)
})

describe('a reviewer', () => {
  it('cannot type', async () => {
    const own = await servePage({ host: filledHost(), role: 'reviewer' })
    const page = await openDesk(browser, own)
    await page.goTo(table3, 'D7')
    await page.page.keyboard.type('1')
    await page.page.getByText('只能查看和批注').first().waitFor()
    await page.page.keyboard.press('Enter')
    expect(own.edits).toEqual([])
    expect(await page.page.getByRole('button', { name: '撤销' }).count()).toBe(0)
    expect(page.complaints).toEqual([])
    await page.close()
    await own.close()
  }, 30_000)
})
