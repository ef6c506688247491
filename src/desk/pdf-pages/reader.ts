/** The process that reads one PDF; `readPdf` starts it. Built to dist/desk/pdf/reader.js. */
import { Worker } from 'node:worker_threads'
import { EmptySourceError, readDrawn, UnreadableSourceError } from '../../intake'
import type { Reading, SourceProblem } from '../../intake'
import { pagesOf } from './pages'

/** What was read, or why nothing was: classes of errors do not outlive the way out of a process. */
export type PdfDelivery = { reading: Reading } | { problem: SourceProblem } | { empty: string } | { fault: string }

async function delivered(bytes: Uint8Array): Promise<PdfDelivery> {
  try {
    return { reading: readDrawn(await pagesOf(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableSourceError) return { problem: error.problem }
    if (error instanceof EmptySourceError) return { empty: error.message }
    return { fault: error instanceof Error ? String(error.stack) : String(error) }
  }
}

/** Errors of the library's own kinds, which it also gives to promises that nobody waits for. */
const BY_LIBRARY = /Exception$|^FormatError$/

process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error && BY_LIBRARY.test(error.name))) throw error
})

const [limits = '{}'] = process.argv.slice(2)
new Worker(new URL('./watch.js', import.meta.url), {
  workerData: JSON.parse(limits),
  resourceLimits: { maxOldGenerationSizeMb: 16 },
}).unref()

const isConnected = (): boolean => process.connected
let isAnswered = false

function answer(delivery: PdfDelivery): void {
  if (isAnswered || !isConnected()) return
  isAnswered = true
  process.send?.(delivery)
}

process.once('message', (bytes) => {
  // Nothing else keeps the process from ending where the library waits for something that never comes.
  process.channel?.unref()
  // The library takes no Buffer, which is what bytes become on the way here.
  void delivered(new Uint8Array(bytes as Uint8Array)).then(answer)
})
process.once('beforeExit', () => answer({ problem: 'damaged' }))
