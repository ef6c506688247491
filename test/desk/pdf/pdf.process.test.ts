import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { findPrograms, type Program } from '../../../src/desk/programs'
import { makePdf } from '../../../src/desk/pdf'
import type { PdfSource } from '../../../src/desk/pdf'
import { placeProgram } from '../programs/program'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const source: PdfSource = { docx: new Uint8Array([1]), html: '<p>年报</p>' }

/** The stand-in writes down its arguments: other test files make folders of the same kind at the same time. */
const argumentsFile = join(folder, 'arguments')

/** The folder that the program was told to work in. */
function workFolder(): string {
  const given = readFileSync(argumentsFile, 'utf8').split('\n')
  return dirname(given[given.indexOf('--outdir') + 2] ?? '')
}

describe('a program that fails', () => {
  it.each([
    ['ends with an error', 'exit 7', 5000, '7'],
    ['makes nothing', 'exit 0', 5000, '没有产生文件'],
    ['never ends', 'sleep 60 & wait', 500, '超过 0.5 秒没有完成'],
  ])('%s', async (name, script, limit, detail) => {
    const path = placeProgram(
      folder,
      `soffice-${name.replaceAll(' ', '-')}`,
      `printf '%s\\n' "$@" > '${argumentsFile}'; ${script}`,
    )
    await expect(makePdf({ kind: 'libreoffice', path }, source, limit)).rejects.toThrow(
      `用 ${path} 生成 pdf 失败（${detail}）。请在 --format 中去掉 pdf，用 Word 或 WPS 打开 docx 另存。`,
    )
    expect(workFolder()).toMatch(/nianbao-pdf-/)
    expect(existsSync(workFolder())).toBe(false)
  })
})

const installed = findPrograms(process.env['PATH'] ?? '').find(({ kind }) => kind === 'chromium')
const itWithChromium = installed || process.env['CI'] ? it : it.skip

describe('Chromium', () => {
  itWithChromium('prints the HTML', async () => {
    const pdf = await makePdf(installed as Program, source)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})
