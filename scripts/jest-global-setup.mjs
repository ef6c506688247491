import { build } from './build.mjs'

/** Tests of the built bundle and of the command line run what a user runs, so it is built once before any of them. */
export default async function globalSetup() {
  await build({ quiet: true })
}
