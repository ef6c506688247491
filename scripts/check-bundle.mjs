// What Apps Script would refuse, found before anything is pushed: syntax, size, and host features it does not have.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import vm from 'node:vm'
import { parse } from 'acorn'
import { parts } from './build-google.mjs'
import { root } from './freshness.mjs'
import { ECMA_VERSION } from './shrink.mjs'

/** Of the project, or the one that is named. */
const folder = resolve(process.argv[2] ?? join(root, 'dist/google'))

/** Code.js is loaded for every call; a part of it, in an HTML file, only for some. */
const scripts = [
  { file: 'Code.js', maxBytes: 200_000 },
  ...Object.keys(parts).map((name) => ({ file: `${name}.html`, maxBytes: 100_000 })),
]

function problemsOf({ file, maxBytes }) {
  const source = readFileSync(join(folder, file), 'utf8')
  const bytes = Buffer.byteLength(source)
  console.log(`${file}: ${(bytes / 1000).toFixed(1)} KB`)
  const problems = []
  if (bytes > maxBytes) problems.push(`${bytes} bytes, more than the ${maxBytes} allowed`)
  try {
    parse(source, { ecmaVersion: ECMA_VERSION, sourceType: 'script' })
  } catch (error) {
    problems.push(`is not ES${ECMA_VERSION}: ${error.message}`)
  }
  if (source.includes('<?')) problems.push('holds `<?`, which Apps Script takes for a scriptlet')
  try {
    evaluateBare(source, file)
  } catch (error) {
    problems.push(`does not evaluate with ES built-ins alone: ${error.message}`)
  }
  return problems
}

/** No timers, no console, no Node, no code from strings: the engine of Apps Script without its services. */
function evaluateBare(source, filename) {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  new vm.Script(source, { filename }).runInContext(context, { timeout: 5000 })
}

for (const script of scripts) {
  const problems = existsSync(join(folder, script.file)) ? problemsOf(script) : ['is missing: run npm run build']
  for (const problem of problems) {
    console.error(`${script.file} ${problem}`)
    process.exitCode = 1
  }
}
