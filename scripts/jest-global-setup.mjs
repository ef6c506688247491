import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildDouble } from '../test/google/double/build.mjs'
import { buildIfStale } from './build.mjs'
import { isStale, root } from './freshness.mjs'

/** Tests of the bundles and of the command line run what a user runs, so it is built once before any of them. */
export default async function globalSetup() {
  // What test/support/kept.ts keeps was made by the old build.
  if (isStale()) rmSync(join(root, 'out/test-kept'), { recursive: true, force: true })
  try {
    await buildIfStale()
    await buildDouble()
  } catch (error) {
    // Without dist/ the tests of the bundles fail and the others still run; with an old one they would pass wrongly.
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    process.stderr.write(`The build failed; tests of the bundles will fail.\n${error.message}\n`)
  }
}
