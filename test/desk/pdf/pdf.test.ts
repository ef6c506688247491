import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { findPrograms, makePdf } from '../../../src/desk/pdf'
import type { PdfSource, Program } from '../../../src/desk/pdf'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A stand-in for a program, as a shell script. */
function program(name: string, script: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  const path = join(folder, name, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

const source: PdfSource = { docx: new Uint8Array([1]), html: '<p>年报</p>' }
const leftBehind = () => readdirSync(tmpdir()).filter((name) => /^nianbao-pdf-(?!test)/.test(name))

describe('finding a program', () => {
  const soffice = program('soffice', 'exit 0')
  const chromium = program('chromium', 'exit 0')
  const folders = [join(folder, 'chromium'), join(folder, 'soffice')]

  it('prefers LibreOffice, wherever it stands on the search path', () => {
    expect(findPrograms(folders.join(delimiter))).toEqual([
      { kind: 'libreoffice', path: soffice },
      { kind: 'chromium', path: chromium },
    ])
  })

  it('takes no folder and no file that cannot be run', () => {
    mkdirSync(join(folder, 'none/soffice'), { recursive: true })
    writeFileSync(join(folder, 'none/chromium'), '')
    expect(findPrograms(join(folder, 'none'))).toEqual([])
  })
})

describe('a program that fails', () => {
  it.each([
    ['ends with an error', 'exit 7', 5000, '7'],
    ['makes nothing', 'exit 0', 5000, '没有产生文件'],
    ['never ends', 'sleep 60 & wait', 500, '超过 0.5 秒没有完成'],
  ])('%s', async (name, script, limit, detail) => {
    const path = program(`soffice-${name.replaceAll(' ', '-')}`, script)
    await expect(makePdf({ kind: 'libreoffice', path }, source, limit)).rejects.toThrow(
      `用 ${path} 生成 pdf 失败（${detail}）。请在 --format 中去掉 pdf，用 Word 或 WPS 打开 docx 另存。`,
    )
    expect(leftBehind()).toEqual([])
  })
})

const installed = findPrograms(process.env['PATH'] ?? '').find(({ kind }) => kind === 'chromium')
const itWithChromium = installed || process.env['CI'] ? it : it.skip

describe('Chromium', () => {
  itWithChromium('prints the HTML', async () => {
    const pdf = await makePdf(installed as Program, source)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(leftBehind()).toEqual([])
  })
})
