/** Large tabs, whose cells the page asks for when it needs them. */
import { describe, expect, it } from '@jest/globals'
import { tabNames } from '../../src/words/tabs'
import { atCell, cellOf, saved } from './support/desk-page'
import { gridPage } from './support/grid'
import { sheetOf } from './support/workbook'

const grid = gridPage()
const name = tabNames.table3

/** The page is loaded with the cells of these tabs left out. */
async function leaveOut(names: readonly string[], until?: Promise<void>): Promise<void> {
  grid.server.later(names, until)
  await grid.desk.load()
}

describe('a tab whose cells are left out', () => {
  it('is asked for when it is shown, with what was changed in it meanwhile', async () => {
    const { page, server } = grid
    let give: () => void = () => undefined
    await leaveOut([name], new Promise((resolve) => (give = resolve)))
    await page.getByRole('tab', { name }).click()
    await page.getByText('正在读取').waitFor()
    server.change({ cells: { [sheetOf(server.book(), name).id]: { '8,4': { value: 4711 } } } })
    await page.locator('html[data-seq="2"]').waitFor()
    give()
    await atCell(page, 'D7')
    expect(await cellOf(page, 'D7').textContent()).toBe('8')
    expect(await cellOf(page, 'D8').textContent()).toBe('4711')
    await page.keyboard.type('31')
    await grid.keys('Enter')
    await saved(page)
    expect(grid.cell(name, 'D7')?.value).toBe(31)
  })

  it('is searched by the name box and by 查找', async () => {
    const { page } = grid
    await leaveOut([name, tabNames.lastYear])
    const box = page.locator('.cell-name')
    await box.fill('不掌握相关政府信息')
    await grid.keys('Enter')
    await atCell(page, 'D19')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toContain(name)
    await leaveOut([name, tabNames.table4])
    await box.fill(`${tabNames.table4}!C7:D7`)
    await grid.keys('Enter')
    await atCell(page, 'D7')
    expect(await grid.range()).toEqual(['C7', 'D7'])
    await leaveOut([name, tabNames.lastYear])
    // The search begins where the person is: a reload keeps the place.
    await page.getByRole('tab').first().click()
    await grid.keys('Control+f')
    await page.keyboard.type('不掌握相关政府信息')
    await grid.keys('Enter')
    await atCell(page, 'C19')
    expect(await page.locator('.find-count').textContent()).toMatch(/^第 1 格，共 \d+ 格$/)
    await leaveOut([name])
    await box.fill('没有这样的一行')
    await grid.keys('Enter')
    await page.locator('.toast').getByText('没有找到“没有这样的一行”').waitFor()
  })
})
