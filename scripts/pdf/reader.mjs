// What makes and reads PDF, out of the sources: in this process, so that many files share one start.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import { externals } from '../externals.mjs'
import { root } from '../freshness.mjs'

const entry = `
export { documentOf, toDocx, toHtml } from './src/document'
export { readDrawn } from './src/intake'
export { pagesOf } from './src/desk/pdf-pages/pages'
export { openSource } from './src/desk/cli/source'`

/** Bundled into a folder, which is the caller's to delete. */
export async function pdfTools(folder) {
  const outfile = join(folder, 'pdf-tools.mjs')
  const stdin = { contents: entry, resolveDir: root, loader: 'ts' }
  const node = { format: 'esm', platform: 'node', target: 'node20', external: externals }
  await esbuild.build({ ...node, stdin, bundle: true, outfile, logLevel: 'warning' })
  // The library looks for them beside the bundle.
  symlinkSync(join(root, 'node_modules/pdfjs-dist/cmaps'), join(folder, 'cmaps'))
  const tools = await import(pathToFileURL(outfile).href)
  return { ...tools, readPdf: async (bytes) => tools.readDrawn(await tools.pagesOf(new Uint8Array(bytes))) }
}
