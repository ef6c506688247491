import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'
import { runCommandLine } from '../../../src/desk/cli/run'

/** Put in by jest's configuration, as by the build. */
declare const __NIANBAO_VERSION__: string

export interface Result {
  status: number | null
  out: string
  err: string
}

/** Does the work with some variables of the environment changed. */
async function withEnvironment<T>(changes: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = process.env
  process.env = { ...before, ...changes }
  try {
    return await work()
  } finally {
    process.env = before
  }
}

/**
 * Runs the command line in this process: all of it but the few lines that bind it to one (src/desk/cli/index.ts, which
 * entry.process.test.ts runs). Relative paths are those of the folder that the tests run in.
 */
export async function nianbao(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  const result: Result = { status: null, out: '', err: '' }
  const world = {
    out: (text: string) => void (result.out += `${text}\n`),
    err: (line: string) => void (result.err += `${line}\n`),
    example: (name: string) => resolve('examples', name),
    page: resolve('dist/desk/page'),
    thread: resolve('dist/desk/thread.js'),
    version: __NIANBAO_VERSION__,
  }
  result.status = await withEnvironment(env, () => runCommandLine(world, args))
  return result
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
