import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { root } from '../../../scripts/freshness.mjs'

const entry = fileURLToPath(new URL('services/index.ts', import.meta.url))

/** The double as one script for a bare context, in out/. Takes a fraction of a second, so it is made for every run. */
export async function buildDouble() {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'out/test-double/services.js',
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2021',
    logLevel: 'warning',
  })
}
