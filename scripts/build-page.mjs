// The desk's page: modules in chunks, one style sheet, and everything compressed once, here.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { root } from './freshness.mjs'
import { writeLicences } from './licences.mjs'

const files = ['index.html', 'frame.html', 'icon.svg', 'old-browser.js']
const styles = ['page.css', 'view/grid/grid.css', 'text/text.css']
/** The oldest browser that the page is for: of 360 and of UOS. docs/decisions/0055-grid.md */
const oldest = 'chrome78'

async function bundle(entry, out) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: { page: entry },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: oldest,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    chunkNames: 'part-[hash]',
  })
}

async function writeStyles(folder, out) {
  const text = styles.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const { code } = await esbuild.transform(text, { loader: 'css', minify: true, target: oldest })
  writeFileSync(join(out, 'page.css'), code)
}

const compressible = /\.(?:js|css|html|svg|txt)$/

function compress(out) {
  for (const name of readdirSync(out).filter((one) => compressible.test(one))) {
    const bytes = readFileSync(join(out, name))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, { params }))
    writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

/** Files that opening a workbook loads: all modules but those that only a later click asks for. */
function firstLoad({ outputs }, out) {
  const names = Object.keys(outputs).map((path) => path.split('/').at(-1))
  const sizeOf = (ending) =>
    ['index.html', 'page.css', 'icon.svg', 'old-browser.js', ...names].reduce(
      (sum, name) => sum + sizeOfFile(join(out, name + ending)),
      0,
    )
  return { brotli: sizeOf('.br'), gzip: sizeOf('.gz') }
}

const sizeOfFile = (path) => readFileSync(path).length
const limit = 120e3
const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(1)} KB`

export async function buildPage(entry, staging) {
  const folder = join(root, dirname(entry))
  const out = join(staging, 'desk/page')
  const { metafile } = await bundle(entry, out)
  await writeStyles(folder, out)
  for (const name of files) cpSync(join(folder, name), join(out, name))
  writeLicences(metafile, out)
  compress(out)
  const size = firstLoad(metafile, out)
  process.stderr.write(`page: first load ${kilobytes(size.brotli)} brotli, ${kilobytes(size.gzip)} gzip\n`)
  if (size.gzip > limit) throw new Error(`the page's first load is larger than ${kilobytes(limit)}`)
}
