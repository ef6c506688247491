// Google's side through clasp: `create` makes a new spreadsheet with a script bound to it, `push` updates the script.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { isStale, root } from './freshness.mjs'

/** The ids of one's own script; ignored by git. `.clasp.json` is tracked and never gets any. */
const projectFile = '.clasp.local.json'
/** What is pushed: a copy of the build, so that neither clasp's pull nor another manifest changes the build itself. */
const pushedDir = 'out/google'
const withComments = '--with-comments'
/** Lets the script read comments on files that it has not made. Google counts it among the restricted scopes. */
const commentsScope = 'https://www.googleapis.com/auth/drive.readonly'
const claspEntry = fileURLToPath(import.meta.resolve('@google/clasp'))

const clasp = (args, stdio = 'inherit') =>
  spawnSync(process.execPath, [claspEntry, ...args], { cwd: root, stdio, encoding: 'utf8' })

function stop(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`)
  process.exit(2)
}

const succeeds = (...args) => clasp([...args, '--project', projectFile]).status === 0
const failed = (name) => stop(`clasp ${name} 失败，原因见上。`, `clasp ${name} failed, see above.`)

function requireLogin() {
  const { stdout } = clasp(['show-authorized-user', '--json'], 'pipe')
  if (/"loggedIn":\s*true/.test(stdout ?? '')) return
  stop(
    '尚未登录 Google：请先运行 npx clasp login，并在 https://script.google.com/home/usersettings 打开 Apps Script API。',
    'Not logged in to Google: run `npx clasp login` first, and switch on the Apps Script API in its user settings.',
  )
}

function settingsIn(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

const keep = (settings) =>
  writeFileSync(join(root, projectFile), `${JSON.stringify({ ...settings, rootDir: pushedDir }, null, 2)}\n`)

/** Earlier versions wrote the ids into `.clasp.json`: they go on from there. */
function scriptId() {
  const former = settingsIn('.clasp.json')
  if (former.scriptId && !existsSync(join(root, projectFile))) keep(former)
  return settingsIn(projectFile).scriptId
}

/** clasp asks for the file that it will write the ids into; without them it must not stay. */
function createScript(title) {
  keep({})
  mkdirSync(join(root, pushedDir), { recursive: true })
  if (succeeds('create-script', '--type', 'sheets', '--title', title, '--rootDir', pushedDir)) return
  rmSync(join(root, projectFile))
  failed('create-script')
}

async function create(title, options) {
  if (scriptId())
    stop(
      `${projectFile} 中已有脚本，请用 google:push 更新。`,
      `${projectFile} already names a script: use google:push.`,
    )
  requireLogin()
  createScript(title)
  await push(options)
}

function addScope(file, scope) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.oauthScopes.push(scope)
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Puts there what is pushed, in place of what clasp has pulled: always our bundle and our manifest. */
async function layOut(readsComments) {
  if (isStale()) await build({ declarations: false })
  const folder = join(root, pushedDir)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, 'dist/google'), folder, { recursive: true })
  if (readsComments) addScope(join(folder, 'appsscript.json'), commentsScope)
}

async function push({ readsComments }) {
  if (!scriptId())
    stop(`${projectFile} 中没有脚本，请先运行 npm run google:create。`, 'No script yet: npm run google:create first.')
  requireLogin()
  await layOut(readsComments)
  if (!succeeds('push', '--force')) failed('push')
}

const [command, ...args] = process.argv.slice(2)
const options = { readsComments: args.includes(withComments) }
const rest = args.filter((arg) => arg !== withComments)
const isUnknown = rest.some((arg) => arg.startsWith('-')) || rest.length > (command === 'create' ? 1 : 0)
if (command === 'create' && !isUnknown) await create(rest[0] ?? '政府信息公开工作年度报告', options)
else if (command === 'push' && !isUnknown) await push(options)
else
  stop(
    `用法：node scripts/google.mjs create [标题] [${withComments}] | push [${withComments}]`,
    `Usage: node scripts/google.mjs create [title] [${withComments}] | push [${withComments}]`,
  )
