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

/** The package, which is the same on every machine; one that lacks a library it needs has a Chromium of its own. */
async function launched() {
  const start = async (usual) => chromium.launchServer(await chromiumOptions(usual))
  return start('package').catch(() => start('system'))
}

/** Only the browser's own entry: a crash that is noticed late must not take its successor along. */
function forget(worker, browser) {
  if (browsers.get(worker) === browser) browsers.delete(worker)
}

function browserOf(worker) {
  const known = browsers.get(worker)
  if (known) return known
  const browser = launched()
  browsers.set(worker, browser)
  browser.then(
    (started) => started.once('close', () => forget(worker, browser)),
    () => forget(worker, browser),
  )
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
