/** What runs in a thread of its own; `Threads` starts it. Built to dist/desk/thread.js. */
import workerpool from 'workerpool'
import { openImport } from '../../actions'
import type { HandedIn, ImportedReport } from '../../actions'
import type { Book } from '../book'
import { bookToXlsx, openOwnXlsx, XlsxError, xlsxProperties } from '../xlsx'
import type { PrintSetup, XlsxProblem } from '../xlsx'
import { Failure } from './failure'
import { openSource } from './source'
import type { Source } from './source'

/** What was wanted, or why there is none: classes of errors do not outlive the way out of a thread. */
export type Delivery<T> = { made: T } | { told: string; problem?: XlsxProblem }

async function delivered<T>(work: () => T | Promise<T>): Promise<Delivery<T>> {
  try {
    return { made: await work() }
  } catch (error) {
    if (error instanceof XlsxError) return { told: error.message, problem: error.problem }
    if (error instanceof Failure || (error instanceof Error && error.name === 'ImportError')) {
      return { told: error.message }
    }
    throw error
  }
}

export type ReadFile = Pick<Source, 'report' | 'findings'>

const tasks = {
  makeXlsx: (book: Book, print: Readonly<Record<string, PrintSetup>>) => delivered(() => bookToXlsx(book, print)),
  readFile: (path: string) =>
    delivered(async (): Promise<ReadFile> => {
      const { report, findings } = await openSource(path)
      return { report, findings }
    }),
  readXlsx: (bytes: Uint8Array) => delivered(() => openOwnXlsx(bytes)),
  readProperties: (bytes: Uint8Array) => delivered(() => xlsxProperties(bytes)),
  readText: (given: HandedIn) => delivered((): ImportedReport => openImport(given)),
}

export type Tasks = typeof tasks

workerpool.worker(tasks)
