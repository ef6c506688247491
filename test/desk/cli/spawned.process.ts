import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Result } from './command'

/** Runs the command line as a user does, in a process of its own. */
export function spawned(args: readonly string[], env: Record<string, string> = {}, cwd = process.cwd()): Result {
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, cwd, timeout: 120_000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/nianbao.js'), ...args], options)
  return { status, out: stdout, err: stderr }
}
