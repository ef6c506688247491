import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'

export interface Result {
  status: number | null
  out: string
  err: string
}

/** Runs the command line as a user does, in a process of its own. */
export function nianbao(args: readonly string[], env: Record<string, string> = {}, cwd = process.cwd()): Result {
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, cwd, timeout: 120000 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/nianbao.js'), ...args], options)
  return { status, out: stdout, err: stderr }
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Reports that come with the project: one with a wrong total, and last year's, which is right. */
export const faulty = resolve('examples/report-2024.json')
export const clean = resolve('examples/report-2023.json')
