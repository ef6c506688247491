/** What was done, in words, with the changed words of texts marked; earlier values are put back. */
import { beforeEach, describe, expect, it } from '@jest/globals'
import { cellAt } from '../../src/desk/book'
import { tabNames } from '../../src/words/tabs'
import { firstCellOf } from '../../src/workbook'
import { sheetOf } from '../desk/server/desk'
import type { Visitor } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import { choose, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const table3 = /三、/
const own = ownDesk()
let shown: DeskPage
let visitor: Visitor

beforeEach(async () => {
  await own.start({ isShared: true })
  shown = await own.enter()
  visitor = await own.visit()
})

async function contentOf(tab: string, address: string): Promise<unknown> {
  const { row = 0, column = 0 } = firstCellOf(address) ?? {}
  return cellAt(sheetOf(await visitor.book(), tab), row, column)?.value ?? null
}

/** As another page of the desk does it. */
async function written(tab: string, address: string, value: string | number | null, marks: object = {}): Promise<void> {
  const answer = await visitor.book()
  const { row = 0, column = 0 } = firstCellOf(address) ?? {}
  const place = { sheet: sheetOf(answer, tab).id, row, column }
  await visitor.done('/api/edit', { ...place, values: [[value]], base: answer.seq, ...marks })
}

const press = (name: string) => shown.page.getByRole('button', { name, exact: true }).click()
const panel = () => shown.page.locator('.side')

async function openAt(tab: RegExp, address: string): Promise<void> {
  await shown.goTo(tab, address)
  await press('单元格历史')
  await panel().locator('.history li').first().waitFor()
}

describe('the history of a cell', () => {
  it('puts any earlier value back, the blank before all too', async () => {
    for (const value of ['３１', 32, 33]) await written(tabNames.table3, 'E12', value)
    await written(tabNames.table3, 'E12', "'３４")
    await openAt(table3, 'E12')
    expect(await panel().locator('.change').allTextContents()).toEqual(['33 → ３４', '32 → 33', '31 → 32', '0 → 31'])
    await press('恢复成“32”')
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E12')).toBe(32)
    await panel().getByText('３４ → 32').waitFor()
    await press('恢复成“３４”')
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E12')).toBe('３４')
    await press('恢复成“0”')
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E12')).toBe(0)
    await shown.page.keyboard.press('Control+z')
    await shown.page
      .getByText(/^撤销：/)
      .first()
      .waitFor()
    expect(await contentOf(tabNames.table3, 'E12')).toBe('３４')
  })

  it('marks what has gone from a text and what is new, in words too', async () => {
    await written(tabNames.problems, 'B5', '一是公开不够及时，共收到申请18件。')
    await written(tabNames.problems, 'B5', '一是公开不够及时，共收到申请12件，办结7件。')
    await openAt(/五、/, 'B5')
    const change = panel().locator('.change').first()
    expect(await change.locator('del').allTextContents()).toEqual(['删去：18'])
    expect(await change.locator('ins').allTextContents()).toEqual(['新写：12', '新写：，办结7件'])
    expect(await change.textContent()).toBe('一是公开不够及时，共收到申请删去：18新写：12件新写：，办结7件。')
    expect(await everyFault(shown.page)).toEqual([])
    await press('恢复成“一是公开不够及时，共收到申请1…”')
    await saved(shown.page)
    expect(await contentOf(tabNames.problems, 'B5')).toBe('一是公开不够及时，共收到申请18件。')
  })
})

describe('the record of the workbook', () => {
  it('names commands in words, goes to cells and takes single changes back', async () => {
    await shown.goTo(table3, 'D9')
    await written(tabNames.table3, 'E13', 61)
    await choose(shown.page, '校验')
    await shown.page
      .getByText(/详见“校验结果”/)
      .first()
      .waitFor()
    await press('单元格历史')
    await press('整个工作簿')
    const first = panel().locator('.history > li').first()
    const second = panel().locator('.history > li').filter({ hasText: '0 → 61' })
    await first.getByText('校验', { exact: true }).waitFor()
    // Neither what the program lists on 校验结果 nor its own lines in 流程记录.
    expect(await first.locator('details, .change').count()).toBe(0)
    const names = await panel().locator('.history > li .remark strong').allTextContents()
    expect(names.filter((name) => name !== '李填报')).toEqual([])
    expect(await second.locator('li strong').allTextContents()).toEqual([
      '三、依申请公开 “3.危及“三安全一稳定””·商业企业',
    ])
    expect(await second.locator('.remark strong').textContent()).toBe('李填报')
    expect(await second.locator('.tag').textContent()).toBe('填写')
    expect(await second.locator('.change').allTextContents()).toEqual(['0 → 61'])
    expect(await everyFault(shown.page)).toEqual([])
    await second.getByRole('button', { name: '转到 三、依申请公开!E13' }).click()
    await shown.page.locator('.cells [data-cell=E13][aria-selected=true]').waitFor()
    await second.getByRole('button', { name: '恢复成“0”，三、依申请公开!E13' }).click()
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E13')).toBe(0)
    const back = panel().locator('.history > li').filter({ hasText: '61 → 0' })
    await back.waitFor()
    expect(await back.locator('.tag').textContent()).toBe('恢复')
  })

  it('tells what a command changed in the form in one line that can be opened', async () => {
    await written(tabNames.table3, 'J8', 99, { isConfirmed: true })
    await choose(shown.page, '计算合计')
    await shown.page.getByRole('button', { name: '是', exact: true }).click()
    await press('单元格历史')
    await press('整个工作簿')
    const line = panel().locator('.history > li').filter({ hasText: '计算合计' }).first()
    await line.waitFor()
    await line.getByText('改动 2 格').click()
    const own = line.locator('li').filter({ hasText: 'J8' })
    expect(await own.locator('strong').textContent()).toBe('三、依申请公开 “二、上年结转政府信息公开申请数量”·总计')
    expect(await own.locator('.change').textContent()).toBe('99 → （公式）')
  })

  it('asks before it replaces what is newer than the line', async () => {
    await written(tabNames.table3, 'E14', 71)
    await written(tabNames.table3, 'E14', 72)
    await openAt(table3, 'E14')
    await press('整个工作簿')
    const line = panel().locator('.history > li').filter({ hasText: '0 → 71' })
    const back = line.getByRole('button', { name: '恢复成“0”，三、依申请公开!E14' })
    await back.click()
    const dialog = shown.page.getByRole('dialog')
    await dialog.getByText('三、依申请公开!E14 现在是“72”，比这条记录新。').waitFor()
    expect(await everyFault(shown.page)).toEqual([])
    await dialog.getByRole('button', { name: '不恢复' }).click()
    expect(await contentOf(tabNames.table3, 'E14')).toBe(72)
    await back.click()
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E14')).toBe(0)
  })

  it('asks before it replaces what another wrote, in the history of a cell too', async () => {
    const wang = await own.enterAs('王某', own.desk.links.editor[0])
    await written(tabNames.table3, 'E16', 71)
    await wang.goTo(table3, 'E16')
    await wang.page.keyboard.type('72')
    await wang.page.keyboard.press('Enter')
    await saved(wang.page)
    await openAt(table3, 'E16')
    await press('恢复成“71”')
    const dialog = shown.page.getByRole('dialog')
    await dialog.getByText('三、依申请公开!E16 现在是“72”，比这条记录新。').waitFor()
    await dialog.getByRole('button', { name: '恢复', exact: true }).click()
    await saved(shown.page)
    expect(await contentOf(tabNames.table3, 'E16')).toBe(71)
    // Who has written the last one is asked nothing.
    await panel().getByText('72 → 71').waitFor()
    await press('恢复成“72”')
    await panel().locator('.history > li').first().getByText('71 → 72').waitFor()
    expect(await contentOf(tabNames.table3, 'E16')).toBe(72)
  })

  it('is read by a reviewer, who can put nothing back', async () => {
    await written(tabNames.table3, 'E15', 81)
    const { page } = await own.enterAs('王审核', own.desk.links.reviewer[0])
    await page.getByRole('button', { name: '单元格历史' }).click()
    await page.getByRole('button', { name: '整个工作簿' }).click()
    const line = page.locator('.side .history > li').first()
    await line.getByText('0 → 81').waitFor()
    expect(await line.getByRole('button').allTextContents()).toEqual(['转到'])
  })
})
