// `npm run fuzz`: mutated and huge files of every kind give a report or one clear error, in bounded time and memory.
// After `--`:
//   --runs N                 how many files are mutated (10000)
//   --each N                 how many besides of each kind that a reader of its own opens: .pdf, .xls, .ods, .csv (5000)
//   --converted N            how many of each kind that LibreOffice opens: .doc, .rtf, .odt (20)
//   --no-giants              without the huge files
//   --giants-only            with nothing else
//   --seed S                 the seed of the first file, each next file has the next one; else one is drawn and printed.
//                            A failure is named by its seed: --seed S --runs 1 --no-giants repeats it.
//   --properties             instead of files: the property tests of test/, each with many times its runs in `npm test`
//   --times N                how many times (20)
//   --seed S                 the seed of all properties, as in the run that printed S; a failure also prints its path
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { buildIfStale } from './build.mjs'
import { newWorkbook } from './desk/new-workbook.mjs'
import { externals } from './externals.mjs'
import { root } from './freshness.mjs'
import { runProperties } from './fuzz/properties.mjs'
import { hasLibreOffice } from './pdf/make.mjs'
import { drawnSeed } from './random.mjs'

const options = {
  runs: { type: 'string', default: '10000' },
  each: { type: 'string', default: '5000' },
  converted: { type: 'string', default: '20' },
  seed: { type: 'string', default: String(drawnSeed()) },
  properties: { type: 'boolean', default: false },
  times: { type: 'string', default: '20' },
  'no-giants': { type: 'boolean', default: false },
  'giants-only': { type: 'boolean', default: false },
}
const { values } = parseArgs({ options })
const runs = values['giants-only'] ? '0' : values.runs
const each = values['giants-only'] ? '0' : values.each
const converted = values['giants-only'] || !hasLibreOffice() ? '0' : values.converted

/** Longer than any input takes on a slow machine: beyond it, it hangs. */
const HANG = 600_000

const entry = `
export * as library from './src/index'
export { openSource } from './src/desk/cli/source'
export { printReport } from './src/report'
export { readDrawn } from './src/intake'
export { pagesOf } from './src/desk/pdf-pages/pages'
export { readPdf } from './src/desk/pdf-pages'
export { paintedReport } from './test/support/painted-report'
export { pdfFile } from './test/support/pdf-file'
export { csvOf } from './test/intake/csv/csv-of'`

async function bundleReaders(outfile) {
  const stdin = { contents: entry, resolveDir: root, loader: 'ts' }
  const node = { format: 'esm', platform: 'node', target: 'node20', external: externals }
  const define = { __NIANBAO_DESK__: JSON.stringify(pathToFileURL(join(root, 'dist/desk/cli.js')).href) }
  await esbuild.build({ ...node, stdin, define, bundle: true, outfile, logLevel: 'warning' })
  symlinkSync(join(root, 'node_modules/pdfjs-dist/cmaps'), join(dirname(outfile), 'cmaps'))
}

/** Runs all inputs in a child and gathers what it says of each. */
function runAll(args) {
  const results = []
  const failures = []
  return new Promise((resolve) => {
    const child = fork(join(root, 'scripts/fuzz/child.mjs'), args, { execArgv: ['--max-old-space-size=2048'] })
    let current = 'start'
    let watch
    const rest = (label) => {
      current = label
      clearTimeout(watch)
      watch = setTimeout(() => {
        failures.push(`${current}: no end after ${HANG / 1000} s`)
        child.kill('SIGKILL')
      }, HANG)
    }
    rest('start')
    child.on('message', (message) => {
      if (message.begin) rest(message.begin)
      else if (message.crash) failures.push(`${message.label}: ${message.crash}`)
      else results.push(message)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(watch)
      if (code !== 0) failures.push(`${current}: the process ended with ${code ?? signal}`)
      resolve({ results, failures })
    })
  })
}

function counted(results) {
  const counts = new Map()
  for (const { ended } of results) counts.set(ended, (counts.get(ended) ?? 0) + 1)
  return [...counts].map(([ended, count]) => `${ended} ${count}`)
}

function tell({ results, failures }) {
  const kinds = [...new Set(results.map(({ kind }) => kind))]
  for (const kind of kinds) {
    const own = results.filter((result) => result.kind === kind)
    const worst = own.reduce((most, one) => (one.time > most.time ? one : most))
    const ended = counted(own)
    console.log(
      `${kind}: ${own.length} inputs, ${ended.join(', ')}; worst ${Math.round(worst.time)} ms of processor (${worst.label})`,
    )
  }
  const peak = Math.max(0, ...results.map(({ memory }) => memory))
  console.log(`fuzz: ${results.length} inputs, ${failures.length} failures, peak memory ${Math.round(peak / 1024)} MB`)
  for (const failure of failures.slice(0, 10)) console.error(failure)
}

async function fuzzFiles() {
  await buildIfStale()
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/fuzz-'))
  try {
    const workbook = join(folder, 'book.xlsx')
    const bundle = join(folder, 'readers.mjs')
    newWorkbook(workbook)
    await bundleReaders(bundle)
    const report = join(root, 'examples/report-2024.json')
    const done = await runAll([
      bundle,
      report,
      workbook,
      values.seed,
      runs,
      String(!values['no-giants']),
      each,
      converted,
    ])
    tell(done)
    return done.failures.length === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(`seed ${values.seed}`)
const hasPassed = values.properties ? runProperties(values.seed, values.times) : await fuzzFiles()
if (!hasPassed) process.exitCode = 1
