/** A new workbook with last year's file, and another workbook opened while others work in this one. */
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { cellAt } from '../../src/desk/book'
import type { StartAnswer } from '../../src/desk/start-protocol'
import { tabNames } from '../../src/words/tabs'
import { sheetOf } from '../desk/server/desk'
import { everyFault } from './support/accessibility'
import { atCell, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { ownDesk } from './support/own-desk'

const here = '示例街道办事处2024年政府信息公开工作年度报告'
const next = '示例局2024年政府信息公开工作年度报告'
const own = ownDesk()
let li: DeskPage
let wang: DeskPage

beforeEach(async () => {
  await own.start({ isShared: true })
  li = await own.enter()
  wang = await own.enterAs('王某', own.desk.links.editor[0])
})

async function startPage({ page }: DeskPage, unit = '示例局'): Promise<void> {
  await page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
  await page.getByLabel('单位名称').fill(unit)
  await page.getByLabel('年度', { exact: true }).fill('2024')
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openNext(): Promise<void> {
  await startPage(li)
  await button(li.page, '新建').click()
  await li.page.getByText(`王某正在“${here}”里。`).waitFor()
  expect(await everyFault(li.page)).toEqual([])
  expect(await li.page.locator(':focus').textContent()).toBe('先不打开')
  await button(li.page, '打开另一个').click()
  await li.page.locator('html[data-ready]').waitFor()
}

describe('another workbook', () => {
  it('is not opened where the person leaves the others in theirs', async () => {
    await startPage(li)
    await button(li.page, '新建').click()
    await button(li.page, '先不打开').click()
    await wang.goTo(/三、/, 'E12')
    await wang.page.keyboard.type('4')
    await wang.page.keyboard.press('Enter')
    await saved(wang.page)
    expect(await wang.page.getByRole('heading', { level: 1 }).textContent()).toBe(here)
  })

  it('carries nobody along: who stays looks at the one that is closed, and nothing of it is for the other', async () => {
    const before = cellAt(sheetOf(await (await own.visit()).book(), tabNames.table3), 12, 5)?.value
    await wang.goTo(/三、/, 'E12')
    await wang.page.keyboard.type('77')
    await openNext()
    const { page } = wang
    await page.getByText('李填报打开了另一个工作簿').waitFor()
    expect(await everyFault(page)).toEqual([])
    expect(await page.locator(':focus').textContent()).toBe('留在这里')
    await button(page, '留在这里').click()
    await page.getByText(`“${here}”已经关闭，这里只能查看。现在打开的是“${next}”。`).waitFor()
    await wang.goTo(/三、/, 'D12')
    await page.keyboard.type('5')
    await page.getByText('这个工作簿已经关闭，只能查看。').first().waitFor()
    expect(await button(page, '批注').isVisible()).toBe(false)
    expect(await button(page, '空白填 0').isVisible()).toBe(false)
    expect(await page.getByLabel('内容', { exact: true }).isEditable()).toBe(false)
    await page.getByText('有一格没有填完，没有写入，留在这个浏览器里；重新打开原来的工作簿时请接着填。').waitFor()
    expect(await everyFault(page)).toEqual([])
    await button(page, `跟到“${next}”`).click()
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
    const visitor = await own.visit()
    expect(cellAt(sheetOf(await visitor.book(), tabNames.table3), 12, 5)?.value).toBeUndefined()
    // What was being typed comes back with its workbook, and is written when the person says that it is done.
    await page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
    await page.getByRole('button', { name: new RegExp(`^${here}`) }).click()
    await button(page, '打开另一个').click()
    await page.locator('html[data-ready]').waitFor()
    const typed = async () => cellAt(sheetOf(await visitor.book(), tabNames.table3), 12, 5)?.value
    await page.getByText(/三、依申请公开!E12：上次离开本页时“77”还没有填完/).waitFor()
    expect([await page.locator('.grid-field').inputValue(), await typed()]).toEqual(['77', before])
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    await saved(page)
    expect(await typed()).toBe(778)
  })

  it('says how much is not saved, and goes on where the person’s own is opened again, chosen or not', async () => {
    const { page } = wang
    await wang.goTo(/三、/, 'E12')
    await page.route('**/api/edit', (route) => route.abort())
    await page.keyboard.type('78')
    await page.keyboard.press('Enter')
    await page.locator('[data-saving=kept]').waitFor()
    await openNext()
    const question = `您有 1 处修改还没有保存，留在这个浏览器里，重新打开“${here}”时接着保存。`
    await page.getByText(question).waitFor()
    await page.unroute('**/api/edit')
    const reopen = async (title: string) => {
      await li.page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
      await li.page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
      await li.page.locator('html[data-ready]').waitFor()
    }
    // The question is still open: it has become void.
    await reopen(here)
    await page.getByText(question).waitFor({ state: 'detached' })
    await page.locator('html[data-ready]').waitFor()
    await saved(page)
    const visitor = await own.visit()
    expect(cellAt(sheetOf(await visitor.book(), tabNames.table3), 12, 5)?.value).toBe(78)
    // Who has chosen to stay is told, and goes on when it suits.
    await li.page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
    await li.page.getByRole('button', { name: new RegExp(`^${next}`) }).click()
    await button(li.page, '打开另一个').click()
    await page.getByText('您填写的都已保存。').waitFor()
    await button(page, '留在这里').click()
    await li.page.locator('html[data-ready]').waitFor()
    await reopen(here)
    await page.getByText(`李填报又打开了“${here}”，可以接着填写。`).waitFor()
    expect(await everyFault(page)).toEqual([])
    await button(page, '接着填写').click()
    await page.locator('html[data-ready]').waitFor()
    await wang.goTo(/三、/, 'E13')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await saved(page)
    // The address could not be reached while it was tried.
    expect(wang.complaints.splice(0).every((line) => line.includes('ERR_FAILED'))).toBe(true)
  })

  it('of the same title is told apart by its file', async () => {
    await startPage(li, '示例街道办事处')
    await button(li.page, '新建').click()
    await button(li.page, '打开另一个').click()
    const visitor = await own.visit()
    await wang.page.getByText('李填报打开了另一个工作簿').waitFor()
    const { recent } = await visitor.read<StartAnswer>('/api/start')
    const files = recent.map(({ file }) => `“${here}（${file}）”`)
    expect(new Set(files).size).toBe(2)
    await wang.page.getByText(`现在打开的是${files[0]}，${files[1]}已经关闭。`).waitFor()
  })

  it('is told at once to who is being asked about a total, which is asked again when the workbook is back', async () => {
    const { page } = wang
    await wang.goTo(/三、/, 'J12')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    const aboutTotal = page.getByText('手工填写“5”以后，它不再随明细变化。')
    await aboutTotal.waitFor()
    await openNext()
    await page.getByText('您有 1 处修改还没有保存').waitFor()
    expect(await aboutTotal.count()).toBe(0)
    await button(page, '跟过去').click()
    await page.getByRole('heading', { level: 1, name: next }).waitFor()
    await page.goto(`http://127.0.0.1:${own.desk.port}/?start`)
    await page.getByRole('button', { name: new RegExp(`^${here}`) }).click()
    await button(page, '打开另一个').click()
    await aboutTotal.waitFor()
    await button(page, '仍要手工填写').click()
    await saved(page)
    const visitor = await own.visit()
    expect(cellAt(sheetOf(await visitor.book(), tabNames.table3), 12, 10)?.value).toBe(5)
  })

  it('is followed on wish', async () => {
    await openNext()
    await button(wang.page, '跟过去').click()
    await wang.page.getByRole('heading', { level: 1, name: next }).waitFor()
    await wang.goTo(/三、/, 'D7')
    await atCell(wang.page, 'D7')
  })
})

it('tells of last year’s file what was read and what was not, and carries 上年结转 on wish', async () => {
  const { page } = wang
  await li.leave()
  await startPage(wang)
  const carry = page.getByLabel('同时带入上年结转')
  expect(await carry.isDisabled()).toBe(true)
  await page.setInputFiles('input[name=lastYear]', resolve('examples/report-2023.json'))
  expect(await carry.isChecked()).toBe(false)
  await carry.check()
  expect(await everyFault(page)).toEqual([])
  await button(page, '新建').click()
  await page.locator('.side').getByText('上年数据已带入').waitFor()
  await page
    .locator('.side')
    .getByText(/已带入本年 \d+ 格，请核对/)
    .waitFor()
  expect(await everyFault(page)).toEqual([])
  const visitor = await own.visit()
  const table = sheetOf(await visitor.book(), tabNames.table3)
  expect(typeof cellAt(table, 8, 4)?.value).toBe('number')
  await button(page, '知道了').click()
  expect(await page.locator('.side').isHidden()).toBe(true)
})
