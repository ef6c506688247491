import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { openSource } from '../../../src/desk/cli/source'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-far-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A sheet of LibreOffice with its XML changed. */
function changedOds(change: (xml: string) => string): string {
  const { mimetype, ...parts } = unzipSync(readFileSync('test/desk/files/marks.ods'))
  const content = strToU8(change(strFromU8(parts['content.xml'] ?? new Uint8Array())))
  const path = join(folder, 'changed.ods')
  const stored = mimetype ?? new Uint8Array()
  writeFileSync(path, zipSync({ mimetype: [stored, { level: 0 }], ...parts, 'content.xml': content }))
  return path
}

it.each([
  ['columns', '<table:table-cell table:number-columns-repeated="99999999999999999999"/>'],
  [
    'rows',
    '</table:table-row><table:table-row table:number-rows-repeated="4294967296"><table:table-cell/></table:table-row><table:table-row>',
  ],
])('an .ods with a figure behind more %s than there can be is refused', async (_, before) => {
  const path = changedOds((xml) => xml.replace(/(<table:table-cell[^>]*office:value="2")/, `${before}$1`))
  await expect(openSource(path)).rejects.toThrow('文件内容已损坏')
})

it('an .ods with a password says so', async () => {
  const { mimetype, ...parts } = unzipSync(readFileSync('test/desk/files/marks.ods'))
  const path = join(folder, 'locked.ods')
  const manifest = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>')
  const stored = mimetype ?? new Uint8Array()
  writeFileSync(path, zipSync({ mimetype: [stored, { level: 0 }], ...parts, 'META-INF/manifest.xml': manifest }))
  await expect(openSource(path)).rejects.toThrow('设了打开密码')
})

it('an .xls with a password says so', async () => {
  const bytes = Buffer.from(readFileSync('test/desk/files/marks.xls'))
  // The record that begins the workbook stands in the first sector of its stream; the next one becomes that of a password.
  const start = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]))
  bytes.writeUInt16LE(0x2f, start + 20)
  const path = join(folder, 'locked.xls')
  writeFileSync(path, bytes)
  await expect(openSource(path)).rejects.toThrow('设了打开密码')
})
