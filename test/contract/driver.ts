/** One workbook with the commands over it, whichever host carries them out. */
import type { Book, Scalar } from '../../src/desk/book'

/** What the person answers to a question; CLOSE is the cross of its window. */
export type Given = 'YES' | 'NO' | 'CLOSE'

export interface Question {
  title: string
  message: string
  buttons: string
}

interface Dialog {
  kind: string
  title: string
  html: string
  width?: number | undefined
  height?: number | undefined
}

/** A document as it is handed over; `url` is where its host shows it, empty where it does not. */
export interface HandedFile {
  name: string
  mimeType: string
  url: string
  bytes: Uint8Array
}

/** What a call did besides what it wrote into the workbook. */
export interface Told {
  value?: unknown
  error?: string
  questions: Question[]
  toasts: { title: string; message: string }[]
  dialogs: Dialog[]
  files: HandedFile[]
}

export interface Driver {
  /** A command by the name that pages and menus call it by. A question without an answer is closed. */
  call(name: string, values: readonly unknown[], answers: readonly Given[]): Told
  /** A person types a block of values from a cell (A1 notation) of a tab on. */
  edit(tab: string, cell: string, values: readonly (readonly Scalar[])[]): Told
  book(): Book
  /** Puts another workbook in its place, as when others have gone on working. */
  setBook(book: Book): void
}

/** A host under contract: opens a workbook on 6 January 2025, 10:30 in Beijing, for zhang@example.gov.cn. */
export interface ContractHost {
  /** Only Google has documents of its own; the .docx beside one is the same everywhere. docs/differences.md */
  hasGoogleFiles: boolean
  open(book: Book): Driver
}

export const person = 'zhang@example.gov.cn'
export const moment = new Date('2025-01-06T02:30:00Z')
