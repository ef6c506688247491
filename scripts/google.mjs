// Google's side through clasp: `create` makes a new spreadsheet with a script bound to it, `push` updates the script,
// `login` and `logout` are clasp's own: by its bare name npx may fetch another package while none is installed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { isStale, root } from './freshness.mjs'

/** The ids of one's own script; ignored by git. `.clasp.json` is tracked and never gets any. */
const projectFile = '.clasp.local.json'
/** Names the script of a copy while that is pushed to; ignored by git too. */
const copyFile = '.clasp.local.copy.json'
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

const succeeds = (file, ...args) => clasp([...args, '--project', file]).status === 0
const failed = (name) => stop(`clasp ${name} 失败，原因见上。`, `clasp ${name} failed, see above.`)

function requireLogin() {
  const { stdout } = clasp(['show-authorized-user', '--json'], 'pipe')
  if (/"loggedIn":\s*true/.test(stdout ?? '')) return
  stop(
    '尚未登录 Google：请先运行 npm run google:login，并在 https://script.google.com/home/usersettings 打开 Apps Script API。',
    'Not logged in to Google: run `npm run google:login` first, and switch on the Apps Script API in its user settings.',
  )
}

function settingsIn(file) {
  const path = join(root, file)
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return stop(
      `读不懂 ${file}：它应当是 JSON，例如 { "scriptId": "…" }，存为不带 BOM 的 UTF-8（记事本另存为时选“UTF-8”，不选“带有 BOM 的 UTF-8”）。`,
      `${file} is no JSON: save it as UTF-8 without a byte order mark.`,
    )
  }
}

const write = (file, settings) => writeFileSync(join(root, file), `${JSON.stringify(settings, null, 2)}\n`)

/**
 * Only ids are taken from what stands there: without our folder, or with another one, clasp would push every file of the
 * checkout.
 */
const keep = ({ scriptId, parentId, projectId }) =>
  write(projectFile, { scriptId, parentId, projectId, rootDir: pushedDir })

/** Earlier versions wrote the ids into `.clasp.json`: they go on from there. */
function scriptId() {
  const own = settingsIn(projectFile)
  if (own.scriptId) return own.scriptId
  const former = settingsIn('.clasp.json')
  if (former.scriptId) keep(former)
  return former.scriptId
}

/** clasp asks for the file that it will write the ids into; without them it must not stay. */
function createScript(title) {
  keep({})
  mkdirSync(join(root, pushedDir), { recursive: true })
  if (succeeds(projectFile, 'create-script', '--type', 'sheets', '--title', title, '--rootDir', pushedDir)) return
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

/** Names the target before anything is sent: a copy and one's own script look alike in the terminal. */
function pushTo(file, id) {
  process.stdout.write(`推送到 Pushing to https://script.google.com/d/${id}/edit\n`)
  if (!succeeds(file, 'push', '--force')) failed('push')
}

async function pushOwn(options) {
  const id = scriptId()
  if (!id)
    stop(`${projectFile} 中没有脚本，请先运行 npm run google:create。`, 'No script yet: npm run google:create first.')
  requireLogin()
  await layOut(options.readsComments)
  keep(settingsIn(projectFile))
  pushTo(projectFile, id)
}

/** The script of another spreadsheet, as a copy has one: what is noted of one's own stays. */
async function pushToCopy({ script, readsComments }) {
  if (!/^[\w-]+$/.test(script))
    stop(
      `脚本 ID 不对：${script}。请在副本的“项目设置”里复制“脚本 ID”，只有字母、数字、横线和下划线。`,
      `${script} is no script id: letters, digits, hyphens and underscores only.`,
    )
  requireLogin()
  await layOut(readsComments)
  write(copyFile, { scriptId: script, rootDir: pushedDir })
  process.once('exit', () => rmSync(join(root, copyFile), { force: true }))
  pushTo(copyFile, script)
}

const push = (options) => (options.script === undefined ? pushOwn(options) : pushToCopy(options))

function pass(command) {
  if (clasp([command]).status !== 0) failed(command)
}

const usage = () =>
  stop(
    `用法：node scripts/google.mjs login | logout | create [标题] [${withComments}] | push [--script 脚本ID] [${withComments}]`,
    `Usage: node scripts/google.mjs login | logout | create [title] [${withComments}] | push [--script ID] [${withComments}]`,
  )

function parsed(args) {
  try {
    return parseArgs({
      args,
      options: { 'with-comments': { type: 'boolean', default: false }, script: { type: 'string' } },
      allowPositionals: true,
    })
  } catch {
    return usage()
  }
}

const { values, positionals } = parsed(process.argv.slice(2))
const [command, title, ...rest] = positionals
const options = { readsComments: values['with-comments'], script: values.script }
const isPlain = !options.readsComments && options.script === undefined
if (rest.length > 0 || (title !== undefined && command !== 'create')) usage()
else if (command === 'create' && options.script === undefined)
  await create(title ?? '政府信息公开工作年度报告', options)
else if (command === 'push') await push(options)
else if ((command === 'login' || command === 'logout') && isPlain) pass(command)
else usage()
