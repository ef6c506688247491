import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { findPrograms, makePdf } from '../../../src/desk/pdf'
import type { PdfSource, Program } from '../../../src/desk/pdf'
import { placeProgram } from './program'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const source: PdfSource = { docx: new Uint8Array([1]), html: '<p>年报</p>' }
const leftBehind = () => readdirSync(tmpdir()).filter((name) => /^nianbao-pdf-(?!test)/.test(name))

describe('a program that fails', () => {
  it.each([
    ['ends with an error', 'exit 7', 5000, '7'],
    ['makes nothing', 'exit 0', 5000, '没有产生文件'],
    ['never ends', 'sleep 60 & wait', 500, '超过 0.5 秒没有完成'],
  ])('%s', async (name, script, limit, detail) => {
    const path = placeProgram(folder, `soffice-${name.replaceAll(' ', '-')}`, script)
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
