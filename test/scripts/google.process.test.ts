/** google:create and google:push in a checkout of their own, clasp's network led to a server of this test. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { GoogleServer } from './support/google-server.process'

const checkout = mkdtempSync(join(tmpdir(), 'nianbao-google-'))
const home = join(checkout, 'home')
const local = join(checkout, '.clasp.local.json')
const tracked = readFileSync('.clasp.json', 'utf8')

beforeAll(() => {
  for (const path of ['src', 'scripts', 'dist', 'package.json', 'appsscript.json', 'tsconfig.base.json'])
    cpSync(path, join(checkout, path), { recursive: true, preserveTimestamps: true })
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'), 'dir')
  mkdirSync(home)
})

afterAll(() => rmSync(checkout, { recursive: true, force: true }))

let google: GoogleServer
let port = 0

beforeEach(async () => {
  google = new GoogleServer()
  port = await google.listen()
  writeFileSync(join(checkout, '.clasp.json'), tracked)
  rmSync(local, { force: true })
  logIn()
})

afterEach(() => google.close())

/** Made up, like all that clasp is told here. */
function logIn(): void {
  const token = { type: 'authorized_user', client_id: 'id', client_secret: 'none', refresh_token: 'none' }
  const tokens = { default: { ...token, access_token: 'none', expiry_date: 4e12 } }
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens }))
}

interface Ran {
  status: number | null
  err: string
  out: string
}

function run(...args: string[]): Promise<Ran> {
  const preload = pathToFileURL(resolve('test/scripts/support/google-network.mjs')).href
  const env = {
    ...process.env,
    ...{ HOME: home, USERPROFILE: home, NODE_OPTIONS: `--import ${preload}`, GOOGLE_NETWORK_PORT: String(port) },
  }
  const child = spawn(process.execPath, ['scripts/google.mjs', ...args], { cwd: checkout, env })
  let err = ''
  let out = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  return new Promise((done) => child.on('close', (status) => done({ status, err, out })))
}

const settings = () => JSON.parse(readFileSync(local, 'utf8')) as Record<string, unknown>

/** As the checkout has built it. */
const built = (name: string): string => readFileSync(join(checkout, 'dist/google', name), 'utf8')

const nameIn = (file: string): string => basename(file).replace(/\.[^.]*$/, '')

const kindOf = (file: string): string =>
  file.endsWith('.json') ? 'JSON' : file.endsWith('.html') ? 'HTML' : 'SERVER_JS'

const manifest = readFileSync('appsscript.json', 'utf8')

const scopes = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/drive.file',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/userinfo.email',
]

const scopesPushed = (): unknown =>
  (JSON.parse(google.pushed['appsscript']?.source ?? '{}') as Record<string, unknown>)['oauthScopes']

/** Each file that was pushed, and whether it is the one that was built. */
function pushedAsBuilt(): string[] {
  const files = readdirSync(join(checkout, 'dist/google'))
  return Object.values(google.pushed)
    .map(({ name, type, source }) => {
      const file = files.find((one) => nameIn(one) === name && kindOf(one) === type)
      return `${file ?? name}: ${file !== undefined && built(file) === source ? 'as built' : 'another text'}`
    })
    .sort()
}

describe('google:create', () => {
  it('makes a spreadsheet and a script bound to it, and pushes every file as it was built', async () => {
    expect((await run('create', '某局年报')).status).toBe(0)
    expect(google.requests.filter(({ to }) => to.startsWith('POST '))).toEqual([
      {
        to: 'POST www.googleapis.com/drive/v3/files',
        body: { mimeType: 'application/vnd.google-apps.spreadsheet', name: '某局年报' },
      },
      { to: 'POST script.googleapis.com/v1/projects', body: { parentId: 'sheet-1', title: '某局年报' } },
    ])
    const files = readdirSync('dist/google').sort()
    expect(files).toEqual(expect.arrayContaining(['Code.js', 'appsscript.json', 'drive.html', 'report.html']))
    expect(pushedAsBuilt()).toEqual(files.map((file) => `${file}: as built`))
    expect(google.pushed['appsscript']?.source).toBe(manifest)
    // The ids stand beside the tracked file, and clasp's pull has not touched the build.
    expect(settings()).toMatchObject({ scriptId: 'script-1', parentId: 'sheet-1', rootDir: 'out/google' })
    expect(readFileSync(join(checkout, '.clasp.json'), 'utf8')).toBe(tracked)
    expect(tracked).not.toMatch(/Id/)
    expect(built('appsscript.json')).toBe(manifest)
  })

  it('makes no second spreadsheet, and none where nobody is logged in', async () => {
    writeFileSync(local, JSON.stringify({ scriptId: 'script-1' }))
    const second = await run('create')
    expect([second.status, second.err]).toEqual([
      2,
      '.clasp.local.json 中已有脚本，请用 google:push 更新。\n.clasp.local.json already names a script: use google:push.\n',
    ])
    rmSync(local)
    writeFileSync(join(home, '.clasprc.json'), '{}')
    const stranger = await run('create')
    expect(stranger.status).toBe(2)
    expect(stranger.err).toMatch(/^尚未登录 Google：/)
    expect([existsSync(local), google.requests]).toEqual([false, []])
  })

  it('that Google refuses leaves no settings behind', async () => {
    google.refused.add('POST script.googleapis.com/v1/projects')
    const { status, err } = await run('create')
    expect(status).toBe(2)
    expect(err).toContain('clasp create-script 失败，原因见上。')
    expect(existsSync(local)).toBe(false)
  })
})

describe('google:push', () => {
  const ours = () => writeFileSync(local, JSON.stringify({ scriptId: 'script-1', rootDir: 'out/google' }))

  it('sends the build alone, whatever folder the settings name; the scope for comments where it is asked for', async () => {
    const asBuilt = readdirSync('dist/google')
      .sort()
      .map((file) => `${file}: as built`)
    writeFileSync(local, '{ "scriptId": "script-1", "srcDir": "src", "rootDir": "out/google" }')
    const { status, out } = await run('push', '--with-comments')
    expect(status).toBe(0)
    expect(out).toContain('推送到 Pushing to https://script.google.com/d/script-1/edit\n')
    expect(scopesPushed()).toEqual([...scopes, 'https://www.googleapis.com/auth/drive.readonly'])
    expect(pushedAsBuilt().filter((file) => !asBuilt.includes(file))).toEqual(['appsscript.json: another text'])
    expect(settings()).toEqual({ scriptId: 'script-1', rootDir: 'out/google' })
    expect(built('appsscript.json')).toBe(manifest)
    writeFileSync(local, '{ "scriptId": "script-1", "rootDir": "." }')
    expect((await run('push')).status).toBe(0)
    expect(scopesPushed()).toEqual(scopes)
    expect(pushedAsBuilt()).toEqual(asBuilt)
    expect(settings()).toEqual({ scriptId: 'script-1', rootDir: 'out/google' })
  })

  it('goes on with the ids that an earlier version wrote into .clasp.json', async () => {
    writeFileSync(join(checkout, '.clasp.json'), JSON.stringify({ scriptId: 'script-1', rootDir: 'dist/google' }))
    expect((await run('push')).status).toBe(0)
    expect(settings()).toMatchObject({ scriptId: 'script-1', rootDir: 'out/google' })
    expect(google.pushed['appsscript']?.source).toBe(manifest)
  })

  it('to the script of a copy names it, sends the build and leaves one’s own settings alone', async () => {
    ours()
    const { status, out } = await run('push', '--script', 'script-of-copy', '--with-comments')
    expect(status).toBe(0)
    expect(out).toContain('推送到 Pushing to https://script.google.com/d/script-of-copy/edit\n')
    const sent = google.requests.filter(({ to }) => to.startsWith('PUT ')).map(({ to }) => to)
    expect(sent).toEqual(['PUT script.googleapis.com/v1/projects/script-of-copy/content'])
    expect(pushedAsBuilt().filter((file) => !file.endsWith(': as built'))).toEqual(['appsscript.json: another text'])
    expect(scopesPushed()).toEqual([...scopes, 'https://www.googleapis.com/auth/drive.readonly'])
    expect(settings()).toEqual({ scriptId: 'script-1', rootDir: 'out/google' })
    expect(readdirSync(checkout).filter((name) => name.startsWith('.clasp.local'))).toEqual(['.clasp.local.json'])
  })

  it('says in words that the settings begin with a byte order mark', async () => {
    writeFileSync(local, '\uFEFF{ "scriptId": "script-1" }')
    const { status, err } = await run('push')
    expect([status, google.requests]).toEqual([2, []])
    expect(err).toMatch(/^读不懂 \.clasp\.local\.json：.*不带 BOM 的 UTF-8/)
  })

  it('says so where Google refuses it', async () => {
    // A bare id: without our folder clasp would send the whole checkout.
    writeFileSync(local, '{ "scriptId": "script-1" }')
    google.refused.add('PUT script.googleapis.com/v1/projects/script-1/content')
    const { status, err } = await run('push')
    expect(status).toBe(2)
    expect(err).toContain('clasp push 失败，原因见上。')
    expect(settings()).toEqual({ scriptId: 'script-1', rootDir: 'out/google' })
  })

  it.each([
    [['push'], '请先运行 npm run google:create'],
    [['push', '--all'], '用法：'],
    [['push', '某局年报'], '用法：'],
    [['push', '--script'], '用法：'],
    [['push', '--script', 'https://script.google.com/d/1/edit'], '脚本 ID 不对：https://script.google.com/d/1/edit。'],
    [['create', '--script', 'script-of-copy'], '用法：'],
    [['login', '某局年报'], '用法：'],
    [['create', '--all'], '用法：'],
    [[], '用法：'],
  ])('%j without a script, or with something unknown, says what to do and calls nobody', async (args, told) => {
    const { status, err } = await run(...args)
    expect([status, google.requests]).toEqual([2, []])
    expect(err).toContain(told)
  })
})
