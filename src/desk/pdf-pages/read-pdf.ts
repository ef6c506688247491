import { Worker } from 'node:worker_threads'
import { EmptySourceError, UnreadableSourceError } from '../../intake'
import type { Reading } from '../../intake'
import type { PdfDelivery } from './thread'

/** Address of dist/desk/cli.js, or of a chunk beside it. Put in by the build and by jest's configuration. */
declare const __NIANBAO_DESK__: string

/** What a PDF may take. A report takes half a second and 150 MB. */
export interface PdfLimits {
  /** Of the processor, so that a busy machine refuses nothing. */
  seconds: number
  megabytes: number
}

const LIMITS: PdfLimits = { seconds: 3, megabytes: 400 }
/** However busy the machine is. */
const LONGEST_WAIT = 20
const HEAP_MEGABYTES = 256
const LOOK_EVERY_MS = 50
const MEGABYTE = 1_000_000

/** Calls back once when this process has taken more than the limits since now. */
function watch({ seconds, megabytes }: PdfLimits, stop: () => void): () => void {
  const start = Date.now()
  const cpu = process.cpuUsage()
  const memory = process.memoryUsage.rss()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(cpu)
    const isLong = (user + system) / MEGABYTE > seconds || Date.now() - start > LONGEST_WAIT * 1000
    if (isLong || process.memoryUsage.rss() - memory > megabytes * MEGABYTE) stop()
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

function received(delivery: PdfDelivery): Reading {
  if ('problem' in delivery) throw new UnreadableSourceError(delivery.problem)
  if ('empty' in delivery) throw new EmptySourceError(delivery.empty)
  return delivery.reading
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function started(bytes: Uint8Array): Worker {
  return new Worker(new URL('./pdf/thread.js', __NIANBAO_DESK__), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    // The library writes what it does not understand of a file to the console.
    stdout: true,
    stderr: true,
  })
}

/**
 * Reads a report from a PDF, in a thread that is stopped when it takes too much. Throws an UnreadableSourceError or an
 * EmptySourceError.
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits = LIMITS): Promise<Reading> {
  const thread = started(bytes)
  let endWatch: (() => void) | undefined
  try {
    return await new Promise<Reading>((resolve, reject) => {
      const refuse = () => reject(new UnreadableSourceError('tooLong'))
      endWatch = watch(limits, refuse)
      thread.once('message', (delivery: PdfDelivery) => {
        try {
          resolve(received(delivery))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
      thread.once('error', (error) => (isOutOfMemory(error) ? refuse() : reject(error)))
      thread.once('exit', () => refuse())
    })
  } finally {
    endWatch?.()
    await thread.terminate()
  }
}
