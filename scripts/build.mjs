import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { buildGoogle } from './build-google.mjs'
import { buildPage } from './build-page.mjs'
import { buildPdf } from './build-pdf.mjs'
import { isStale, root, sourceFingerprint, stampName } from './freshness.mjs'
import { writeLicences } from './licences.mjs'

const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'inline',
  logLevel: 'warning',
  define: { __NIANBAO_VERSION__: JSON.stringify(version) },
}

/** For hosts with ES built-ins only: packages are bundled, and nothing may ask for Node. */
const bare = {
  ...common,
  target: 'es2021',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  banner: { js: `/*! nianbao ${version}, Apache-2.0; includes fflate, MIT, (c) Arjun Barrett */` },
}

/** The process that reads a PDF, and the thread in it that ends it when it takes too much. */
const pdfEntries = ['src/desk/pdf-pages/reader.ts', 'src/desk/pdf-pages/watch.ts']

const targets = [
  { entry: 'src/index.ts', build: buildLibrary },
  { entry: 'src/google/index.ts', build: (entry, out) => buildGoogle(entry, join(out, 'google'), bare) },
  { entry: ['src/desk/cli/index.ts', 'src/desk/cli/thread.ts'], build: buildCommandLine },
  { entry: pdfEntries, build: (entries, out) => buildPdf(entries, join(out, 'desk/pdf'), common) },
  { entry: 'src/desk/page/main.ts', build: buildPage },
]

async function buildLibrary(entry, out) {
  await esbuild.build({ ...bare, entryPoints: [entry], outfile: join(out, 'index.js'), format: 'esm' })
}

/**
 * In chunks, so that a command loads only what it needs: the .xlsx library alone takes longer than all the rest. What is no
 * dependency of the package is bundled.
 */
async function buildCommandLine([cli, thread], out) {
  const node = { format: 'esm', target: 'node20', platform: 'node', external: Object.keys(dependencies) }
  const entryPoints = { cli, thread }
  const outdir = join(out, 'desk')
  const files = { entryPoints, outdir, splitting: true, chunkNames: 'cli-[hash]', metafile: true }
  const define = { ...common.define, __NIANBAO_DESK__: 'import.meta.url' }
  const { metafile } = await esbuild.build({ ...common, ...node, ...files, define })
  writeLicences(metafile, outdir)
}

function buildDeclarations(out) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', 'tsconfig.build.json', '--outDir', out]
  if (spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0) {
    throw new Error('tsc could not write the declarations')
  }
  for (const name of readdirSync(out, { recursive: true })) {
    if (name.endsWith('.d.ts')) nameFilesInFull(join(out, name))
  }
}

/** Our sources import without extensions; a user of the package on `moduleResolution: nodenext` needs them. */
function nameFilesInFull(file) {
  const inFull = (path) => (existsSync(join(dirname(file), `${path}.d.ts`)) ? `${path}.js` : `${path}/index.js`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/((?:from|import\() ?['"])(\.[^'"]*)(?=['"])/g, (_, before, path) => before + inFull(path)),
  )
}

/** Puts the finished folder in place at one stroke: another process never sees half a build. */
function moveIntoPlace(staging) {
  const dist = join(root, 'dist')
  for (let attempt = 1; ; attempt++) {
    const old = `${staging}-old-${attempt}`
    try {
      if (existsSync(dist)) renameSync(dist, old)
      renameSync(staging, dist)
      return
    } catch (error) {
      // Another build may have moved the folder between our two renames.
      if (attempt === 5) throw error
    } finally {
      rmSync(old, { recursive: true, force: true })
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** A killed build leaves its folders behind; those of builds that still run are theirs. */
function clearAbandoned() {
  for (const name of readdirSync(root)) {
    const pid = /^dist-staging-(\d+)(?:-old-\d+)?$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(root, name), { recursive: true, force: true })
  }
}

export async function build({ declarations = true } = {}) {
  clearAbandoned()
  const fingerprint = sourceFingerprint()
  const staging = join(root, `dist-staging-${process.pid}`)
  try {
    mkdirSync(staging, { recursive: true })
    await Promise.all(targets.map((target) => target.build(target.entry, staging)))
    if (declarations && existsSync(join(root, 'src/index.ts'))) buildDeclarations(staging)
    writeFileSync(join(staging, stampName), fingerprint)
    moveIntoPlace(staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** What running and testing need: no declarations, and nothing at all when dist/ is up to date. */
export async function buildIfStale() {
  if (isStale()) await build({ declarations: false })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build()
  console.log(`built dist/ (nianbao ${version})`)
}
