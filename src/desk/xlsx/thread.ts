/** The thread that `XlsxThread` starts; built to dist/desk/xlsx-thread.js. */
import { parentPort } from 'node:worker_threads'
import type { Book } from '../book'
import { XlsxError } from './error'
import type { XlsxProblem } from './error'
import { bookToXlsx } from './write-book'
import type { PrintSetup } from './write-book'

/** A file that is wanted. */
export interface XlsxOrder {
  id: number
  book: Book
  print: Readonly<Record<string, PrintSetup>>
}

/** Its bytes, or why the workbook has none. */
export type XlsxDelivery = { id: number } & (
  { bytes: Uint8Array } | { problem: XlsxProblem; message: string } | { fault: string }
)

async function deliveryOf({ id, book, print }: XlsxOrder): Promise<XlsxDelivery> {
  try {
    return { id, bytes: await bookToXlsx(book, print) }
  } catch (error) {
    if (error instanceof XlsxError) return { id, problem: error.problem, message: error.message }
    return { id, fault: String(error) }
  }
}

const port = parentPort
port?.on('message', (order: XlsxOrder) => void deliveryOf(order).then((delivery) => port.postMessage(delivery)))
