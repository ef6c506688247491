/** Prints how fast the desk is on this machine: `npm run bench`. Nothing is asserted. */
import { check, claims } from '../dist/index.js'
import { openBrowser, ready, startDesk } from './desk/browser.mjs'

const RUNS = 9
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const milliseconds = (values) => `median ${Math.round(median(values))} ms, worst ${Math.round(Math.max(...values))} ms`

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

/** From the click on the menu's item until the message and the new cells are there. */
async function menuClick(page, name) {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  const item = page.getByRole('menuitem', { name, exact: true })
  await item.waitFor()
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/run'))
  return timed(async () => {
    await item.click()
    await answered
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  })
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
  const checks = []
  for (let run = 0; run < RUNS; run++) checks.push(await menuClick(page, '校验'))
  console.log(`校验, menu click to updated view: ${milliseconds(checks)}`)
}

const SENTENCES =
  '2024年，我局收到政府信息公开申请28件，其中网络申请20件、信函申请8件，上年结转2件，办结29件，结转下年度继续办理1件。' +
  '因政府信息公开引发行政复议1件，未发生行政诉讼。主动公开各类政府信息1,356条。未收取信息处理费。'

/** A narrative of 1,000 characters, read and checked. */
async function measureNarrative() {
  const overview = SENTENCES.repeat(Math.ceil(1000 / SENTENCES.length)).slice(0, 1000)
  const report = {
    edition: '2021',
    unit: '某局',
    year: 2024,
    figures: {},
    narrative: { overview, problems: '', other: '' },
  }
  const micro = async (work) => {
    for (let run = 0; run < 200; run++) work()
    const times = await repeated(() => {
      for (let run = 0; run < 20; run++) work()
    })
    return `${(median(times) / 20).toFixed(2)} ms`
  }
  console.log(`claims of 1,000 characters: ${await micro(() => claims(overview, { year: 2024 }))}`)
  console.log(`check of a report with them: ${await micro(() => check(report))}`)
  const without = { ...report, narrative: { overview: '', problems: '', other: '' } }
  console.log(`check of a report without: ${await micro(() => check(without))}`)
}

await measureNarrative()
const { link, stop } = await startDesk()
const browser = await openBrowser()
try {
  await measure(browser, link)
} finally {
  await browser.close()
  await stop()
}
