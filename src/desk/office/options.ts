import type { Book } from '../book'
import type { DeskFile } from '../bench'
import type { XlsxReading } from '../store'

export interface OfficeOptions {
  /** Of the program. */
  version: string
  /** The .xlsx file. */
  workbook: string
  /** Who opens it; told to others who try. */
  who: string
  /** The bytes of the file. */
  toXlsx: (book: Book) => Promise<Uint8Array>
  /** Reads .xlsx files; in this process unless given, where everybody waits for it. */
  reading?: XlsxReading
  clock?: () => Date
  newId?: () => string
  /** Called for each file a run wrote, once the run is on the disk. */
  onFile?: (file: DeskFile) => void
  /** Told of what went wrong in the program itself. */
  onFault?: (error: unknown) => void
  /** Seconds without a change until the file is written; 3 unless given. */
  restSeconds?: number
  /** Seconds without an edit until 流程记录 tells of the edits; 30 unless given. */
  logSeconds?: number
  /** Folder in which is noted how far the journals of workbooks went; none unless given. */
  witnesses?: string
  /** Folder in which the workbook is kept at the end where its own is gone; none unless given. */
  rescued?: string
  /** Bytes after which the journal goes on in a new file. */
  journalLimit?: number
}
