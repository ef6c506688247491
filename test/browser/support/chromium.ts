import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** The Chromium of this worker of jest; see `browsers.mjs`. Closing it closes only what this file has opened. */
export async function openChromium(): Promise<Browser> {
  const answer = await fetch(`${process.env['TEST_BROWSERS']}/${process.env['JEST_WORKER_ID']}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return chromium.connect(text)
}
