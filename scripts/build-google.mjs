// The Apps Script bundle: Code.js, which Google loads anew for every call, and parts of it that only some calls need.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import * as esbuild from 'esbuild'
import { root } from './freshness.mjs'
import { ECMA_VERSION, shrinkPart, shrinkScript } from './shrink.mjs'

const loader = 'src/google/parts.ts'

/** Each is a module that gives functions only, and goes into an HTML file with all that nothing else needs. */
export const parts = {
  drive: 'src/google/drive.ts',
  fields: 'src/actions/commands/narrative.ts',
  html: 'src/intake/html/read-page.ts',
  import: 'src/actions/commands/import.ts',
  narrative: 'src/narrative/index.ts',
  read: 'src/intake/read.ts',
  refusals: 'src/google/refusals.ts',
  repairs: 'src/checks/repairs/index.ts',
  report: 'src/actions/commands/report.ts',
  'self-test': 'src/google/self-test/index.ts',
  sidebar: 'src/actions/commands/sidebar.ts',
  template: 'src/actions/commands/template.ts',
  zeros: 'src/actions/commands/zeros.ts',
}

const decoderTest = /try \{\s*td\.decode\(et, \{ stream: true \}\);\s*tds = 1;\s*\}\s*catch \(e\) \{ \}/

/**
 * fflate tries whether there is a TextDecoder by calling it. Where there is none, as in Apps Script, the engine reads
 * the whole bundle again to word an error that nobody sees: 10 to 40 ms of every call.
 */
const withoutDecoderTest = {
  name: 'without-decoder-test',
  setup({ onLoad }) {
    onLoad({ filter: /fflate[/\\]esm[/\\]browser\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      if (!decoderTest.test(source)) throw new Error('fflate no longer tests its TextDecoder as it did')
      return { contents: source.replace(decoderTest, '') }
    })
  },
}

const isFromOutside = (importer, file) =>
  importer !== '' && (basename(file) !== 'index.ts' || dirname(importer) !== dirname(file))

/** Whoever imports a part from outside gets functions of the same names that load it. */
function behindFacades(names) {
  const named = new Map(Object.entries(parts).map(([name, path]) => [join(root, path), name]))
  const fileOf = (folder, path) => {
    const file = resolve(folder, path)
    return [`${file}.ts`, join(file, 'index.ts')].find((one) => named.has(one))
  }
  return {
    name: 'behind-facades',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
        const file = fileOf(resolveDir, path)
        if (!file || !isFromOutside(importer, file)) return undefined
        return { path: file, namespace: 'facade', sideEffects: false }
      })
      onLoad({ filter: /.*/, namespace: 'facade' }, ({ path: file }) => {
        const name = named.get(file)
        const faces = names[name].map((one) => `export const ${one} = (...a) => part('${name}').${one}(...a)`)
        const contents = [`import { part } from '${join(root, loader)}'`, ...faces].join('\n')
        return { contents, resolveDir: root, loader: 'js' }
      })
    },
  }
}

/** The names that each part exports, types left out. */
async function exportedNames(options) {
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: parts,
    outdir: 'names',
    format: 'esm',
    metafile: true,
    write: false,
  })
  const outputs = Object.entries(metafile.outputs).map(([path, { exports }]) => [basename(path, '.js'), exports])
  return Object.fromEntries(outputs)
}

const inputsOf = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0))

/** The files that Code.js holds: those it needs itself, and those that more than one part needs. */
async function heldFiles(entry, options) {
  const filesOf = async (path) => {
    const outfile = 'files.js'
    const { metafile } = await esbuild.build({ ...options, entryPoints: [path], outfile, metafile: true, write: false })
    return inputsOf(metafile)
  }
  const own = await filesOf(entry)
  const ofParts = await Promise.all(Object.values(parts).map(filesOf))
  const uses = ofParts.flat()
  return new Set([...own, ...uses.filter((path, index) => uses.indexOf(path) !== index)])
}

/** Leaves imports of files that Code.js holds as imports, by the file's path. */
function borrowing(held) {
  return {
    name: 'borrowing',
    setup({ onResolve, resolve: resolved }) {
      onResolve({ filter: /./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === borrowing || kind === 'entry-point') return undefined
        const found = await resolved(path, { importer, resolveDir, kind, pluginData: borrowing })
        const file = relative(root, found.path)
        const isHeld = found.namespace === 'file' && held.has(file)
        return isHeld ? { path: file, external: true, sideEffects: false } : found
      })
    },
  }
}

async function bundled(input, options) {
  const { outputFiles } = await esbuild.build({
    ...options,
    ...input,
    minifySyntax: true,
    outfile: 'out.js',
    write: false,
  })
  return outputFiles[0].text
}

/** What parts use of Code.js, as a list: each use has a place in it. */
class Lent {
  places = new Map()

  /** Of what a file gives. */
  placeOf(file, name) {
    const key = `${file} ${name}`
    if (!this.places.has(key)) this.places.set(key, this.places.size)
    return this.places.get(key)
  }

  /** A module that lends the whole list. */
  contents() {
    const uses = [...this.places].map(([key, place]) => [...key.split(' '), place])
    return [
      ...uses.map(([file, name, place]) => `import { ${name} as lent${place} } from './${file}'`),
      `import { lend } from './${loader}'`,
      `lend(() => [${uses.map(([, , place]) => `lent${place}`).join(', ')}])`,
    ].join('\n')
  }
}

/** The core's own: the script compares with it. */
async function ourFingerprint(options) {
  const text = await bundled({ entryPoints: ['src/checks/fingerprint.ts'] }, options)
  const { fingerprintOf } = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  return fingerprintOf
}

/** Writes the files to be pushed into `out`; `bare` says how to build for hosts with built-ins only. */
export async function buildGoogle(entry, out, bare) {
  const plain = { ...bare, target: `es${ECMA_VERSION}`, banner: {}, format: 'esm', plugins: [withoutDecoderTest] }
  const names = await exportedNames(plain)
  const options = { ...plain, plugins: [behindFacades(names), withoutDecoderTest] }
  const held = await heldFiles(entry, options)
  const lent = new Lent()
  mkdirSync(out, { recursive: true })
  const fingerprintOf = await ourFingerprint(plain)
  const prints = {}
  for (const [name, path] of Object.entries(parts)) {
    const plugins = [borrowing(held), ...options.plugins]
    const module = await bundled({ entryPoints: [path] }, { ...options, plugins })
    const text = await shrinkPart(module, (file, one) => lent.placeOf(file, one))
    prints[name] = [text.length, fingerprintOf([text])]
    writeFileSync(join(out, `${name}.html`), text)
  }
  const described = `import { describe } from './${loader}'\ndescribe(() => (${JSON.stringify(prints)}))`
  const contents = `${lent.contents()}\n${described}\nexport * from './${entry}'`
  const code = await bundled({ stdin: { contents, resolveDir: root } }, options)
  writeFileSync(join(out, 'Code.js'), await shrinkScript(code, bare.banner.js))
  cpSync(join(root, 'appsscript.json'), join(out, 'appsscript.json'))
}
