/** How fast the page draws: keys, changes from elsewhere, long tabs. Times are the page's own. */

const KEYS = 40
/** As a key repeats that is held down; without a pause keys wait for each other, and that wait is measured. */
const REPEAT_MS = 33

async function pressed(page, keyAt) {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(keyAt(key))
    await page.waitForTimeout(REPEAT_MS)
  }
}

/** In the page: milliseconds from a key's event until the next frame is painted. */
function watchKeys() {
  window.keyTimes = []
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      requestAnimationFrame(() => port2.postMessage(null))
    })
  addEventListener(
    'keydown',
    async () => {
      const started = performance.now()
      await painted()
      window.keyTimes.push(performance.now() - started)
    },
    true,
  )
}

/** Arrows in table 3: what the page does for each, without the wait for the next frame. */
export async function keyTimes(page) {
  await page.evaluate(watchKeys)
  await pressed(page, (key) => (key % 2 ? 'ArrowRight' : 'ArrowLeft'))
  await page.waitForTimeout(100)
  return page.evaluate(() => window.keyTimes)
}

/** A narrative of 3,000 characters in its editor: each letter to the painted frame, and the page's processor time. */
export async function textTimes(page) {
  await page.getByRole('tab', { name: '一、总体情况' }).click()
  await page.locator('[data-cell=B5]').click()
  await page.locator('.text-field:focus').waitFor()
  const sentence = '全年主动公开政府信息120条，新收政府信息公开申请8件，办结9件，均在法定期限内答复。'
  const paragraph = sentence.repeat(15)
  const text = Array.from({ length: 5 }, () => paragraph.slice(0, 600)).join('\n')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+Home')
  await page.waitForTimeout(1500)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value
  }
  await page.evaluate(() => (window.keyTimes = []))
  const before = await spent()
  await pressed(page, () => 'a')
  const processor = ((await spent()) - before) / KEYS
  await page.waitForTimeout(500)
  const painted = await page.evaluate(() => window.keyTimes)
  await page.keyboard.press('Escape')
  return { painted, processor }
}

/** In the page: sends an edit of 20 × 14 cells by fetch, and takes the time from its event to the painted frame. */
async function changeMany([name, runs]) {
  const key = { 'x-nianbao-key': localStorage.getItem('nianbao-key') }
  const { book, seq } = await (await fetch('/api/book?tabs=demand', { headers: key })).json()
  const sheet = book.sheets.find((one) => one.name === name).id
  const { dataset } = document.documentElement
  const times = []
  let changed = 0
  new MutationObserver((records) => {
    if (changed === 0 && records.some(({ target }) => target.nodeName === 'TD' || target.nodeName === '#text')) {
      changed = performance.now()
    }
  }).observe(document.querySelector('.grid'), { subtree: true, childList: true, characterData: true })
  for (let run = 0; run < runs; run++) {
    changed = 0
    const started = performance.now()
    const values = Array.from({ length: 20 }, (_, row) =>
      Array.from({ length: 14 }, (_, at) => String(run * 1000 + row * 14 + at)),
    )
    const body = JSON.stringify({ sheet, row: 2, column: 1, values, base: seq })
    const headers = { 'content-type': 'application/json', ...key }
    const answer = await (await fetch('/api/edit', { method: 'POST', headers, body })).json()
    while (!(Number(dataset.seq) >= answer.seq)) await new Promise((next) => setTimeout(next))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    times.push({ all: performance.now() - started, painted: performance.now() - changed })
  }
  return times
}

/** In the tab that is shown, where these cells are in view. */
export async function changeTimes(page, name, runs) {
  const times = await page.evaluate(changeMany, [name, runs])
  return times.map(({ painted }) => painted)
}
