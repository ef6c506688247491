/** Makes the README's pictures from the desk as it is: `npm run pictures`. */
import { join } from 'node:path'
import { choose, openBrowser, ready, startDesk } from './desk/browser.mjs'
import { root } from './freshness.mjs'

const shoot = (page, name) => page.screenshot({ path: join(root, 'docs/pictures', name) })

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
  await sidebar
    .getByText(/错误 0/)
    .first()
    .waitFor()
}

/** Page one of the report, as the desk shows it after 生成年度报告. */
async function drawReport(page) {
  await choose(page, '生成年度报告')
  const link = page.frameLocator('iframe[title="生成年度报告"]').getByText(/\.html$/)
  const opened = page.context().waitForEvent('page')
  await link.click()
  const report = await opened
  await report.waitForLoadState()
  await report.setViewportSize({ width: 820, height: 1100 })
  await shoot(report, 'report.png')
  await report.close()
  await page.getByRole('dialog').getByRole('button').first().click()
}

/** The overview in its editor, with what was found in it. */
async function drawText(page) {
  await page.getByRole('tab', { name: '一、总体情况' }).click()
  await page.locator('[data-cell=B5]').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\n全年共收到政府信息公开申请18件。')
  await page.locator('.text-notes li').first().waitFor()
  await page.keyboard.press('F8')
  await page.keyboard.press('ArrowLeft')
  await page.waitForTimeout(500)
  await shoot(page, 'text.png')
  await page.keyboard.press('Escape')
  await page.reload()
  await ready(page)
}

/** The desk takes the name from the system; the pictures are of anybody's. */
async function rename(page, name) {
  await page.evaluate((given) => {
    const key = localStorage.getItem('nianbao-key')
    const headers = { 'content-type': 'application/json', 'x-nianbao-key': key }
    return fetch('/api/name', { method: 'POST', headers, body: JSON.stringify({ name: given }) })
  }, name)
  await page.reload()
  await ready(page)
}

async function draw(browser, link) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(link)
  await ready(page)
  await rename(page, '李敏')
  await drawText(page)
  await drawFinding(page)
  await drawReport(page)
  await page.setViewportSize({ width: 1366, height: 640 })
  await page.goto(new URL('/?start', link).href)
  await page.getByText('新建工作簿').waitFor()
  await shoot(page, 'start.png')
}

const { link, stop } = await startDesk()
const browser = await openBrowser()
try {
  await draw(browser, link)
} finally {
  await browser.close()
  await stop()
}
