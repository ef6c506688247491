import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

async function connected(): Promise<Browser> {
  const answer = await fetch(`${process.env['TEST_BROWSERS']}/${process.env['JEST_WORKER_ID']}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return chromium.connect(text)
}

/** The Chromium of this worker of jest; see `browsers.mjs`. Closing it closes only what this file has opened. */
export async function openChromium(): Promise<Browser> {
  // One that has just crashed is given out until its process has ended; the next one asked for is new.
  for (let tries = 0; tries < 10; tries++) {
    const browser = await connected().catch(() => null)
    if (browser) return browser
    await pause(300)
  }
  return connected()
}
