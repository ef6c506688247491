// Plain Node, no dependencies: the command line asks this before every run.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const stampName = '.built-from'
const inputs = [
  'src',
  'scripts/build.mjs',
  'scripts/build-google.mjs',
  'scripts/build-page.mjs',
  'scripts/build-pdf.mjs',
  'scripts/licences.mjs',
  'scripts/shrink.mjs',
  'package.json',
  'appsscript.json',
  'tsconfig.base.json',
]

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** Names, times and sizes of everything the build reads: a deleted file changes it as well as an edited one. */
export function sourceFingerprint() {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

/** Whether dist/ was made from the sources as they are now. An installed package has no sources and is never stale. */
export function isStale() {
  if (!existsSync(join(root, 'src'))) return false
  const stamp = join(root, 'dist', stampName)
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceFingerprint()
}
