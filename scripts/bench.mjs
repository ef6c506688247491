/** Prints how fast the desk is on this machine: `npm run bench`. Nothing is asserted. */
import { openBrowser, ready, startDesk } from './desk/browser.mjs'

const RUNS = 9
const milliseconds = (values) => {
  const sorted = values.map(Math.round).sort((a, b) => a - b)
  return `median ${sorted[Math.floor(sorted.length / 2)]} ms, best ${sorted[0]} ms, worst ${sorted.at(-1)} ms`
}

async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function repeated(work) {
  const times = []
  for (let run = 0; run < RUNS; run++) times.push(await timed(() => work(run)))
  return times
}

/** In the page: when a menu item was clicked, and when the frame after the answer was drawn. */
function watchMenu() {
  window.clicked = 0
  const note = ({ target }) => target.closest?.('[role=menuitem]') && (window.clicked = performance.now())
  document.addEventListener('click', note, true)
}

const drawn = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - window.clicked))),
  )

/** A figure is changed first, so that the check has marks, findings and hints to write and the page to draw. */
async function menuClick(page, name, value) {
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.locator('.saving[data-state=saved]').waitFor()
  await page.getByRole('button', { name: '政务公开年报' }).click()
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/run'))
  await item.click()
  await (await answered).finished()
  return page.evaluate(drawn)
}

async function measure(browser, link) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  let bytes = 0
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const first = await timed(async () => {
    await page.goto(link)
    await ready(page)
  })
  console.log(`first load: ${(bytes / 1e6).toFixed(2)} MB compressed, page ready in ${Math.round(first)} ms`)
  const again = await repeated(async () => {
    await page.reload()
    await ready(page)
  })
  console.log(`page ready after a reload: ${milliseconds(again)}`)
  await page.evaluate(watchMenu)
  await page.getByRole('tab', { name: '三、依申请公开' }).click()
  await page.locator('.cells').click({ position: { x: 520, y: 400 } })
  const checks = []
  for (let run = 0; run < RUNS; run++) checks.push(await menuClick(page, '校验', 10 + run))
  console.log(`校验, menu click to updated view: ${milliseconds(checks)}`)
}

const { link, stop } = await startDesk()
const browser = await openBrowser()
try {
  await measure(browser, link)
} finally {
  await browser.close()
  await stop()
}
