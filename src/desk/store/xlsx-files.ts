/** Workbooks as the store reads them: whole, or only whose they are. */
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import { openOwnXlsx, XlsxError, xlsxProperties } from '../xlsx'
import type { OwnXlsx } from '../xlsx'
import type { Disk } from './disk'
import { StoreError } from './error'
import { markOf } from './marks'
import type { Mark } from './marks'

/** Reads what an .xlsx file holds, where that keeps nobody waiting. Rejects with an XlsxError. */
export interface XlsxReading {
  own: (bytes: Uint8Array) => Promise<OwnXlsx>
  /** Of its properties only. */
  properties: (bytes: Uint8Array) => Promise<Book['properties']>
}

/** In this process: whoever else works at the desk waits meanwhile. */
const readingHere: XlsxReading = {
  own: (bytes) => openOwnXlsx(bytes),
  properties: (bytes) => xlsxProperties(bytes),
}

/** Null: the file has no mark. */
export type FoundMark = Mark | null | 'unreadable'

export class XlsxFiles {
  /** By path: a file is read again when it was touched since. */
  private readonly known = new Map<string, { touched: string; mark: FoundMark }>()

  constructor(
    private readonly disk: Disk,
    private readonly reading: XlsxReading = readingHere,
  ) {}

  /** Rejects with an XlsxError for a file that is not ours. */
  own(bytes: Uint8Array): Promise<OwnXlsx> {
    return this.reading.own(bytes)
  }

  /** The same for whoever has no use for what its notes lack. */
  async book(bytes: Uint8Array): Promise<Book> {
    return (await this.own(bytes)).book
  }

  /** Which journal the workbook at that path belongs to. */
  async markOf(path: string): Promise<FoundMark> {
    const facts = this.disk.facts(path)
    const touched = facts ? `${facts.identity} ${facts.size} ${facts.touched}` : ''
    const known = this.known.get(path)
    if (known?.touched === touched) return known.mark
    const mark = await this.read(path)
    this.known.set(path, { touched, mark })
    return mark
  }

  /** Together: a thread that reads one goes on with the next. */
  marksOf(paths: readonly string[]): Promise<{ path: string; mark: FoundMark }[]> {
    return Promise.all(paths.map(async (path) => ({ path, mark: await this.markOf(path) })))
  }

  private async read(path: string): Promise<FoundMark> {
    try {
      return markOf(await this.reading.properties(this.disk.read(path)))
    } catch (error) {
      if (error instanceof XlsxError || error instanceof StoreError || codeOf(error) !== null) return 'unreadable'
      throw error
    }
  }
}
