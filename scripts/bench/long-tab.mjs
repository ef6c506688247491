/** How long a tab of 20,000 rows takes to open, on a desk and page of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { ready, startDesk } from '../desk/browser.mjs'
import { newWorkbook } from '../desk/new-workbook.mjs'
import { changeTimes } from './page.mjs'

const ROWS = 20_000
const COLUMNS = 16
const NAME = '长表'

async function writeLong(path) {
  newWorkbook(path)
  const book = new Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.addWorksheet(NAME, { views: [{ state: 'frozen', ySplit: 1 }] })
  for (let row = 1; row <= ROWS; row++) {
    sheet.addRow(
      Array.from({ length: COLUMNS }, (_, at) => (at % 2 === 0 ? row * COLUMNS + at : `第${row}行${at + 1}`)),
    )
  }
  await book.xlsx.writeFile(path)
}

/** In the page: from the click on the tab until a frame is painted that has its first cell. */
async function openTab(name) {
  const tab = [...document.querySelectorAll('[role=tab]')].find((one) => one.textContent === name)
  const started = performance.now()
  tab.click()
  const isThere = () => document.querySelector('.grid [data-cell=P2]')
  while (!isThere()) await new Promise((next) => setTimeout(next))
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - started
}

/** In the page: scrolls to places far apart; how many frames had no cell in the middle of what is in view. */
async function scrollFar() {
  const grid = document.querySelector('.grid')
  const { left, top, width, height } = grid.getBoundingClientRect()
  let blank = 0
  for (let step = 1; step <= 40; step++) {
    grid.scrollTop = (grid.scrollHeight * ((step * 17) % 41)) / 41
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    if (!document.elementFromPoint(left + width / 2, top + height / 2)?.closest('[data-cell]')) blank += 1
  }
  return blank
}

/**
 * Times to open it, each on a page of its own, for the cells stay in the page once they have come; frames without cells
 * while it is scrolled; times to paint 280 changed cells.
 */
export async function longTab(browser, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-long-'))
  const path = join(folder, 'long.xlsx')
  await writeLong(path)
  const { link, stop } = await startDesk(path)
  const [opened, changed] = [[], []]
  let blank = 0
  try {
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
      const page = await context.newPage()
      await page.goto(link)
      await ready(page)
      await page.waitForTimeout(300)
      opened.push(await page.evaluate(openTab, NAME))
      blank += await page.evaluate(scrollFar)
      await page.evaluate(() => document.querySelector('.grid').scrollTo(0, 0))
      changed.push(...(await changeTimes(page, NAME, 5)))
      await context.close()
    }
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { opened, blank, changed }
}
