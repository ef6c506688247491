// Each project sees only what its host offers: the core neither Node nor Google, the bundle only Google, the page
// only a browser.
import { spawn } from 'node:child_process'
import { root } from './freshness.mjs'

const projects = [
  'tsconfig.core.json',
  'tsconfig.google.json',
  'tsconfig.json',
  'src/desk/page/tsconfig.json',
  'test/browser/tsconfig.json',
  'test/desk/page/tsconfig.json',
]

const check = (project) =>
  new Promise((resolve) => {
    const args = ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project]
    const tsc = spawn(process.execPath, args, { cwd: root })
    let output = ''
    tsc.stdout.on('data', (data) => (output += data))
    tsc.stderr.on('data', (data) => (output += data))
    tsc.on('close', (status) => resolve({ project, status, output }))
  })

for (const { project, status, output } of await Promise.all(projects.map(check))) {
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${project}`)
  if (status !== 0) {
    console.log(output)
    process.exitCode = 1
  }
}
