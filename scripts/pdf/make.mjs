// Makes the PDF files of layouts: by one Chromium, and by one start of LibreOffice for all files of a layout.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBrowser } from '../desk/browser.mjs'

const SOFFICE_MS = 300_000

export const hasLibreOffice = () => spawnSync('soffice', ['--version']).status === 0

/** Files of one kind in another one, in one start; `filter` says how LibreOffice is to read them. */
export function byLibreOffice(files, from, to, filter) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-soffice-'))
  try {
    const out = join(folder, 'out')
    mkdirSync(out)
    const sources = files.map((bytes, i) => {
      const path = join(folder, `file-${i}.${from}`)
      writeFileSync(path, bytes)
      return path
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const reading = filter ? [`--infilter=${filter}`] : []
    const args = [profile, '--headless', ...reading, '--convert-to', to, '--outdir', out, ...sources]
    const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: SOFFICE_MS })
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    return files.map((_, i) => readFileSync(join(out, `file-${i}.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function byChromium(pages, options, browser) {
  const page = await browser.newPage()
  const made = []
  for (const html of pages) {
    await page.setContent(html, { waitUntil: 'load' })
    made.push(Buffer.from(await page.pdf({ printBackground: true, ...options })))
  }
  await page.close()
  return made
}

/** The sources of one layout, each `{ html, docx }`, as PDF. */
export async function makePdfs({ program, from, options, content }, sources, browser) {
  const contents = sources.map(content)
  return program === 'libreoffice' ? byLibreOffice(contents, from, 'pdf') : byChromium(contents, options, browser)
}

export async function withBrowser(work) {
  const browser = await openBrowser()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}
