// The process that reads a PDF, with the library for it: files of their own, loaded when a PDF comes.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import * as esbuild from 'esbuild'
import { root } from './freshness.mjs'
import { writeLicences } from './licences.mjs'

/** Bundled, since the package is ten times as large as what is used of it. docs/decisions/0140-pdf.md */
export async function buildPdf([reader, watch], out, common) {
  const { metafile } = await esbuild.build({
    ...common,
    entryPoints: { reader, watch },
    outdir: out,
    splitting: true,
    chunkNames: 'part-[hash]',
    format: 'esm',
    target: 'node20',
    platform: 'node',
    minify: true,
    legalComments: 'none',
    metafile: true,
  })
  // From the codes of fonts to characters; their licence stands among them.
  cpSync(join(root, 'node_modules/pdfjs-dist/cmaps'), join(out, 'cmaps'), { recursive: true })
  writeLicences(metafile, out)
}
