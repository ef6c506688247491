import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EmptySourceError, UnreadableSourceError } from '../../intake'
import type { Reading } from '../../intake'
import { LIMITS, STOPPED } from './limits'
import type { PdfLimits } from './limits'
import type { PdfDelivery } from './reader'

/** Address of dist/desk/cli.js, or of a chunk beside it. Put in by the build and by jest's configuration. */
declare const __NIANBAO_DESK__: string

/** By the clock: for a process that takes no time of the processor and does not end. */
const LONGEST_WAIT_MS = 40_000
const HEAP_MEGABYTES = 256
/** Of what the reading process says about itself, so much is kept. */
const MOST_SAID = 4000

/** What an engine says last of a heap that is full. */
const HEAP_IS_FULL = /heap out of memory/

/** Node itself, so that no file of the system is needed, and no shell. */
function started(limits: PdfLimits): ChildProcess {
  const reader = fileURLToPath(new URL('./pdf/reader.js', __NIANBAO_DESK__))
  return spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, reader, JSON.stringify(limits)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  })
}

function received(delivery: PdfDelivery): Reading {
  if ('problem' in delivery) throw new UnreadableSourceError(delivery.problem)
  if ('empty' in delivery) throw new EmptySourceError(delivery.empty)
  if ('fault' in delivery) throw new Error(delivery.fault)
  return delivery.reading
}

/** Why the process ended without an answer: it was stopped, or it failed by a fault of ours. */
export function whyEnded(said: string, how: string): Error {
  const isStopped = said.includes(STOPPED) || HEAP_IS_FULL.test(said) || how === 'SIGKILL'
  return isStopped ? new UnreadableSourceError('tooLong') : new Error(`reading a PDF ended with ${how}: ${said}`)
}

/** What the process answers. */
function answerOf(child: ChildProcess): Promise<PdfDelivery> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-MOST_SAID)))
    child.once('message', (delivery) => resolve(delivery as PdfDelivery))
    child.once('error', reject)
    child.once('close', (code, signal) => reject(whyEnded(said, signal ?? String(code))))
  })
}

/**
 * Reads a report from a PDF, in a process of its own that ends when it takes too much: what this process does meanwhile
 * does not count. Throws an UnreadableSourceError or an EmptySourceError.
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = LIMITS): Promise<Reading> {
  const child = started(limits)
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_WAIT_MS)
  try {
    const answer = answerOf(child)
    // Where the process is gone already, its end says why.
    child.send(bytes, () => undefined)
    return received(await answer)
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
