import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** Why a program did not do its work. */
export type ProgramProblem = { seconds: number } | { detail: string }

const hasGroups = process.platform !== 'win32'

/** These programs are started by a script or start helpers: all of them end, where the system knows groups. */
function end(child: ChildProcess): void {
  if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  else child.kill('SIGKILL')
}

/** Null when the program ended well within so many milliseconds, else what went wrong. */
export function runProgram(path: string, options: readonly string[], limit: number): Promise<ProgramProblem | null> {
  return new Promise((resolve) => {
    const child = spawn(path, options, { stdio: 'ignore', detached: hasGroups })
    const timer = setTimeout(() => {
      end(child)
      resolve({ seconds: limit / 1000 })
    }, limit)
    child.once('error', (error) => {
      clearTimeout(timer)
      resolve({ detail: error.message })
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve(code === 0 ? null : { detail: String(code ?? signal) })
    })
  })
}
