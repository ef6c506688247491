import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import { tabNames } from '../../../src/words/tabs'
import { workbookFile } from '../store/folder'
import { blankBook, tabOf } from '../support/template'
import { again, closeAll } from './desk'

const root = join(__dirname, '../../..')
// Inside the project, so that packages are found.
const folder = join(root, `node_modules/.cache/nianbao-kill-${process.pid}`)
const child = join(folder, 'child.mjs')

beforeAll(() => {
  mkdirSync(folder, { recursive: true })
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const
  buildSync({ ...options, entryPoints: [join(__dirname, 'child.ts')], outfile: child, logLevel: 'error' })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets the child edit until so many edits are acknowledged, and a little on; kills it; gives what it acknowledged. */
async function acknowledged(path: string, first: number, count: number, later: number): Promise<Map<string, number>> {
  const edits = spawn(process.execPath, [child, path, String(first)])
  let printed = ''
  let failure = ''
  edits.stderr.on('data', (text) => (failure += String(text)))
  const enough = new Promise<void>((resolve) => {
    edits.stdout.on('data', (text) => {
      printed += String(text)
      if (printed.split('\n').length > count) resolve()
    })
    edits.once('exit', () => resolve())
  })
  await enough
  await new Promise((resolve) => setTimeout(resolve, later))
  const gone = new Promise((resolve) => edits.once('close', resolve))
  edits.kill('SIGKILL')
  await gone
  expect(failure).toBe('')
  const lines = printed.slice(0, printed.lastIndexOf('\n')).split('\n')
  return new Map(lines.map((line) => line.split(' ') as [string, string]).map(([key, value]) => [key, Number(value)]))
}

describe('a desk that is killed while people type', () => {
  it('has every acknowledged edit when it is opened again, twenty times over', async () => {
    const book = blankBook()
    // One tab is read and written often enough.
    const path = await workbookFile({ ...book, sheets: [tabOf(book, tabNames.table3)], names: [] })
    const expected = new Map<string, number>()
    for (let round = 0; round < 20; round++) {
      const first = round * 100_000 + 1
      // The moment differs from round to round: within an edit, a flush, or the writing of the file.
      for (const [key, value] of await acknowledged(path, first, 3 + round * 4, (round * 7) % 40))
        expected.set(key, value)
      expect(existsSync(`${path}.lock`)).toBe(true)
      const { office } = await again(path)
      const { cells } = tabOf(office.book, tabNames.table3)
      for (const [key, value] of expected) {
        const { value: found, note } = cells[key] ?? {}
        // An edit may be on the disk whose acknowledgement the kill cut off; never an older one, nor without its mark.
        expect(Number(/^(\d+)件$/.exec(String(found))?.[1])).toBeGreaterThanOrEqual(value)
        expect(note).toMatch(/^【校验】警告：三、依申请公开/)
      }
      if (round % 3 === 0) await office.close()
      else await closeAll()
    }
  })
})
