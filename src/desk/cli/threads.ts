/** Threads for work that would keep everybody at the desk waiting: making .xlsx files, and reading what is handed in. */
import workerpool from 'workerpool'
import type { Pool } from 'workerpool'
import type { HandedIn, ImportedReport } from '../../actions'
import { serverWords } from '../../words/server'
import type { Book } from '../book'
import { StoreError } from '../store'
import { bookToXlsx, openOwnXlsx, XlsxError, xlsxProperties } from '../xlsx'
import type { OwnXlsx } from '../xlsx'
import type { PrintSetup } from '../xlsx'
import { Failure } from './failure'
import type { Delivery, ReadFile, Tasks } from './thread'

/** Ten times what the largest of the files known takes, to read or to make. */
const MOST_SECONDS = 60

type Reading<T> = (threads: Pool) => workerpool.Promise<Promise<Delivery<T>>>

function madeOf<T>(delivery: Delivery<T>): T {
  if ('made' in delivery) return delivery.made
  throw delivery.problem ? new XlsxError(delivery.problem, delivery.told) : new Failure(delivery.told)
}

export class Threads {
  /** A thread stays for the next save. */
  private readonly saving: Pool
  private reading: { pool: Pool; readers: number } | null = null

  /** @param file the built `thread.ts` */
  constructor(
    private readonly file: string,
    private readonly mostSeconds = MOST_SECONDS,
  ) {
    this.saving = this.newPool()
  }

  /**
   * As `bookToXlsx`. If the thread fails, the file is made in this process, which then keeps everybody waiting. Rejects
   * with a StoreError for what takes too long: its thread is stopped.
   */
  async makeXlsx(book: Book, print: Readonly<Record<string, PrintSetup>> = {}): Promise<Uint8Array> {
    try {
      return madeOf(
        await this.saving.exec<Tasks['makeXlsx']>('makeXlsx', [book, print]).timeout(this.mostSeconds * 1000),
      )
    } catch (error) {
      if (error instanceof XlsxError) throw error
      if (error instanceof workerpool.Promise.TimeoutError)
        throw new StoreError(serverWords.saveTooLong(this.mostSeconds))
      return bookToXlsx(book, print)
    }
  }

  /** As `openSource`. Rejects with a Failure also for what takes too long to read: its thread is stopped. */
  readFile(path: string): Promise<ReadFile> {
    return this.read((threads) => threads.exec<Tasks['readFile']>('readFile', [path]))
  }

  /** As `openImport`; as `readFile` for what takes too long. */
  readText(given: HandedIn): Promise<ImportedReport> {
    return this.read((threads) => threads.exec<Tasks['readText']>('readText', [given]))
  }

  /** As `openOwnXlsx`. If the thread fails, the file is read in this process. */
  readXlsx(bytes: Uint8Array): Promise<OwnXlsx> {
    return this.readOr(
      (threads) => threads.exec<Tasks['readXlsx']>('readXlsx', [bytes]),
      () => openOwnXlsx(bytes),
    )
  }

  /** As `xlsxProperties`; as `readXlsx` where the thread fails. */
  readProperties(bytes: Uint8Array): Promise<Book['properties']> {
    const inThread: Reading<Book['properties']> = (threads) =>
      threads.exec<Tasks['readProperties']>('readProperties', [bytes])
    return this.readOr(inThread, () => xlsxProperties(bytes))
  }

  /** Stops all threads, whatever they do. */
  async close(): Promise<void> {
    await Promise.all([this.saving.terminate(true), this.reading?.pool.terminate(true)])
  }

  private newPool(): Pool {
    return workerpool.pool(this.file, { workerType: 'thread', maxWorkers: 1 })
  }

  /** Rejects with an XlsxError, also for what takes too long to read. */
  private async readOr<T>(inThread: Reading<T>, here: () => Promise<T>): Promise<T> {
    try {
      return await this.read(inThread)
    } catch (error) {
      if (error instanceof XlsxError) throw error
      if (error instanceof Failure) throw new XlsxError('tooLarge', error.message)
      return here()
    }
  }

  /** Reading can take hundreds of megabytes: its thread ends when nothing is left to read. */
  private async read<T>(exec: Reading<T>): Promise<T> {
    const reading = (this.reading ??= { pool: this.newPool(), readers: 0 })
    reading.readers += 1
    try {
      return madeOf(await exec(reading.pool).timeout(this.mostSeconds * 1000))
    } catch (error) {
      throw error instanceof workerpool.Promise.TimeoutError
        ? new Failure(serverWords.readTooLong(this.mostSeconds))
        : error
    } finally {
      reading.readers -= 1
      if (reading.readers === 0) {
        this.reading = null
        await reading.pool.terminate(true)
      }
    }
  }
}
