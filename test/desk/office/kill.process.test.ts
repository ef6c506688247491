import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import { workbookFile } from '../store/folder'
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
  const edits = spawn(process.execPath, [child, path, join(root, 'dist/desk/services.js'), String(first)])
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
    const path = await workbookFile()
    const expected = new Map<string, number>()
    for (let round = 0; round < 20; round++) {
      const first = round * 100_000 + 1
      // The moment differs from round to round: within an edit, a flush, or the writing of the file.
      for (const [key, value] of await acknowledged(path, first, 3 + round * 4, (round * 7) % 40))
        expected.set(key, value)
      expect(existsSync(`${path}.lock`)).toBe(true)
      const { office } = await again(path)
      for (const [key, value] of expected) {
        const found = office.book.sheets[0]?.cells[key]
        // An edit may be on the disk whose acknowledgement the kill cut off; never an older one.
        expect(Number(found?.value)).toBeGreaterThanOrEqual(value)
        expect(found?.note).toBe('noted')
      }
      if (round % 3 === 0) await office.close()
      else await closeAll()
    }
  }, 120_000)
})
