/**
 * What the product makes slowly and always the same, such as the workbook of 初始化模板, kept in out/ for the other test
 * files: each has modules of its own, so a variable does not last from one file to the next.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Jest's global setup empties it when it builds dist/ anew. */
const folder = resolve('out/test-kept')

/** Names the sources of dist/. Without it nothing tells whether a kept file is fresh, so none is used. */
const stampFile = resolve('dist/.built-from')

/** What makes the kept things besides the build: the tests' own helpers, and the packages. */
const makers = [
  'package-lock.json',
  ...['google/office', 'desk/server/desk', 'browser/support/desk', 'browser/support/workbook'].map(
    (name) => `test/${name}.ts`,
  ),
]

/** Of what makes the kept things, which is the same throughout a run. */
let ofMakers: string | undefined

function madeBy(): string {
  const hash = createHash('sha256')
  for (const maker of [stampFile, ...makers]) hash.update(readFileSync(resolve(maker)))
  return hash.digest('hex')
}

function pathOf(name: string, inputs: unknown): string {
  ofMakers ??= madeBy()
  const hash = createHash('sha256').update(ofMakers).update(JSON.stringify(inputs))
  return join(folder, `${name}-${hash.digest('hex').slice(0, 16)}.json`)
}

/** Another worker may write the same file: it appears whole or not at all. */
function write(path: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  const part = `${path}.${process.pid}`
  writeFileSync(part, text)
  renameSync(part, path)
}

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)

/**
 * The text that `make` gives.
 *
 * @param inputs all that it depends on besides the sources of dist/, as JSON
 */
export function kept(name: string, inputs: unknown, make: () => string): string {
  if (!existsSync(stampFile)) return make()
  const path = pathOf(name, inputs)
  const known = read(path)
  if (known !== null) return known
  const made = make()
  write(path, made)
  return made
}

/** The same for what takes a promise to make. */
export async function keptOf(name: string, inputs: unknown, make: () => Promise<string>): Promise<string> {
  const known = existsSync(stampFile) ? read(pathOf(name, inputs)) : null
  if (known !== null) return known
  const made = await make()
  return kept(name, inputs, () => made)
}

/** The same for bytes. */
export async function keptBytes(
  name: string,
  inputs: unknown,
  make: () => Promise<Uint8Array> | Uint8Array,
): Promise<Uint8Array> {
  const text = await keptOf(name, inputs, async () => Buffer.from(await make()).toString('base64'))
  return new Uint8Array(Buffer.from(text, 'base64'))
}
