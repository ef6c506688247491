// Each project sees only what its host offers: the core neither Node nor Google, the bundle only Google, the page
// only a browser.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { root } from './freshness.mjs'

const projects = [
  'tsconfig.json',
  'tsconfig.core.json',
  'tsconfig.google.json',
  'src/desk/page/tsconfig.json',
  'test/browser/tsconfig.json',
  'test/desk/page/tsconfig.json',
]

/** What was found of each file stays in out/, so that a second check looks only at what has changed. */
const known = (project) => ['--incremental', '--tsBuildInfoFile', `out/types/${project.replaceAll('/', '-')}`]

const check = (project) =>
  new Promise((resolve) => {
    const args = ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project, ...known(project)]
    const tsc = spawn(process.execPath, args, { cwd: root })
    let output = ''
    tsc.stdout.on('data', (data) => (output += data))
    tsc.stderr.on('data', (data) => (output += data))
    tsc.on('close', (status) => resolve({ project, status, output }))
  })

/** As many at a time as there are cores; the largest first. */
async function checkNext(waiting) {
  const project = waiting.shift()
  if (project === undefined) return
  const { status, output } = await check(project)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${project}`)
  if (status !== 0) {
    console.log(output)
    process.exitCode = 1
  }
  await checkNext(waiting)
}

await Promise.all(Array.from({ length: availableParallelism() }, () => checkNext(projects)))
