// The desk's page: modules in chunks, one style sheet, and everything compressed once, here.
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { root } from './freshness.mjs'

const files = ['index.html', 'frame.html', 'icon.svg']
const univerStyles = ['design', 'ui', 'docs-ui', 'sheets-ui', 'sheets-formula-ui']

/** Univer brings word division for 70 languages, and loads English at start; Chinese needs none: all become the least. */
const withoutWordDivision = {
  name: 'without-word-division',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/[a-z]{2,3}(?:-[a-z0-9-]+)?-[\w-]{8}\.js$/ }, ({ importer, resolveDir }) => {
      if (!importer.includes('engine-render')) return undefined
      const least = readdirSync(resolveDir).find((name) => name.startsWith('as-'))
      return least ? { path: join(resolveDir, least) } : undefined
    })
  },
}

async function bundle(entry, out) {
  return esbuild.build({
    absWorkingDir: root,
    entryPoints: { page: entry },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    chunkNames: 'part-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutWordDivision],
  })
}

async function writeStyles(folder, out) {
  const univer = univerStyles.map((name) => join(root, 'node_modules/@univerjs', name, 'lib/index.css'))
  const parts = [...univer.filter((file) => existsSync(file)), join(folder, 'page.css')]
  const text = parts.map((file) => readFileSync(file, 'utf8')).join('\n')
  const { code } = await esbuild.transform(text, { loader: 'css', minify: true, target: 'chrome105' })
  writeFileSync(join(out, 'page.css'), code)
}

/** Whose work is in the page, with the text of each licence. */
function licences({ inputs }) {
  const folders = Object.keys(inputs).flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one))
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`
  })
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

/** The cells are by far the largest part: asked for with the page, they are there when the workbook is known. */
function preloadParts({ outputs }, out) {
  const parts = Object.keys(outputs).map((path) => path.split('/').at(-1))
  const links = parts
    .filter((name) => name.startsWith('part-'))
    .map((name) => `<link rel="modulepreload" href="${name}" />`)
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  writeFileSync(join(out, 'index.html'), page.replace('<link rel="stylesheet"', `${links.join('\n    ')}\n    $&`))
}

/** Files that opening a workbook loads: all modules but those that only a later click asks for. */
function firstLoad({ outputs }, out) {
  const names = Object.keys(outputs).map((path) => path.split('/').at(-1))
  const sizeOf = (ending) =>
    ['index.html', 'page.css', 'icon.svg', ...names].reduce(
      (sum, name) => sum + sizeOfFile(join(out, name + ending)),
      0,
    )
  return { brotli: sizeOf('.br'), gzip: sizeOf('.gz') }
}

const sizeOfFile = (path) => readFileSync(path).length
const limit = 2.2e6
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`

export async function buildPage(entry, staging) {
  const folder = join(root, dirname(entry))
  const out = join(staging, 'desk/page')
  const { metafile } = await bundle(entry, out)
  await writeStyles(folder, out)
  for (const name of files) cpSync(join(folder, name), join(out, name))
  preloadParts(metafile, out)
  writeFileSync(join(out, 'licences.txt'), licences(metafile).join('\n' + '-'.repeat(80) + '\n\n'))
  compress(out)
  const size = firstLoad(metafile, out)
  process.stderr.write(`page: first load ${megabytes(size.brotli)} brotli, ${megabytes(size.gzip)} gzip\n`)
  if (size.gzip > limit) throw new Error(`the page's first load is larger than ${megabytes(limit)}`)
}
