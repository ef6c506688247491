/**
 * Time and memory that a workbook of 290,000 cells takes, each time in a process of its own, beside the library alone.
 * By itself: `node scripts/bench/large-xlsx.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { root } from '../freshness.mjs'

/** Prints the milliseconds and the most memory of the process in kilobytes; what is written is held, as on the desk. */
const program = `
import { readFileSync, writeFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'
import { newBook } from './src/desk/book'
import { bookToXlsx, xlsxToBook } from './src/desk/xlsx'

const ROWS = 14_500
const COLUMNS = 20
const [work, path] = process.argv.slice(2)
const valueAt = (row: number, column: number) => (column % 3 > 0 ? row * column : \`第\${row}行的单位名称\${column}\`)

function book() {
  const made = newBook('大表', '表')
  const [sheet] = made.sheets
  if (!sheet) throw new Error('no sheet')
  Object.assign(sheet, { rows: ROWS, columns: COLUMNS })
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) {
      sheet.cells[\`\${row},\${column}\`] = { value: valueAt(row, column), style: { border: true } }
    }
  }
  return made
}

function sheetOfLibrary() {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('表')
  const thin = { style: 'thin' } as const
  const style = { border: { top: thin, left: thin, bottom: thin, right: thin } }
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) {
      Object.assign(sheet.getCell(row, column), { value: valueAt(row, column), style })
    }
  }
  return workbook
}

const works: Record<string, () => Promise<() => Promise<unknown>>> = {
  written: async () => {
    const made = book()
    return async () => writeFileSync(path ?? '', await bookToXlsx(made))
  },
  read: async () => {
    const bytes = readFileSync(path ?? '')
    return () => xlsxToBook(bytes)
  },
  'written by the library alone': async () => async () =>
    writeFileSync(path ?? '', await sheetOfLibrary().xlsx.writeBuffer()),
  'read by the library alone': async () => {
    const bytes = readFileSync(path ?? '')
    return () => new Workbook().xlsx.load(bytes)
  },
}

const run = await works[work ?? '']?.()
const started = performance.now()
await run?.()
console.log(JSON.stringify({ time: performance.now() - started, memory: process.resourceUsage().maxRSS }))
`

const WORKS = ['written', 'read', 'written by the library alone', 'read by the library alone']

/** Seconds and megabytes that each of the works takes; what reads takes what was written before it. */
export async function* largeXlsxRuns(works = WORKS) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-large-'))
  const outfile = join(folder, 'program.mjs')
  const stdin = { contents: program, resolveDir: root, loader: 'ts' }
  try {
    await esbuild.build({ stdin, bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile })
    for (const work of works) {
      const { stdout } = spawnSync(process.execPath, [outfile, work, join(folder, 'large.xlsx')], { encoding: 'utf8' })
      const { time, memory } = JSON.parse(stdout)
      yield { work, seconds: time / 1000, megabytes: Math.round((memory * 1024) / 1e6) }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function benchLargeXlsx() {
  for await (const { work, seconds, megabytes } of largeXlsxRuns()) {
    console.log(`290,000 cells ${work}: ${seconds.toFixed(1)} s, ${megabytes} MB`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchLargeXlsx()
