/** Prints how fast the desk is on this machine: `npm run bench`. Nothing is asserted. */
import { benchNarrative } from './bench/narrative.mjs'
import { benchRepairs } from './bench/repairs.mjs'
import { benchLargeXlsx } from './bench/large-xlsx.mjs'
import { benchReading } from './bench/reading.mjs'
import { longTab } from './bench/long-tab.mjs'
import { keyTimes, textTimes } from './bench/page.mjs'
import { editTimes, memoryOf } from './bench/server.mjs'
import { openBrowser, ready, startDesk } from './desk/browser.mjs'

const RUNS = 9
/** Each comes with a frame, so that a few would tell little. */
const CHECKS = 21
const digits = (time) => time.toFixed(time < 20 ? 1 : 0)
const milliseconds = (values) => {
  const sorted = [...values].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]
  return `median ${digits(median)} ms, best ${digits(sorted[0])} ms, worst ${digits(sorted.at(-1))} ms`
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

/**
 * In the page: from the click on a menu item until a frame is painted that shows what the run has changed. By the
 * page's own clock, for the way to this program and back takes as long as a frame.
 */
function watchMenu() {
  const { fetch } = window
  const { dataset } = document.documentElement
  let clicked = 0
  /** The number of the last change in each frame, and when it was painted. */
  const frames = []
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      requestAnimationFrame(() => port2.postMessage(null))
    })
  new MutationObserver(async () => {
    const seq = Number(dataset.seq)
    await painted()
    frames.push({ seq, at: performance.now() })
  }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-seq'] })
  const shows = async ({ seq }) => {
    const frame = () => frames.find((one) => one.seq >= seq)
    while (!frame()) await new Promise((next) => setTimeout(next))
    window.shownAfter(frame().at - clicked)
  }
  document.addEventListener(
    'click',
    ({ target }) => target.closest?.('[role=menuitem]') && (clicked = performance.now()),
    true,
  )
  window.fetch = async (...request) => {
    const response = await fetch(...request)
    if (String(request[0]).endsWith('/api/run')) void response.clone().json().then(shows)
    return response
  }
}

/** Called by the page with the time that its view took. */
let shown = () => undefined

/** A figure is changed first, so that the check has marks, findings and hints to write and the page to draw. */
async function menuClick(page, name, value) {
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.locator('[data-saving=saved]').waitFor()
  await page.getByRole('button', { name: '政务公开年报' }).click()
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  // Nobody clicks sooner: where the person is, is still being told to the others.
  await page.waitForTimeout(300)
  const took = new Promise((resolve) => (shown = resolve))
  await item.click()
  return took
}

/** As a person does who has just come: everything at its first use, in the server and in the page. */
async function measureFirst(page, link) {
  let bytes = 0
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const count = ({ encodedDataLength }) => (bytes += encodedDataLength)
  session.on('Network.loadingFinished', count)
  const first = await timed(async () => {
    await page.goto(link)
    await ready(page)
  })
  session.off('Network.loadingFinished', count)
  console.log(`first load: ${(bytes / 1e3).toFixed(0)} KB compressed, page ready in ${Math.round(first)} ms`)
  await page.exposeFunction('shownAfter', (took) => shown(took))
  await inTable(page)
  console.log(`校验, first menu click after the start: ${Math.round(await menuClick(page, '校验', 9))} ms`)
}

async function inTable(page) {
  await page.evaluate(watchMenu)
  await page.getByRole('tab', { name: '三、依申请公开' }).click()
  await page.locator('[data-cell=E12]').click()
}

async function measure(browser, link, pid) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await measureFirst(page, link)
  const early = memoryOf(pid)
  const again = await repeated(async () => {
    await page.reload()
    await ready(page)
  })
  console.log(`page ready after a reload: ${milliseconds(again)}`)
  await inTable(page)
  const checks = []
  for (let run = 0; run < CHECKS; run++) checks.push(await menuClick(page, '校验', 10 + run))
  console.log(`校验, menu click to updated view: ${milliseconds(checks)}`)
  console.log(`an arrow key to the painted frame: ${milliseconds(await keyTimes(page))}`)
  const { painted, processor } = await textTimes(page)
  console.log(`a letter in 3,000 characters to the painted frame: ${milliseconds(painted)}`)
  console.log(`  processor time of the page for each: ${processor.toFixed(1)} ms`)
  await page.getByRole('tab', { name: '三、依申请公开' }).click()
  const { plain, marked, hurried } = await editTimes(page)
  console.log(`an edit acknowledged: ${milliseconds(plain)}`)
  console.log(`an edit that changes the mark of its cell, acknowledged: ${milliseconds(marked)}`)
  console.log(`edits sent while the page paints the one before, acknowledged: ${milliseconds(hurried)}`)
  console.log(`memory of the server: ${early} after the first check, ${memoryOf(pid)} after all this`)
}

async function measureLong(browser) {
  const { opened, blank, changed } = await longTab(browser, 3)
  console.log(`a tab of 20,000 × 16 cells, from the click to the painted frame: ${milliseconds(opened)}`)
  console.log(`frames without cells while it is scrolled: ${blank}`)
  console.log(`280 cells changed elsewhere, to the painted frame: ${milliseconds(changed)}`)
}

benchRepairs()
benchNarrative()
await benchReading()
await benchLargeXlsx()
const { link, pid, stop } = await startDesk()
const browser = await openBrowser()
try {
  await measure(browser, link, pid)
  await measureLong(browser)
} finally {
  await browser.close()
  await stop()
}
