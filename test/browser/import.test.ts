import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, Frame, Page } from 'playwright-core'
import { clean } from '../google/office'
import { openDesk as startDesk, sheetOf, temporaryHome, Visitor } from '../desk/server/desk'
import type { TestDesk } from '../desk/server/desk'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChromium } from './support/chromium'
import { blankWorkbook } from './support/desk'
import { choose, enterDesk, paste } from './support/desk-page'
import type { DeskPage } from './support/desk-page'

const axeCode = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const houzhai = readFileSync('test/fixtures/houzhai-2024.txt', 'utf8')

let browser: Browser
let desk: TestDesk
let shown: DeskPage
let page: Page

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  const home = temporaryHome()
  const workbook = join(home, '年报.xlsx')
  writeFileSync(workbook, await blankWorkbook('侯寨办事处', 2024))
  desk = await startDesk({ home, workbook })
  shown = await enterDesk(browser, desk.port, desk.links.own)
  page = shown.page
})
afterEach(async () => {
  await shown.close()
  await desk.close()
  expect(shown.complaints).toEqual([])
})

const dialog = () => page.frameLocator('.command-frame')
const button = (name: string) => dialog().getByRole('button', { name })

async function open(name: string): Promise<void> {
  await choose(page, name)
  await dialog().getByRole('textbox').waitFor()
}

async function frame(): Promise<Frame> {
  const found = await (await page.locator('.command-frame').elementHandle())?.contentFrame()
  if (!found) throw new Error('no dialog')
  return found
}

/** What axe finds in the dialog, of any weight. */
async function faults(): Promise<string[]> {
  const run = `${axeCode}; axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`
  return (await (await frame()).evaluate(run)) as string[]
}

async function cells(tab: string): Promise<Record<string, { value?: unknown; formula?: string }>> {
  const visitor = await Visitor.enter(desk.port, desk.links.own)
  return sheetOf(await visitor.book(), tab).cells
}

describe('从已发布文本导入', () => {
  it('previews a paste, lets a reading be chosen by keyboard, imports what is ticked, and undoes it', async () => {
    await open('从已发布文本导入')
    expect(await faults()).toEqual([])
    await dialog().getByRole('textbox').focus()
    await paste(page, houzhai)
    await button('下一步').click()
    await dialog().getByRole('heading', { name: '第二步' }).waitFor()
    expect(await dialog().getByText('填入空白 157 格，已勾选').count()).toBe(1)
    expect(
      await dialog()
        .getByText(/标题“一、总体情况”出现 2 次/)
        .count(),
    ).toBe(1)
    expect(await dialog().getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await faults()).toEqual([])
    await dialog().getByRole('checkbox', { name: '导入 E7 “一、本年新收政府信息公开申请数量”·商业企业' }).uncheck()
    await dialog()
      .getByRole('radio', { name: /结果纠正 1/ })
      .focus()
    await page.keyboard.press('Space')
    await dialog().getByText('填入空白 169 格，已勾选').waitFor()
    expect(
      await dialog()
        .getByRole('radio', { name: /结果纠正 1/ })
        .isChecked(),
    ).toBe(true)
    await button('导入勾选的内容').focus()
    await page.keyboard.press('Enter')
    await dialog().getByText('已导入 168 格。可以撤销。').waitFor()
    expect(await faults()).toEqual([])
    const table3 = await cells('三、依申请公开')
    expect([table3['7,4']?.value, table3['7,5']?.value, table3['7,10']?.value]).toEqual([8, undefined, 8])
    expect((await cells('四、复议诉讼'))['7,12']?.value).toBe(1)
    expect((await cells('一、总体情况'))['5,2']?.value).toContain('本年度收到申请 8 起，上年结转 1 起，全部办结。')
    await button('撤销这次导入').click()
    await dialog().getByText('已恢复为修改以前的内容。').waitFor()
    expect((await cells('三、依申请公开'))['7,4']?.value ?? '').toBe('')
    await button('关闭').click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('says what is wrong with a paste, and stays where it was', async () => {
    await open('从已发布文本导入')
    await dialog().getByRole('textbox').fill('会议通知')
    await button('下一步').click()
    await dialog()
      .getByText(/粘贴的内容：一份看不出年度报告内容的文件/)
      .waitFor()
    expect(await dialog().getByRole('textbox').inputValue()).toBe('会议通知')
  })
})

describe('导入上年报告', () => {
  const give = (name: string, buffer: Buffer) =>
    dialog().getByLabel('或者选择文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

  it('takes a GB 18030 text file, and a workbook through the desk', async () => {
    await open('导入上年报告')
    const gbk = Buffer.from('b1a8b8e6', 'hex')
    await give('a.txt', gbk)
    await dialog()
      .getByText(/^a\.txt：一份看不出年度报告内容的文件/)
      .waitFor()
    const last = { ...clean, unit: '侯寨办事处', year: 2023 }
    await give('上年.json', Buffer.from(JSON.stringify(last)))
    await dialog().getByText('来源：上年.json（侯寨办事处，2023年度）').waitFor()
    expect(await dialog().getByRole('checkbox', { name: /^导入/, checked: true }).count()).toBe(201)
    expect(
      await dialog()
        .getByText(/上年结转（由上年报告带入本年）/)
        .count(),
    ).toBe(1)
    await button('上一步').click()
    const bytes = await blankWorkbook('侯寨办事处', 2023)
    await give('上年.xlsx', Buffer.from(bytes))
    await dialog().getByText('来源：上年.xlsx（侯寨办事处，2023年度）').waitFor()
    await button('上一步').click()
    await give('坏.xlsx', Buffer.from('PK'))
    await dialog()
      .getByText(/^“坏\.xlsx”：/)
      .waitFor()
    expect(await faults()).toEqual([])
  })
})
