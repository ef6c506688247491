import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, Download, Page } from 'playwright-core'
import { tabNames } from '../../src/words/tabs'
import { sheetOf, Visitor } from '../desk/server/desk'
import type { TestDesk } from '../desk/server/desk'
import { openChromium } from './support/chromium'
import { faults } from './support/accessibility'
import { exampleDesk } from './support/desk'
import { atCell, barShows, bytesOf, choose, enterDesk, onThisMachine, paste, saved } from './support/desk-page'
import type { DeskPage } from './support/desk-page'

const table3 = /三、/

let browser: Browser
const pages: DeskPage[] = []

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())
/** Before the desk ends: closing a page while its desk is going away can take a minute. */
async function closePages(): Promise<void> {
  const opened = pages.splice(0)
  for (const page of opened) await page.close()
  expect(opened.flatMap((page) => page.complaints)).toEqual([])
}

async function enter(desk: Pick<TestDesk, 'port'>, link: string): Promise<DeskPage> {
  const page = await enterDesk(browser, desk.port, link)
  pages.push(page)
  return page
}

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await saved(page)
}

async function taken(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const started = new Promise<Download>((resolve) => {
    page.once('download', resolve)
    // A link may open a page of its own for it.
    page.context().once('page', (other) => other.once('download', resolve))
  })
  await click()
  return bytesOf(await started)
}

describe('the example', () => {
  let desk: TestDesk
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-browser-'))
    desk = await exampleDesk({ isShared: true })
  })
  afterEach(async () => {
    await closePages()
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gets a wrong total, is repaired and generated, with the same bytes as the command line’s', async () => {
    const { page, goTo } = await enter(desk, desk.links.own)
    await goTo(table3, 'J7')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '仍要手工填写' }).click()
    await saved(page)
    await page.keyboard.press('ArrowDown')
    await choose(page, '校验结果侧栏')
    const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
    const finding = sidebar.getByRole('listitem').filter({ hasText: '现为 9' }).first()
    await finding.getByRole('button', { name: /现为 9/ }).click()
    await atCell(page, 'J7')
    await barShows(page, '9')
    expect(await faults(page)).toEqual([])
    await finding.getByRole('button', { name: '应用这项修改' }).click()
    await sidebar.getByText('错误 0').waitFor()
    await barShows(page, /^=/)
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { id } = sheetOf(await visitor.book(), tabNames.table3)
    await visitor.done('/api/comment', { do: 'comment', sheet: id, row: 8, column: 4, text: '请核对台账' })
    await page.getByRole('button', { name: '批注，1 条未解决' }).waitFor()
    await choose(page, '生成年度报告')
    const dialog = page.frameLocator('iframe[title="生成年度报告"]')
    await dialog.getByText('还有 1 条批注没有解决').waitFor()
    await dialog.getByText(/^三、依申请公开 D8 .*：请核对台账（批注在表格/).waitFor()
    await dialog.getByText(/\.docx$/).waitFor()
    expect(await faults(page)).toEqual([])
    const docx = await taken(page, () => dialog.getByText(/\.docx$/).click())
    await page.getByRole('dialog').getByRole('button').first().click()
    await page.getByRole('button', { name: '文件' }).click()
    const again = await taken(page, () =>
      page
        .getByRole('link', { name: /^下载 .*\.docx$/ })
        .first()
        .click(),
    )
    expect(again.equals(docx)).toBe(true)
    const workbook = join(folder, 'workbook.xlsx')
    writeFileSync(workbook, await taken(page, () => page.getByRole('link', { name: '下载 .xlsx' }).click()))
    const args = [resolve('bin/nianbao.js'), 'report', workbook, '--out', folder, '--format', 'docx']
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(0)
    const written = readFileSync(stdout.trim().split(' ').at(-1) ?? '')
    expect(docx.equals(written)).toBe(true)
  })

  it('shows the wrong total in the sidebar, goes to its cell, repairs it on a click and takes the repair back', async () => {
    const { page } = await enter(desk, desk.links.own)
    await choose(page, '校验结果侧栏')
    const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
    const repair = sidebar.locator('.repair').filter({ hasText: 'J10：6 → 7' }).first()
    await repair.getByRole('button', { name: /^J10：6 → 7/ }).click()
    await atCell(page, 'J10')
    await barShows(page, '6')
    await repair.getByRole('button', { name: '应用这项修改' }).click()
    await sidebar
      .getByText(/错误 0/)
      .first()
      .waitFor()
    await barShows(page, /=|7/)
    await sidebar.getByRole('button', { name: /^撤销/ }).click()
    await sidebar
      .getByText(/错误 2/)
      .first()
      .waitFor()
    await barShows(page, '6')
  })

  it('is edited on two pages at once', async () => {
    const [one, other] = [await enter(desk, desk.links.own), await enter(desk, desk.links.own)]
    await one.goTo(table3, 'D7')
    await other.goTo(table3, 'D7')
    await type(one.page, '31')
    await barShows(other.page, '31')
    await other.goTo(table3, 'E8')
    await one.goTo(table3, 'E9')
    await Promise.all([type(one.page, '52'), type(other.page, '53')])
    await one.goTo(table3, 'E8')
    await other.goTo(table3, 'E9')
    await barShows(one.page, '53')
    await barShows(other.page, '52')
  })

  it('takes a block of 25 × 7 and keeps its totals', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const before = sheetOf(await visitor.book(), tabNames.table3).cells
    const { page, goTo } = await enter(desk, desk.links.own)
    await goTo(table3, 'D7')
    const block = Array.from({ length: 25 }, (_, row) => Array.from({ length: 7 }, (_, column) => row * 7 + column + 1))
    await paste(page, block.map((row) => row.join('\t')).join('\r\n'))
    await saved(page)
    const { cells } = sheetOf(await visitor.book(), tabNames.table3)
    expect([7, 8, 29, 31].map((row) => cells[`${row},4`]?.value)).toEqual([1, 8, 155, 169])
    expect(cells['7,10']?.value).toBe(1 + 2 + 3 + 4 + 5 + 6)
    expect(cells['7,10']?.formula).toMatch(/^=/)
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByText(/^撤销：修改 三、依申请公开!D7 等/).waitFor()
    const after = sheetOf(await visitor.book(), tabNames.table3).cells
    expect(Object.keys(cells).map((key) => [key, after[key]?.value])).toEqual(
      Object.keys(cells).map((key) => [key, before[key]?.value]),
    )
  })

  it('says why a label cannot be changed, and changes nothing', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { seq } = await visitor.book()
    const { page, goTo } = await enter(desk, desk.links.own)
    await goTo(table3, 'A7')
    await page.keyboard.type('x')
    await page
      .getByText(/已锁定|不能修改/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    expect((await visitor.book()).seq).toBe(seq)
  })

  it('is read and commented on by a reviewer, who changes nothing', async () => {
    const visitor = await Visitor.enter(desk.port, desk.links.own)
    const { seq } = await visitor.book()
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    const [link = ''] = desk.links.reviewer
    await page.goto(onThisMachine(desk.port, link))
    await page.getByRole('textbox').fill('王审核')
    await page.keyboard.press('Enter')
    await page.locator('html[data-ready]').waitFor()
    await page.getByRole('tab', { name: table3 }).click()
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('button', { name: '政务公开年报' }).count()).toBe(0)
    expect((await visitor.book()).seq).toBe(seq)
    await page.getByRole('button', { name: /^批注/ }).click()
    await page.getByRole('textbox', { name: /批注/ }).fill('请核对')
    await page.getByRole('button', { name: '添加批注' }).click()
    await page.getByText('请核对').first().waitFor()
    expect((await visitor.book()).comments[0]?.entries[0]).toMatchObject({ who: '王审核（审核人）', text: '请核对' })
    await context.close()
  })
})

describe('after kill -9', () => {
  let home: string
  let desk: ChildProcess
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'nianbao-browser-'))
  })
  afterEach(async () => {
    await closePages()
    desk.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  })

  function started(port: number): Promise<{ port: number; link: string }> {
    const args = [resolve('bin/nianbao.js'), 'desk', '--port', String(port), '--no-open', '--name', '李填报']
    desk = spawn(process.execPath, args, {
      env: { ...process.env, NIANBAO_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return new Promise((ready) => {
      let said = ''
      desk.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const [link, given] = /http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]+/.exec(said) ?? []
        if (link !== undefined) ready({ port: Number(given), link })
      })
    })
  }

  it('a page goes on with what it had, sends what stood unsent, and shows both after a reload', async () => {
    const first = await started(0)
    const { page, goTo, complaints } = await enter(first, first.link)
    await goTo(table3, 'D7')
    await type(page, '61')
    desk.kill('SIGKILL')
    await new Promise((ended) => desk.once('exit', ended))
    await page.keyboard.type('62')
    await page.keyboard.press('Enter')
    await page
      .getByText(/尚未保存/)
      .first()
      .waitFor()
    await started(first.port)
    await saved(page)
    // The browser itself complains that nobody answered for a while.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/ERR_CONNECTION|ERR_INCOMPLETE/.test(text)))
    await page.reload()
    await page.locator('html[data-ready]').waitFor()
    await goTo(table3, 'D7')
    await barShows(page, '61')
    await page.keyboard.press('ArrowDown')
    await barShows(page, '62')
  })
})
