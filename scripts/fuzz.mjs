// `npm run fuzz`: mutated and huge files of every kind give a report or one clear error, in bounded time and memory.
// Options: --runs N, --seed N, --no-giants, --giants-only. A failure is named by its seed: --seed S --runs 1 repeats it.
import { fork, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { buildIfStale } from './build.mjs'
import { root } from './freshness.mjs'

const options = {
  runs: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  'no-giants': { type: 'boolean', default: false },
  'giants-only': { type: 'boolean', default: false },
}
const { values } = parseArgs({ options })
const runs = values['giants-only'] ? '0' : values.runs

/** Longer than any input takes on a slow machine: beyond it, it hangs. */
const HANG = 600_000

const entry = `
export * as library from './src/index'
export { openSource } from './src/desk/cli/source'
export { printReport } from './src/report'`

async function bundleReaders(outfile) {
  const stdin = { contents: entry, resolveDir: root, loader: 'ts' }
  const node = { format: 'esm', platform: 'node', target: 'node20', packages: 'external' }
  await esbuild.build({ ...node, stdin, bundle: true, outfile, logLevel: 'warning' })
}

function newWorkbook(path) {
  const args = [join(root, 'dist/desk/cli.js'), 'new', path, '--unit', '示例局', '--year', '2024']
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
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

await buildIfStale()
mkdirSync(join(root, 'out'), { recursive: true })
const folder = mkdtempSync(join(root, 'out/fuzz-'))
try {
  const workbook = join(folder, 'book.xlsx')
  const bundle = join(folder, 'readers.mjs')
  newWorkbook(workbook)
  await bundleReaders(bundle)
  const report = join(root, 'examples/report-2024.json')
  const done = await runAll([bundle, report, workbook, values.seed, runs, String(!values['no-giants'])])
  tell(done)
  if (done.failures.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
