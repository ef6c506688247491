import { Worker } from 'node:worker_threads'
import type { Book } from '../book'
import { XlsxError } from './error'
import type { XlsxDelivery, XlsxOrder } from './thread'
import { bookToXlsx } from './write-book'
import type { PrintSetup } from './write-book'

interface Waiting {
  resolve: (bytes: Uint8Array) => void
  reject: (error: Error) => void
}

/**
 * Makes .xlsx files in a thread of its own: half a second of work that would keep everybody waiting. The thread starts
 * with the first file, stays for the next, and keeps no process from ending.
 */
export class XlsxThread {
  private worker: Worker | null = null
  private orders = 0
  private readonly waiting = new Map<number, Waiting>()

  /** `file`: the built `thread.ts`. */
  constructor(private readonly file: string) {}

  /** As `bookToXlsx`. If the thread fails, the file is made in this process, which then keeps everybody waiting. */
  async make(book: Book, print: Readonly<Record<string, PrintSetup>> = {}): Promise<Uint8Array> {
    try {
      return await this.ordered(book, print)
    } catch (error) {
      if (error instanceof XlsxError) throw error
      return bookToXlsx(book, print)
    }
  }

  private ordered(book: Book, print: XlsxOrder['print']): Promise<Uint8Array> {
    const order: XlsxOrder = { id: ++this.orders, book, print }
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.started())
      this.waiting.set(order.id, { resolve, reject })
      worker.ref()
      worker.postMessage(order)
    })
  }

  private started(): Worker {
    const worker = new Worker(this.file)
    worker.on('message', (delivery: XlsxDelivery) => this.delivered(worker, delivery))
    worker.on('error', (error) => this.ended(worker, error))
    worker.on('exit', () => this.ended(worker, new Error('The thread has ended.')))
    return worker
  }

  private delivered(worker: Worker, delivery: XlsxDelivery): void {
    const one = this.waiting.get(delivery.id)
    this.waiting.delete(delivery.id)
    if (this.waiting.size === 0) worker.unref()
    if ('bytes' in delivery) one?.resolve(delivery.bytes)
    else if ('problem' in delivery) one?.reject(new XlsxError(delivery.problem, delivery.message))
    else one?.reject(new Error(delivery.fault))
  }

  /** Ends the thread. The next file starts a new one. */
  private ended(worker: Worker, error: Error): void {
    // The exit of a failed thread may come when the next one has begun already.
    if (this.worker !== worker) return
    this.worker = null
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
