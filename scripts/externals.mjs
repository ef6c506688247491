// Packages that bundles for scripts leave outside. Those in which Node sees no names are bundled.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './freshness.mjs'

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

export const externals = [...Object.keys(dependencies), 'pdfjs-dist']
