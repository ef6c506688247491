/** How much of the form is in view, on paper and on small screens; long tabs; what is read aloud. */
import { describe, expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { everyFault } from './support/accessibility'
import { atCell, cellOf, choose, saved } from './support/desk-page'
import { gridPage } from './support/grid'
import { sheetOf } from './support/workbook'

const grid = gridPage({ width: 1366, height: 625 })
const { cell, keys } = grid
const table3 = /三、/

/** Addresses of column D whose cells are whole in view, from row 7 on. */
const rowsInView = () =>
  grid.page.evaluate(() => {
    const area = document.querySelector('.grid')?.getBoundingClientRect()
    const cells = [...document.querySelectorAll<HTMLElement>('[data-cell^=D]')]
    return cells
      .filter((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return top >= (area?.top ?? 0) && bottom <= (area?.bottom ?? 0) && !one.classList.contains('stick-header')
      })
      .map((one) => one.dataset['cell'] ?? '')
  })

async function at(width: number, height: number): Promise<void> {
  await grid.page.setViewportSize({ width, height })
  await grid.page.getByRole('tab', { name: table3 }).click()
  await atCell(grid.page, 'D7')
  await grid.page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))))
}

/** A tab of so many rows, sent as another page would have made it. */
async function longTab(rows: number): Promise<void> {
  const sheet = { ...sheetOf(grid.server.book(), tabNames.log), id: 90, name: '长表', rows, columns: 16 }
  const cells = Object.fromEntries(
    Array.from({ length: rows * 16 }, (_, at) => [
      `${Math.floor(at / 16) + 1},${(at % 16) + 1}`,
      { value: `第${Math.floor(at / 16) + 1}行${(at % 16) + 1}` },
    ]),
  )
  const plain = { hiddenColumns: [], columnWidths: {}, merges: [], frozenRows: 1, protections: [], validations: [] }
  grid.server.change({ cells: {}, sheets: [{ ...sheet, ...plain, cells }] })
  await grid.page.getByRole('tab', { name: '长表' }).waitFor()
}

describe('table 3', () => {
  it('has 15 rows in view at 1366 × 625', async () => {
    await at(1366, 625)
    const rows = await rowsInView()
    expect(rows[0]).toBe('D7')
    expect(rows.length).toBeGreaterThanOrEqual(15)
  })

  it('has all 25 rows and the row 核对 in view at 1920 × 950, with its title', async () => {
    await at(1920, 950)
    expect((await rowsInView()).slice(-1)[0]).toMatch(/^D3[2-4]$/)
    expect(await rowsInView()).toContain('D32')
    expect(await grid.page.locator('.grid').evaluate((one) => one.scrollTop)).toBe(0)
    expect(await cellOf(grid.page, 'A1').isVisible()).toBe(true)
  })

  it('begins with its header where not all of it has room, in rows of their own height', async () => {
    await at(1366, 625)
    const top = await grid.page.locator('.grid').evaluate((one) => one.scrollTop)
    expect(top).toBeGreaterThan(60)
    expect((await cellOf(grid.page, 'D9').boundingBox())?.height).toBe(24)
  })

  it('has its labels in one line where there is room', async () => {
    await at(1366, 625)
    const heights = await grid.page.locator('[data-cell^=C]').evaluateAll((all) => all.map((one) => one.clientHeight))
    expect(Math.max(...heights)).toBeLessThan(30)
  })

  it.each([
    [1366, 625],
    [1280, 600],
  ])('has all columns in view beside an open sidebar at %i × %i', async (width, height) => {
    await at(width, height)
    await choose(grid.page, '校验结果侧栏')
    await grid.page.locator('.side').waitFor()
    await grid.page.waitForTimeout(300)
    const [total, side] = await Promise.all([
      cellOf(grid.page, 'J7').boundingBox(),
      grid.page.locator('.side').boundingBox(),
    ])
    expect((total?.x ?? 9999) + (total?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0)
  })

  it('tells a difference of 核对 in words and colour', async () => {
    await grid.desk.goTo(table3, 'D7')
    await grid.page.keyboard.type('10')
    await keys('Enter')
    await saved(grid.page)
    const balance = cellOf(grid.page, 'D32')
    await balance.getByText('差 2').waitFor()
    expect(await balance.evaluate((td) => getComputedStyle(td).color)).toBe('rgb(179, 38, 30)')
    expect(cell(tabNames.table3, 'D32')?.value).toBe(2)
    expect(await cellOf(grid.page, 'E32').textContent()).toBe('0')
  })
})

describe('on paper', () => {
  it('table 3 takes one page of A4, with nothing of the interface', async () => {
    await at(1366, 625)
    await grid.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await grid.page.emulateMedia({ media: 'print' })
    const shown = await grid.page.evaluate(() =>
      [...document.body.children].filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.className),
    )
    // 190 mm are 718 pixels: its last rule, a pixel beyond the columns, is not cut off.
    const width = await grid.page.locator('.print-table').evaluate((table) => table.getBoundingClientRect().width)
    expect(Math.ceil(width)).toBeLessThanOrEqual(717)
    // What belongs to the form, in black and white: neither guidance, nor the check, nor marks.
    const paper = grid.page.locator('.print-sheet')
    expect(await paper.locator('tr').count()).toBe(30)
    expect(await paper.textContent()).not.toMatch(/鼠标|浅黄色|核对/)
    const colours = await paper
      .locator('td')
      .evaluateAll((cells) => [
        ...new Set(cells.flatMap((cell) => [getComputedStyle(cell).color, getComputedStyle(cell).backgroundColor])),
      ])
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'])
    const pdf = (await grid.page.pdf({ preferCSSPageSize: true })).toString('latin1')
    await grid.page.emulateMedia({ media: 'screen' })
    expect(shown).toEqual(['print-sheet'])
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[456][\d.]* 84[12]/)
  })

  it('a long tab repeats its header', async () => {
    await longTab(120)
    await grid.page.getByRole('tab', { name: '长表' }).click()
    await grid.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await grid.page.locator('.print-sheet thead tr').count()).toBe(1)
    expect(await grid.page.locator('.print-sheet tbody tr').count()).toBe(119)
  })
})

describe('finding', () => {
  it('takes room of its own, above an open text and its buttons', async () => {
    const { page } = grid
    await page.getByRole('tab', { name: /一、/ }).click()
    await cellOf(page, 'B5').click()
    await page.locator('.text-field:focus').waitFor()
    await keys('Control+f')
    const [bar, text] = await Promise.all([
      page.locator('.find-bar').boundingBox(),
      page.locator('.text-editor').boundingBox(),
    ])
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(text?.y ?? 0)
    expect(await everyFault(page)).toEqual([])
    await page.getByRole('button', { name: '完成' }).click()
  })

  it('finds on all tabs and in all rows, and replaces in texts as one change', async () => {
    const { page } = grid
    await longTab(3000)
    await grid.desk.goTo(table3, 'D7')
    await keys('Control+f')
    await page.keyboard.type('第2900行7')
    await keys('Enter')
    await atCell(page, 'G2900')
    expect(await page.locator('.find-count').textContent()).toBe('第 1 格，共 1 格')
    await keys('Escape')
    await page.locator('.grid-field:focus').waitFor()
    for (const [tab, text] of [
      [/一、/, '街道信息街道'],
      [/五、/, '街道'],
    ] as const) {
      await grid.desk.goTo(tab, 'B5')
      await page.keyboard.type(text)
      await keys('Control+Enter')
    }
    await saved(page)
    const before = grid.server.edits.length
    await keys('Control+h')
    await page.getByLabel('查找内容').fill('街道')
    // The unit's name on the tabs' titles is computed, what is typed can be replaced.
    expect(await page.locator('.find-count').textContent()).toMatch(
      /^共 \d+ 格，可替换 \d+ 格，其余 \d+ 格是数字、公式或者已锁定$/,
    )
    await keys('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('替换为')
    await page.keyboard.type('镇')
    await keys('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('上一个')
    await page.getByRole('button', { name: '全部替换' }).click()
    await saved(page)
    expect(cell(tabNames.overview, 'B5')?.value).toBe('镇信息镇')
    expect(cell(tabNames.problems, 'B5')?.value).toBe('镇')
    expect(grid.server.edits).toHaveLength(before + 1)
    expect(await everyFault(page)).toEqual([])
  })
})

describe('a tab of 20,000 rows', () => {
  it('is drawn as a window, and goes to its end and back', async () => {
    const { page } = grid
    await longTab(20_000)
    await page.getByRole('tab', { name: '长表' }).click()
    await atCell(page, 'A1')
    expect(await page.locator('.grid-table tr').count()).toBeLessThan(250)
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001')
    await keys('Control+End')
    await atCell(page, 'P20000')
    const box = await cellOf(page, 'P20000').boundingBox()
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(625)
    await keys('Control+Home')
    await atCell(page, 'A2')
    await page.locator('.cell-name').fill('C12345')
    await keys('Enter')
    await atCell(page, 'C12345')
    expect(await cellOf(page, 'C12345').textContent()).toBe('第12345行3')
  })
})

describe('what is read aloud', () => {
  it('has roles, addresses and names', async () => {
    await at(1366, 625)
    const { page } = grid
    const count = (role: string) => page.locator(`[role=grid] [role=${role}][data-cell]`).count()
    expect(await count('gridcell')).toBeGreaterThan(200)
    expect(await count('columnheader')).toBe(10)
    expect(await count('rowheader')).toBeGreaterThan(25)
    expect(await page.locator('.grid-field').getAttribute('aria-label')).toBe(
      'D7，一、本年新收政府信息公开申请数量，自然人，8',
    )
    const id = await page.locator('.grid-field').getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${id}"]`).getAttribute('data-cell')).toBe('D7')
    expect(await everyFault(page)).toEqual([])
  })

  it('has no finding of axe at 200 %, and nothing that cannot be reached', async () => {
    await at(683, 313)
    expect(await everyFault(grid.page)).toEqual([])
    await grid.page.getByRole('tab', { name: /流程记录/ }).scrollIntoViewIfNeeded()
    const height = await grid.page.locator('.grid').evaluate((one) => one.clientHeight)
    expect(height).toBeGreaterThan(200)
    await grid.page.setViewportSize({ width: 1366, height: 625 })
  })

  it('zooms the cells alone', async () => {
    await at(1366, 625)
    const size = async () => (await cellOf(grid.page, 'D7').boundingBox())?.height ?? 0
    const before = await size()
    await grid.page.getByRole('button', { name: '放大' }).click()
    await grid.page.getByRole('button', { name: '放大' }).click()
    expect(await grid.page.locator('.zoom').textContent()).toContain('125%')
    expect((await size()) / before).toBeCloseTo(1.25, 1)
    await atCell(grid.page, 'D7')
  })
})
