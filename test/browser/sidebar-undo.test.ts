/** The sidebar of findings after the person has taken a step back by keyboard: what it offers is of now. */
import { expect, it } from '@jest/globals'
import { cellAt } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { sheetOf } from '../desk/server/desk'
import { atCell, choose, saved } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const own = ownDesk()

it('offers the undo of the step that is left after Ctrl+Z and Ctrl+Y, and leaves the keyboard in the cells', async () => {
  await own.start()
  const { page, goTo } = await own.enter()
  const visitor = await own.visit()
  const valueAt = async (tab: string, row: number, column: number) =>
    cellAt(sheetOf(await visitor.book(), tab), row, column)?.value ?? null
  await goTo(/四、/, 'A7')
  await page.keyboard.press('Delete')
  await saved(page)
  await page.getByRole('button', { name: '空白填 0', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '是', exact: true }).click()
  await page.getByText(/空白的 1 格已填 0/).waitFor()

  await choose(page, '校验结果侧栏')
  const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
  /** The box with 撤销, by the step that it names. */
  const offered = (step: RegExp) => sidebar.locator('.box', { has: sidebar.locator('#undo') }).filter({ hasText: step })
  const [zeros, repair] = [/空白的 1 格填 0/, /总计没有随着更新/]
  await offered(zeros).waitFor()
  await sidebar.getByRole('button', { name: '应用这项修改' }).first().click()
  await offered(repair).waitFor()

  await goTo(/四、/, 'B7')
  await page.keyboard.press('Control+z')
  await offered(zeros).waitFor({ timeout: 10_000 })
  await sidebar.getByRole('button', { name: '应用这项修改' }).first().waitFor()
  await page.keyboard.press('Control+y')
  await offered(repair).waitFor({ timeout: 10_000 })
  await page.keyboard.press('Control+z')
  await offered(zeros).waitFor({ timeout: 10_000 })
  await page.keyboard.press('ArrowRight')
  await atCell(page, 'C7')
  expect(await valueAt(tabNames.table4, 7, 1)).toBe(0)
  expect(await valueAt(tabNames.table3, 10, 10)).toBe(6)

  await sidebar.getByRole('button', { name: '撤销' }).click()
  await sidebar.getByText('已恢复为修改以前的内容。').waitFor()
  expect(await valueAt(tabNames.table4, 7, 1)).toBeNull()
})
