/**
 * The browsers of the tests: one Chromium for each of jest's workers, started when a test file of that worker first
 * asks. Jest's main process keeps them, so that they outlive the test files. One that has crashed is started again for
 * the next file.
 */
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import { chromiumOptions } from '../../../scripts/desk/browser.mjs'

/** By worker: the promise of its browser. */
const browsers = new Map()

async function launched(worker) {
  const browser = await chromium.launchServer(await chromiumOptions())
  browser.once('close', () => browsers.delete(worker))
  return browser
}

function browserOf(worker) {
  const browser = browsers.get(worker) ?? launched(worker)
  browsers.set(worker, browser)
  browser.catch(() => browsers.delete(worker))
  return browser
}

/** `GET /WORKER` answers the address at which the browser of that worker takes connections. */
const counter = createServer((request, response) => {
  browserOf(request.url).then(
    (browser) => response.end(browser.wsEndpoint()),
    (error) => response.writeHead(500).end(String(error)),
  )
})

/** Where the test files ask for their browser. */
export async function start() {
  await new Promise((resolve) => counter.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${counter.address().port}`
}

export async function stop() {
  counter.close()
  const started = await Promise.allSettled(browsers.values())
  await Promise.all(started.map(({ value }) => value?.close()))
}
