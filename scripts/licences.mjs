// What is bundled of others is handed on with its licence.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './freshness.mjs'

/** The packages in a bundle, each with the text of its licence. */
function licences({ inputs }) {
  const folders = Object.keys(inputs).flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one))
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`
  })
}

/** Writes `licences.txt` beside a bundle that has packages of others in it. */
export function writeLicences(metafile, out) {
  const others = licences(metafile)
  if (others.length > 0) writeFileSync(join(out, 'licences.txt'), others.join('\n' + '-'.repeat(80) + '\n\n'))
}
