import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function systemChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/** Chromium as a package, for Linux on x64: unpacks itself on first use, which takes some seconds. */
async function packedChromium(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/**
 * The Chromium named by CHROMIUM, else the system's, else the one that comes as a package, which `CHROMIUM=package`
 * asks for. Of its own arguments none is taken: they switch off what these tests are about, as web security.
 */
export async function openChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM'] ?? systemChromium()
  const executablePath = named === undefined || named === 'package' ? await packedChromium() : named
  return chromium.launch({ executablePath, args: flags })
}
