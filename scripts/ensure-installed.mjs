// Plain Node, no dependencies: this file runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lockFile = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.nianbao-lock-hash')

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')
const isInstalled = (hash) => existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash

function fail(detail) {
  process.stderr.write(
    `依赖安装失败（${detail}）：请检查网络或 npm 镜像设置（npm config get registry），然后重试。\n` +
      `Installing dependencies failed (${detail}): check the network or the npm registry setting, then try again.\n`,
  )
  process.exit(2)
}

/** Runs `npm ci` only when node_modules is missing or was made from another package-lock.json. */
export function ensureInstalled() {
  // An installed package has no lock file: npm has already put its dependencies in place.
  if (!existsSync(lockFile)) return
  const hash = lockHash()
  if (isInstalled(hash)) return
  process.stderr.write('正在安装依赖（npm ci），只需一次… Installing dependencies, once.\n')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Standard output stays free for the command that called us.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
  })
  if (result.error) fail(result.error.message)
  if (result.status !== 0) fail(`npm ci: ${result.status ?? result.signal}`)
  writeFileSync(stampFile, `${hash}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstalled()
