/**
 * A thread beside the reading of a PDF: ends the process at once when it has taken too much, also one that is in a loop
 * of the engine, where nothing else would come to its turn. Built to dist/desk/pdf/watch.js.
 */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { STOPPED, type PdfLimits } from './limits'

const { seconds, megabytes } = workerData as PdfLimits
const LOOK_EVERY_MS = 20
const MILLION = 1_000_000

function isTooMuch(): boolean {
  const { user, system } = process.cpuUsage()
  return (user + system) / MILLION > seconds || process.memoryUsage.rss() > megabytes * MILLION
}

setInterval(() => {
  if (!isTooMuch()) return
  const errors = 2
  writeSync(errors, STOPPED)
  process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)
