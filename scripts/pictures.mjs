/** Makes the README's pictures from the desk as it is: `npm run pictures`. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './freshness.mjs'

const folder = join(root, 'docs/pictures')
const home = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'))

/** Starts a desk with data of its own and gives its link. */
function startDesk() {
  const env = { ...process.env, XDG_DATA_HOME: home, LOCALAPPDATA: home }
  const desk = spawn(process.execPath, ['bin/nianbao.js', 'desk', '--no-open'], { cwd: root, env })
  const link = new Promise((resolve, reject) => {
    let text = ''
    desk.stdout.on('data', (data) => {
      text += data
      const found = /http:\/\/\S+token=\S+/.exec(text)
      if (found) resolve(found[0])
    })
    desk.on('exit', () => reject(new Error(text)))
  })
  return { desk, link }
}

async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
}

async function choose(page, item) {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

const shoot = (page, name) => page.screenshot({ path: join(folder, name) })

/** The first finding of the example, its cell selected, the repair beside it. */
async function drawFinding(page) {
  await choose(page, '校验结果侧栏')
  const sidebar = page.frameLocator('iframe[title="校验结果侧栏"]')
  await sidebar.getByText('应用这项修改').first().waitFor()
  await sidebar.getByText(/差 1/).first().click()
  await page.getByRole('tab', { name: '三、依申请公开', selected: true }).waitFor()
  await page.waitForTimeout(1000)
  await shoot(page, 'desk.png')
  await sidebar.getByText('应用这项修改').first().click()
  await sidebar.getByText(/错误 0/).first().waitFor()
}

/** Page one of the report, as the desk shows it after 生成年度报告. */
async function drawReport(page) {
  await choose(page, '生成年度报告')
  const link = page.frameLocator('iframe[title="生成年度报告"]').getByText(/\.html$/)
  const address = new URL(await link.getAttribute('href'), page.url()).href
  await page.getByRole('dialog').getByRole('button').first().click()
  const report = await page.context().newPage()
  await report.setViewportSize({ width: 820, height: 1100 })
  await report.goto(address)
  await shoot(report, 'report.png')
  await report.close()
}

async function draw(browser, link) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 860 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(link)
  await page.locator('html[data-ready]').waitFor()
  await drawFinding(page)
  await drawReport(page)
  await page.goto(new URL('/?start', link).href)
  await page.waitForTimeout(1000)
  await shoot(page, 'start.png')
}

const { desk, link } = startDesk()
const browser = await openBrowser()
try {
  await draw(browser, await link)
} finally {
  await browser.close()
  desk.kill('SIGINT')
  await new Promise((resolve) => desk.on('exit', resolve))
  rmSync(home, { recursive: true, force: true })
}
