import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { openSource } from '../../../src/desk/cli/source'
import { convertFile } from '../../../src/desk/programs'
import { clean } from '../../intake/sources'
import { documentOf, toDocx } from '../../../src/document'
import { convert, describeWithLibreOffice, LIBREOFFICE_MS } from '../support/libreoffice.process'
import { placeProgram } from './program'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-convert-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The search path, with a LibreOffice before all others that does what the lines of a shell say. */
function withOffice(name: string, ...lines: string[]): string {
  const place = join(folder, name)
  mkdirSync(place)
  return [dirname(placeProgram(place, 'soffice', lines.join('\n'))), process.env['PATH']].join(delimiter)
}

const bytes = Buffer.from('{\\rtf1 x}')
const rtf = { from: 'rtf', to: 'docx' } as const

describe('a file in an old format', () => {
  it('is what LibreOffice saves', async () => {
    const searchPath = withOffice(
      'good',
      'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done',
      'mkdir "$out"',
      'cp "$1" "$out/source.docx"',
    )
    expect(await convertFile(bytes, rtf, searchPath)).toEqual(new Uint8Array(bytes))
  })

  it.each([
    ['ends with a failure', ['exit 3']],
    ['saves nothing', ['exit 0']],
    ['does not end', ['exec sleep 60']],
  ])('is told where LibreOffice %s, and nothing is left behind', async (name, lines) => {
    const before = readdirSync(tmpdir()).filter((one) => one.startsWith('nianbao-convert-'))
    const searchPath = withOffice(name, ...lines)
    expect(await convertFile(bytes, rtf, searchPath, 500)).toBe('failed')
    expect(readdirSync(tmpdir()).filter((one) => one.startsWith('nianbao-convert-'))).toEqual(before)
  })
})

describe('without LibreOffice', () => {
  const path = process.env['PATH']
  afterEach(() => {
    process.env['PATH'] = path
  })

  it.each([
    ['a.rtf', '{\\rtf1 x}', 'RTF 文档'],
    ['a.wps', `\u00d0\u00cf\u0011\u00e0${[...'WordDocument'].join('\0')}\0`, '旧格式的 Word 文档（.doc、.wps）'],
  ])('%s says how to go on', async (name, content, kind) => {
    const file = join(folder, name)
    writeFileSync(file, content, 'latin1')
    process.env['PATH'] = folder
    await expect(openSource(file)).rejects.toThrow(
      `“${file}”是${kind}，读取要用 LibreOffice，这台电脑上没有找到。请用 Office 或 WPS 打开，另存为 .docx 后再读取；也可以安装 LibreOffice。`,
    )
  })
})

describeWithLibreOffice('with LibreOffice', () => {
  it(
    'a .doc named .wps is the same report',
    async () => {
      const file = join(folder, 'report.wps')
      writeFileSync(file, convert(toDocx(documentOf(clean)), 'docx', 'doc'))
      const { report, findings } = await openSource(file)
      expect(report).toEqual(clean)
      expect(findings).toEqual([])
    },
    2 * LIBREOFFICE_MS,
  )
})
