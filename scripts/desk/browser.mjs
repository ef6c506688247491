/** A desk with data of its own and a browser, for pictures and benchmarks. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from '../freshness.mjs'

/** Starts a desk and gives its link; `stop` ends it and takes its data away. */
export async function startDesk() {
  const home = mkdtempSync(join(tmpdir(), 'nianbao-desk-'))
  const env = { ...process.env, XDG_DATA_HOME: home, LOCALAPPDATA: home }
  const desk = spawn(process.execPath, ['bin/nianbao.js', 'desk', '--no-open'], { cwd: root, env })
  const ended = new Promise((resolve) => desk.on('exit', resolve))
  const link = await new Promise((resolve, reject) => {
    let text = ''
    desk.stdout.on('data', (data) => {
      text += data
      const found = /http:\/\/\S+token=\S+/.exec(text)
      if (found) resolve(found[0])
    })
    desk.on('exit', () => reject(new Error(text)))
  })
  const stop = async () => {
    desk.kill('SIGINT')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return { link, stop }
}

/** The Chromium named by CHROMIUM, else the system's. */
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
}

export async function choose(page, item) {
  await page.getByRole('button', { name: '政务公开年报' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export const ready = (page) => page.locator('html[data-ready]').waitFor()
