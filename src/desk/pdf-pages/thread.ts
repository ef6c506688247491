/** The thread that reads one PDF; `readPdf` starts it. Built to dist/desk/pdf/thread.js. */
import { parentPort, workerData } from 'node:worker_threads'
import { EmptySourceError, readDrawn, UnreadableSourceError } from '../../intake'
import type { Reading, SourceProblem } from '../../intake'
import { pagesOf } from './pages'

/** What was read, or why nothing was: classes of errors do not outlive the way out of a thread. */
export type PdfDelivery = { reading: Reading } | { problem: SourceProblem } | { empty: string }

async function delivered(bytes: Uint8Array): Promise<PdfDelivery> {
  try {
    return { reading: readDrawn(await pagesOf(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableSourceError) return { problem: error.problem }
    if (error instanceof EmptySourceError) return { empty: error.message }
    throw error
  }
}

// The library rejects promises that nobody waits for; what it needs of them it tells where it is asked.
process.on('unhandledRejection', () => undefined)

parentPort?.postMessage(await delivered(workerData as Uint8Array))
