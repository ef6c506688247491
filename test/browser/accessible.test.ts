/** axe over every page, panel and dialog of the desk: no finding of any weight, in frames neither. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { TestDesk } from '../desk/server/desk'
import { everyFaultOfAll } from './support/accessibility'
import { openChromium } from './support/chromium'
import { exampleDesk } from './support/desk'
import { choose, enterDesk, newDeskPage, onThisMachine, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'
import { servePage } from './support/page-server'

let browser: Browser
let desk: TestDesk
let shown: DeskPage

beforeAll(async () => {
  browser = await openChromium()
  desk = await exampleDesk({ isShared: true })
  shown = await enterDesk(browser, desk.port, desk.links.own)
})
afterAll(async () => {
  await shown.close()
  await desk.close()
  await browser.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const dialog = (page: Page) => page.getByRole('dialog')

/** The page of a command, with something in it. */
const commandPage = (page: Page) => page.frameLocator('.command-frame').locator('button, a, textarea').first()

async function chosen(page: Page, item: string): Promise<void> {
  await choose(page, item)
  await commandPage(page).waitFor({ state: 'attached' })
  await page.waitForTimeout(200)
}

type State = [name: string, reach: (page: Page, goTo: DeskPage['goTo']) => Promise<unknown>]

const states: State[] = [
  ['the desk', (page) => page.getByRole('grid').waitFor()],
  ['the menu', (page) => press(page, '政务公开年报')],
  ['校验结果侧栏', (page) => chosen(page, '校验结果侧栏')],
  ['插入数据项', (page) => chosen(page, '插入数据项')],
  ['生成叙述初稿', (page) => chosen(page, '生成叙述初稿')],
  ['导入上年报告', (page) => chosen(page, '导入上年报告')],
  ['从已发布文本导入', (page) => chosen(page, '从已发布文本导入')],
  [
    'the question of 生成年度报告, and its dialog',
    async (page) => {
      await choose(page, '生成年度报告')
      await dialog(page).waitFor()
      expect(await everyFaultOfAll(page)).toEqual([])
      await press(page, '是')
      await page
        .frameLocator('.command-frame')
        .getByText(/\.docx$/)
        .waitFor()
    },
  ],
  ['批注', (page) => press(page, '批注')],
  ['文件', (page) => press(page, '文件')],
  [
    '单元格历史',
    async (page, goTo) => {
      await goTo(/三、/, 'E12')
      await page.keyboard.type('4')
      await page.keyboard.press('Enter')
      await saved(page)
      await goTo(/三、/, 'E12')
      await press(page, '单元格历史')
      await page.locator('.history li').first().waitFor()
    },
  ],
  [
    '查找和替换',
    async (page) => {
      await page.keyboard.press('Control+h')
      await page.getByLabel('查找内容').fill('公开')
      await page.keyboard.press('Enter')
      await page
        .locator('.find-count')
        .getByText(/共 \d+ 格/)
        .waitFor()
    },
  ],
  [
    'a cell that is being typed in',
    async (page, goTo) => {
      await goTo(/三、/, 'E9')
      await page.keyboard.type('3')
    },
  ],
  [
    'a text in its editor, with what was found in it',
    async (page, goTo) => {
      await goTo(/一、/, 'B5')
      await page.keyboard.insertText('收到【没有这一项】件。')
      await page.locator('.text-notes li').first().waitFor()
    },
  ],
  [
    'the fields for a text',
    async (page, goTo) => {
      await goTo(/一、/, 'B5')
      await page.keyboard.insertText('收到【没有这一项】件。')
      await page.locator('.text-notes li').first().waitFor()
      await page.locator('.text-editor').getByRole('button', { name: '插入数据项' }).click()
      await page.locator('.text-fields button').first().waitFor()
    },
  ],
  [
    'a comment on words of a text',
    async (page, goTo) => {
      await goTo(/一、/, 'B5')
      await page.keyboard.press('Control+a')
      await press(page, '批注所选文字')
    },
  ],
  [
    'a total typed over',
    async (page, goTo) => {
      await goTo(/三、/, 'J12')
      await page.keyboard.type('3')
      await page.keyboard.press('Enter')
      await dialog(page).waitFor()
    },
  ],
  [
    'a message below the cells',
    async (page, goTo) => {
      await goTo(/三、/, 'A7')
      await page.keyboard.type('x')
      await page.locator('.toast').first().waitFor()
    },
  ],
]

const tabs = [
  '填报说明',
  '基本信息',
  '一、总体情况',
  '二、主动公开',
  '四、复议诉讼',
  '上年数据',
  '校验结果',
  '流程记录',
]

describe('no finding of axe', () => {
  it.each(states)('with %s', async (_name, reach) => {
    const { page, goTo } = shown
    await shown.load()
    await reach(page, goTo)
    expect(await everyFaultOfAll(page)).toEqual([])
    // What is not finished must not hold the page.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('with any tab', async () => {
    const { page } = shown
    await shown.load()
    const found: Record<string, string[]> = {}
    for (const name of tabs) {
      await page.getByRole('tab', { name }).click()
      await page.getByRole('tab', { name, selected: true }).waitFor()
      found[name] = await everyFaultOfAll(page)
    }
    expect(found).toEqual(Object.fromEntries(tabs.map((name) => [name, []])))
  })

  it('as a reviewer', async () => {
    const link = onThisMachine(desk.port, desk.links.reviewer[0] ?? '')
    const { page, close } = await newDeskPage(browser, { address: `http://127.0.0.1:${desk.port}/` })
    await page.goto(link)
    await page.getByRole('textbox').fill('王审核')
    await page.keyboard.press('Enter')
    await page.locator('html[data-ready]').waitFor()
    await press(page, '批注')
    expect(await everyFaultOfAll(page)).toEqual([])
    await close()
  })

  it('on the start page', async () => {
    await shown.page.goto(`http://127.0.0.1:${desk.port}/?start`)
    await shown.page.getByText('新建工作簿').first().waitFor()
    expect(await everyFaultOfAll(shown.page)).toEqual([])
  })

  it.each([
    ['asked for a name', { name: undefined }, '请问怎么称呼您'],
    ['where nothing is open', {}, '新建工作簿'],
  ])('%s', async (_name, options, words) => {
    const server = await servePage(options)
    const { page, close } = await newDeskPage(browser, server)
    await page.goto(server.address)
    await page.getByText(words).first().waitFor()
    expect(await everyFaultOfAll(page)).toEqual([])
    await close()
    await server.close()
  })

  it('where the link is dead', async () => {
    const { page, close } = await newDeskPage(browser, { address: `http://127.0.0.1:${desk.port}/` })
    await page.goto(`http://127.0.0.1:${desk.port}/?token=wrong`)
    await page.locator('h1, h2').first().waitFor()
    expect(await everyFaultOfAll(page)).toEqual([])
    await close()
  })
})
