/**
 * Processor time that reading and checking a file takes: the first time in a process, and the median of ten times after
 * three. By itself: `node scripts/bench/reading.mjs [FILE…]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { root } from '../freshness.mjs'

/** Without a file: writes the example as a workbook of ours, and as one of somebody else, into a folder. */
const program = `
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const RUNS = 13
const WARM = 3
const [work, path = ''] = process.argv.slice(2)

async function write(folder) {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const { exampleBook } = await import('./src/desk/cli/example')
  const { workbookBytes } = await import('./src/desk/cli/workbook')
  const { documentOf } = await import('./src/document')
  const io = { out() {}, example: (name) => resolve('examples', name), version: '0.0.0', foundErrors() {} }
  const { workbook, report } = await exampleBook(io)
  workbook.run('checkWorkbook')
  writeFileSync(join(folder, 'own.xlsx'), await workbookBytes(workbook.book))
  const other = new Workbook()
  const tab = other.addWorksheet('Sheet1')
  const { title, blocks } = documentOf(report)
  tab.getCell(1, 1).value = title.join('')
  let row = 3
  for (const block of blocks) {
    if (block.kind !== 'table') {
      tab.getCell(row++, 1).value = block.kind === 'heading' ? block.text : block.runs.map(({ text }) => text).join('')
      continue
    }
    for (const { row: down, column, text, role } of block.cells) {
      tab.getCell(row + down, column + 1).value = role === 'figure' && /^[0-9]+$/.test(text) ? Number(text) : text
    }
    row += block.rows
  }
  writeFileSync(join(folder, 'other.xlsx'), await other.xlsx.writeBuffer())
}

function processor() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function measure() {
  const { checkedSource } = await import('./src/desk/cli/checked')
  const times = []
  for (let run = 0; run < RUNS; run++) {
    const before = processor()
    await checkedSource(path, undefined)
    times.push(processor() - before)
  }
  const warm = times.slice(WARM).sort((a, b) => a - b)
  console.log(JSON.stringify({ first: times[0], median: warm[Math.floor(warm.length / 2)] }))
}

await (work === 'write' ? write(path) : measure())
`

function ran(outfile, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [outfile, ...args], { encoding: 'utf8', cwd: root })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

export async function benchReading(given = []) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-reading-'))
  const outdir = join(root, 'out', 'bench-reading')
  const stdin = { contents: program, resolveDir: root, loader: 'js' }
  const target = { bundle: true, format: 'esm', splitting: true, platform: 'node', target: 'node20' }
  try {
    await esbuild.build({ stdin, ...target, outdir, packages: 'external', outExtension: { '.js': '.mjs' } })
    const outfile = join(outdir, 'stdin.mjs')
    ran(outfile, ['write', folder])
    const made = ['own.xlsx', 'other.xlsx'].map((name) => join(folder, name))
    for (const file of given.length > 0 ? given : [...made, resolve(root, 'examples/report-2024.json')]) {
      const { first, median } = JSON.parse(ran(outfile, ['measure', resolve(file)]))
      const name = file.split(/[\\/]/).at(-1)
      console.log(
        `${name} read and checked: ${median.toFixed(1)} ms of processor time, ${first.toFixed(0)} ms at first`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(outdir, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchReading(process.argv.slice(2))
