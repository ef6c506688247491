// Google's side through clasp: `create` makes a new spreadsheet with a script bound to it, `push` updates the script.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { root } from './freshness.mjs'

const contentDir = 'dist/google'
const projectFile = join(root, '.clasp.json')
const claspEntry = fileURLToPath(import.meta.resolve('@google/clasp'))

const clasp = (args, stdio = 'inherit') =>
  spawnSync(process.execPath, [claspEntry, ...args], { cwd: root, stdio, encoding: 'utf8' })

function stop(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`)
  process.exit(2)
}

function run(...args) {
  if (clasp(args).status === 0) return
  stop(`clasp ${args[0]} 失败，原因见上。`, `clasp ${args[0]} failed, see above.`)
}

function requireLogin() {
  const { stdout } = clasp(['show-authorized-user', '--json'], 'pipe')
  if (/"loggedIn":\s*true/.test(stdout ?? '')) return
  stop(
    '尚未登录 Google：请先运行 npx clasp login，并在 https://script.google.com/home/usersettings 打开 Apps Script API。',
    'Not logged in to Google: run `npx clasp login` first, and switch on the Apps Script API in its user settings.',
  )
}

const scriptId = () => (existsSync(projectFile) ? JSON.parse(readFileSync(projectFile, 'utf8')).scriptId : undefined)

async function create(title = '政府信息公开工作年度报告') {
  if (scriptId())
    stop('.clasp.json 中已有脚本，请用 google:push 更新。', '.clasp.json already names a script: use google:push.')
  requireLogin()
  run('create-script', '--type', 'sheets', '--title', title, '--rootDir', contentDir)
  await push()
}

/** Builds after any pull of clasp's, so that what is pushed is always our bundle and our manifest. */
async function push() {
  if (!scriptId())
    stop('.clasp.json 中没有脚本，请先运行 npm run google:create。', 'No script yet: npm run google:create first.')
  requireLogin()
  await build({ declarations: false })
  run('push', '--force')
}

const [command, ...args] = process.argv.slice(2)
if (command === 'create') await create(...args)
else if (command === 'push') await push()
else stop('用法：node scripts/google.mjs create [标题] | push', 'Usage: node scripts/google.mjs create [title] | push')
