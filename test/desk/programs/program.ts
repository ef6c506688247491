import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Puts a stand-in for a program, a shell script, into a folder of its own name and returns its path. */
export function placeProgram(folder: string, name: string, script: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  const path = join(folder, name, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}
