import { start } from './browsers.mjs'

/** Jest's workers inherit the environment. */
export default async function startBrowsers() {
  process.env.TEST_BROWSERS = await start()
}
