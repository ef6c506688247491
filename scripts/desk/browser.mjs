/** A desk with data of its own, and a browser: for pictures, benchmarks and tests. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../freshness.mjs'

/** Starts a desk, with that workbook open, and gives its link and process; `stop` ends it and takes its data away. */
export async function startDesk(workbook) {
  const home = mkdtempSync(join(tmpdir(), 'nianbao-desk-'))
  const env = { ...process.env, XDG_DATA_HOME: home, LOCALAPPDATA: home }
  const desk = spawn(
    process.execPath,
    ['bin/nianbao.js', 'desk', '--no-open', '--name', '李填报', ...(workbook ? [workbook] : [])],
    {
      cwd: root,
      env,
    },
  )
  const ended = new Promise((resolve) => desk.on('exit', resolve))
  const link = await new Promise((resolve, reject) => {
    let text = ''
    desk.stdout.on('data', (data) => {
      text += data
      const found = /http:\/\/\S+token=\S+/.exec(text)
      if (found) resolve(found[0])
    })
    desk.stderr.on('data', (data) => (text += data))
    desk.on('exit', () => reject(new Error(text)))
  })
  const stop = async () => {
    desk.kill('SIGINT')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return { link, pid: desk.pid, stop }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/**
 * Chromium as a package, for Linux on x64: it unpacks itself on first use, which takes some seconds. Its own arguments
 * are left out: they switch off web security and more of what the tests are about.
 */
async function packedChromium() {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

const isPacked = process.platform === 'linux' && process.arch === 'x64'

async function programOf(browser) {
  if (browser === 'package') return isPacked ? packedChromium() : systemChromium()
  if (browser === 'system') return systemChromium() ?? packedChromium()
  return browser
}

/**
 * How to start Chromium: `system` is the one of this machine, `package` the one that npm brings, which has no window and
 * takes half the processor time. CHROMIUM names one of the two, or a program.
 */
export async function chromiumOptions(usual = 'system') {
  const executablePath = await programOf(process.env.CHROMIUM ?? usual)
  return { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] }
}

export async function openBrowser() {
  return chromium.launch(await chromiumOptions())
}

export async function choose(page, item) {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export const ready = (page) => page.locator('html[data-ready]').waitFor()
