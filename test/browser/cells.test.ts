import { describe, expect, it } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { cellKey } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { faults } from './support/accessibility'
import { atCell, barShows, cellOf, inBar, openDesk, paste, saved as savedOn } from './support/desk-page'
import { gridPage } from './support/grid'
import { servePage } from './support/page-server'
import { filledHost, sheetOf } from './support/workbook'

const table3 = /三、/
const D7 = { row: 7, column: 4 }

const grid = gridPage()

const cell = (row: number, column: number) => sheetOf(grid.server.book(), tabNames.table3).cells[cellKey(row, column)]

const content = () => inBar(grid.desk.page)
const saved = () => savedOn(grid.desk.page)

it('a block that was pasted is selected, and typing goes on in its first cell', async () => {
  await grid.desk.goTo(/三、/, 'E8')
  await paste(grid.page, '1\t2\n3\t4')
  await saved()
  expect(await grid.range()).toEqual(['E8', 'F8', 'E9', 'F9'])
  await grid.keys('9', 'Enter')
  await saved()
  expect([cell(8, 5)?.value, await grid.range()]).toEqual([9, ['E8', 'F8', 'E9', 'F9']])
})

it('a page that is loaded anew begins at the tab and cell where one was', async () => {
  await grid.desk.goTo(/三、/, 'F12')
  await grid.page.reload()
  await atCell(grid.page, 'F12')
  expect(await grid.page.getByRole('tab', { selected: true }).textContent()).toContain('三、')
})

describe('the cells', () => {
  it('shows the tabs of the workbook and the value of the selected cell', async () => {
    const tabs = await grid.desk.page.getByRole('tab').allTextContents()
    expect(tabs).toEqual(grid.server.book().sheets.map(({ name }) => name))
    await grid.desk.goTo(table3, 'D7')
    expect(await content()).toBe(String(cell(7, 4)?.value))
    expect(await grid.desk.page.locator('.cell-about').textContent()).toContain('请填0或正整数')
  })

  it('sends what is typed as it was typed, and shows the totals that the server calculates', async () => {
    await grid.desk.goTo(table3, 'D7')
    await grid.desk.page.keyboard.type('12')
    await grid.desk.page.keyboard.press('Tab')
    await saved()
    expect(grid.server.edits).toEqual([{ sheet: 4, ...D7, values: [['12']], base: 1 }])
    expect(cell(7, 4)?.value).toBe(12)
    await atCell(grid.desk.page, 'E7')
    for (let step = 0; step < 5; step++) await grid.desk.page.keyboard.press('ArrowRight')
    await atCell(grid.desk.page, 'J7')
    expect(cell(7, 10)?.formula).toMatch(/^=/)
    expect(cell(7, 10)?.value).toBe(12)
  })

  it('asks before a total is typed over, and leaves it when the answer is no', async () => {
    const before = cell(7, 10)
    await grid.desk.goTo(table3, 'J7')
    await grid.desk.page.keyboard.type('9')
    await grid.desk.page.keyboard.press('Enter')
    const dialog = grid.desk.page.getByRole('dialog', { name: '合计由公式计算' })
    await dialog.getByText('三、依申请公开!J7 是合计').waitFor()
    expect(await grid.desk.page.locator(':focus').textContent()).toBe('取消')
    expect(await faults(grid.desk.page)).toEqual([])
    await grid.desk.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await grid.desk.page.keyboard.press('Delete')
    await grid.desk.page
      .getByText(/已锁定，不能修改。.*由公式自动计算/)
      .first()
      .waitFor()
    expect(cell(7, 10)).toEqual(before)
    expect(grid.server.edits).toEqual([])
  })

  it('writes over a total when that is wanted, by keyboard alone', async () => {
    await grid.desk.goTo(table3, 'J7')
    await grid.desk.page.keyboard.type('9')
    await grid.desk.page.keyboard.press('Enter')
    await grid.desk.page.getByRole('dialog', { name: '合计由公式计算' }).waitFor()
    expect(await grid.desk.page.locator(':focus').textContent()).toBe('取消')
    await grid.desk.page.keyboard.press('Tab')
    expect(await grid.desk.page.locator(':focus').textContent()).toBe('仍要手工填写')
    await grid.desk.page.keyboard.press('Enter')
    await saved()
    expect(grid.server.edits).toEqual([{ sheet: 4, row: 7, column: 10, values: [['9']], isConfirmed: true, base: 1 }])
    expect(cell(7, 10)).toMatchObject({ value: 9 })
    expect(cell(7, 10)?.formula).toBeUndefined()
    await grid.desk.page.locator('.cells:focus-within').waitFor()
  })

  it('is shown in the line over the cells while it is typed, and can be typed there', async () => {
    const { page } = grid.desk
    const bar = page.getByLabel('内容', { exact: true })
    const inCell = () => page.locator('.grid-field').inputValue()
    await grid.desk.goTo(table3, 'D9')
    const before = await inBar(page)
    await page.keyboard.type('12')
    await barShows(page, '12')
    // On in the line, and back: the cell goes along, and nothing is taken before Enter.
    await bar.click()
    await page.keyboard.press('End')
    await page.keyboard.type('3')
    expect([await inBar(page), await inCell()]).toEqual(['123', '123'])
    await page.locator('.grid-field').click()
    await page.keyboard.press('End')
    await page.keyboard.type('4')
    expect(await inBar(page)).toBe('1234')
    expect(grid.server.edits).toEqual([])
    await page.keyboard.press('Escape')
    expect([await inBar(page), await page.locator('[data-saving]').getAttribute('data-saving')]).toEqual([
      before,
      'saved',
    ])
    // Begun in the line; Enter takes it and goes down.
    await bar.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('56')
    expect(await inCell()).toBe('56')
    await page.keyboard.press('Enter')
    await saved()
    await atCell(page, 'D10')
    expect(cell(9, 4)?.value).toBe(56)
    await page.locator('.cells:focus-within').waitFor()
    // A click elsewhere takes it as well; Esc gives it up.
    await bar.click()
    await page.keyboard.type('7')
    await page.keyboard.press('Escape')
    await cellOf(page, 'E10').click()
    await bar.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('8')
    await cellOf(page, 'F11').click()
    await saved()
    expect(grid.server.edits.map(({ row, column, values }) => [row, column, values])).toEqual([
      [9, 4, [['56']]],
      [10, 5, [['8']]],
    ])
    // A label is only read, a narrative has its editor.
    await cellOf(page, 'A9').click()
    expect(await bar.isEditable()).toBe(false)
    await page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(page, 'B5').click()
    await page.keyboard.type('甲')
    await barShows(page, /甲/)
    expect(await bar.isEditable()).toBe(false)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('refuses typing into a label and says why', async () => {
    await grid.desk.goTo(table3, 'A7')
    await grid.desk.page.keyboard.type('x')
    await grid.desk.page.getByText('这里是固定的标题').first().waitFor()
    await grid.desk.page.keyboard.press('Enter')
    expect(grid.server.edits).toEqual([])
  })

  it('takes Chinese and figures from an input method', async () => {
    await grid.desk.goTo(/一、/, 'B5')
    await grid.desk.page.locator('.text-field:focus').waitFor()
    await grid.compose(['z', 'zhu', 'zhudong', '主动'], '主动公开')
    await grid.desk.page.keyboard.press('Control+Enter')
    await saved()
    await grid.desk.goTo(table3, 'D7')
    await grid.compose(['1', '12'], '12')
    await grid.desk.page.keyboard.press('Enter')
    await saved()
    expect(grid.server.edits.map(({ row, column, values }) => [row, column, values])).toEqual([
      [5, 2, [['主动公开']]],
      [7, 4, [['12']]],
    ])
    expect(cell(7, 4)?.value).toBe(12)
  })

  it('pastes a block of 25 × 7 as figures and leaves the totals alone', async () => {
    const block = Array.from({ length: 25 }, (_, row) => Array.from({ length: 7 }, (_, column) => row * 7 + column + 1))
    const before = cell(7, 10)?.formula
    await grid.desk.goTo(table3, 'D7')
    await paste(grid.desk.page, block.map((row) => row.join('\t')).join('\r\n') + '\r\n')
    await saved()
    const rows = [7, 8, 9, 29, 31]
    expect(rows.map((row) => cell(row, 4)?.value)).toEqual(rows.map((row) => (row - 7) * 7 + 1))
    expect(cell(31, 9)?.value).toBe(24 * 7 + 6)
    expect(cell(7, 10)?.formula).toBe(before)
    expect(cell(7, 10)?.value).toBe(1 + 2 + 3 + 4 + 5 + 6)
    const blocks = grid.server.edits.flatMap(({ more = [], ...first }) => [first, ...more])
    expect(grid.server.edits).toHaveLength(1)
    expect(blocks.map(({ row, values }) => [row, values.length, values[0]?.length])).toEqual([
      [7, 23, 6],
      [31, 1, 6],
    ])
    await grid.desk.page.getByText(/个锁定的单元格没有改动/).waitFor()
  })

  it('copies a range as text and clears it', async () => {
    await grid.desk.goTo(table3, 'D7')
    await grid.desk.page.keyboard.press('Shift+ArrowDown')
    await grid.desk.page.keyboard.press('Shift+ArrowRight')
    await grid.desk.page.keyboard.press('Control+c')
    const expected = [7, 8].map((row) => [4, 5].map((column) => cell(row, column)?.value).join('\t')).join('\n')
    expect(await grid.desk.page.evaluate(() => navigator.clipboard.readText())).toBe(expected)
    await grid.desk.page.keyboard.press('Delete')
    await saved()
    expect(grid.server.edits).toEqual([
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
  })

  it('leaves corners and frames where others are and comments stand', async () => {
    const { page } = grid.desk
    await grid.desk.goTo(table3, 'D7')
    const place = { sheet: 4, row: 9, column: 5 }
    grid.server.people([{ id: 'w', name: '王审核', role: 'reviewer', colour: '#9c36b5', line: 'solid', place }])
    await page.getByRole('button', { name: /王审核/ }).waitFor()
    const edgesOf = async (locator: Locator) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await locator.boundingBox()) ?? {}
      return [x, y, x + width, y + height].map(Math.round)
    }
    const theirs = page.locator('.frame-person')
    const at = await edgesOf(cellOf(page, 'E9'))
    // Nothing of it reaches beyond its cell: the figures around stay in view.
    expect((await edgesOf(theirs)).map((edge, side) => Math.abs(edge - (at[side] ?? 0)) < 4)).toEqual(
      Array<boolean>(4).fill(true),
    )
    expect(await theirs.textContent()).toBe('')
    await cellOf(page, 'E9').hover()
    const card = page.locator('.note-card')
    await card.getByText('王审核在这一格').waitFor()
    const [left = 0] = await edgesOf(card)
    expect(left).toBeGreaterThan(at[2] ?? 0)
    // In the same cell one's own frame is around theirs.
    await cellOf(page, 'E9').click()
    await atCell(page, 'E9')
    await page.locator('.cell-bar').getByText('王审核在这一格').waitFor()
    const [own, inner] = [await edgesOf(page.locator('.frame-active')), await edgesOf(theirs)]
    expect(inner.map((edge, side) => edge - (own[side] ?? 0))).toEqual([2, 2, -2, -2])
    await page.keyboard.press('ArrowDown')
    expect(await card.isVisible()).toBe(false)
    const entries = [{ who: '王审核', time: '2024-12-30T01:02:03Z', text: '请核对' }]
    grid.server.change({ cells: {}, comments: [{ id: 'c', ...place, row: 12, resolved: false, entries }] })
    await grid.desk.page.getByRole('button', { name: '批注，1 条未解决' }).waitFor()
    expect(await cellOf(grid.desk.page, 'E12').getAttribute('class')).toContain('has-comment')
    expect(await cellOf(grid.desk.page, 'E9').getAttribute('class')).not.toContain('has-comment')
    expect(await cellOf(grid.desk.page, 'A7').getAttribute('class')).toContain('has-note')
  })

  it('shows what others change', async () => {
    await grid.desk.goTo(table3, 'D7')
    grid.server.change({ cells: { 4: { '7,4': { value: 77 } } } })
    await barShows(grid.desk.page, '77')
  })

  it('shows what others changed between its reading and its listening', async () => {
    const { page, goTo } = grid.desk
    let listen: () => void = () => undefined
    const held = new Promise<void>((resolve) => (listen = resolve))
    await page.route('**/api/events*', async (route) => {
      await held
      await route.continue()
    })
    await grid.desk.load()
    await goTo(table3, 'D7')
    grid.server.change({ cells: { 4: { '7,4': { value: 77 } } } })
    const place = { sheet: 4, row: 9, column: 5 }
    grid.server.people([{ id: 'w', name: '王审核', role: 'reviewer', colour: '#9c36b5', line: 'solid', place }])
    expect(await content()).toBe('8')
    listen()
    await barShows(grid.desk.page, '77')
    await page.getByRole('button', { name: /王审核/ }).waitFor()
    await page.unroute('**/api/events*')
  })

  it('keeps what was typed while the server cannot write, and sends it again', async () => {
    grid.server.refuse({ status: 507, message: '磁盘已满。' })
    await grid.desk.goTo(table3, 'D7')
    await grid.desk.page.keyboard.type('41')
    await grid.desk.page.keyboard.press('Enter')
    await grid.desk.page.getByRole('alert').getByText('磁盘已满').waitFor()
    await grid.desk.page.keyboard.press('ArrowUp')
    await barShows(grid.desk.page, '41')
    grid.server.refuse(null)
    await saved()
    expect(cell(7, 4)?.value).toBe(41)
  })

  it('gives back what the server does not take, to be tried again', async () => {
    grid.server.refuse({ status: 422, message: '未写入：不行。' })
    await grid.desk.goTo(table3, 'D7')
    const before = await content()
    await grid.desk.page.keyboard.type('42')
    await grid.desk.page.keyboard.press('Enter')
    await grid.desk.page.getByText('没有写入“42”').waitFor()
    await grid.desk.page.keyboard.press('ArrowUp')
    expect(await content()).toBe(before)
    grid.server.refuse(null)
    await grid.desk.page.getByRole('button', { name: '重新填写' }).click()
    await saved()
    expect(cell(7, 4)?.value).toBe(42)
  })

  it('does nothing for keys and clicks that would change the layout', async () => {
    await grid.desk.goTo(table3, 'D7')
    for (const key of ['Control+b', 'Control+Shift+=', 'Control+Minus']) await grid.desk.page.keyboard.press(key)
    await grid.desk.page.getByRole('tab', { name: table3 }).dblclick()
    await grid.desk.page.locator('.cells').click({ button: 'right', position: { x: 20, y: 300 } })
    expect(
      await grid.desk.page
        .locator('.cells')
        .getByText(/插入|删除/)
        .count(),
    ).toBe(0)
    expect(grid.server.edits).toEqual([])
  })
})

describe('the note of the cell under the pointer', () => {
  it('goes with what it tells, while the pointer stays', async () => {
    const { page, server } = grid
    await grid.desk.goTo(table3, 'D9')
    const { id, cells } = sheetOf(server.book(), tabNames.table3)
    const key = cellKey(7, 4)
    const cell = cells[key] ?? {}
    const card = page.locator('.note-card')
    server.change({ cells: { [id]: { [key]: { ...cell, note: '【校验】警告：请只填数字。' } } } })
    await cellOf(page, 'D7').hover()
    await card.getByText('【校验】警告：请只填数字。').waitFor()
    server.change({ cells: { [id]: { [key]: cell } } })
    await card.waitFor({ state: 'hidden' })
    expect(await card.isVisible()).toBe(false)
  })
})

describe('a reviewer', () => {
  it('cannot type', async () => {
    const own = await servePage({ host: filledHost(), role: 'reviewer' })
    const page = await openDesk(grid.browser, own)
    await page.goTo(table3, 'D7')
    await page.page.keyboard.type('1')
    await page.page.getByText('只能查看和批注').first().waitFor()
    await page.page.keyboard.press('Enter')
    expect(own.edits).toEqual([])
    expect(await page.page.getByRole('button', { name: '撤销' }).count()).toBe(0)
    expect(page.complaints).toEqual([])
    await page.close()
    await own.close()
  })
})
