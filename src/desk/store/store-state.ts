/** What a store is made of, and what it is asked for. */
import type { Book } from '../book'
import type { Disk } from './disk'
import type { Journal } from './journal'
import type { EntryLine, Erasure, Kept, Opening, SavedFile, Summary } from './lines'
import type { RecentChange } from './marks'
import type { XlsxFiles, XlsxReading } from './xlsx-files'

export interface StoreState {
  path: string
  disk: Disk
  xlsx: XlsxFiles
  journal: Journal
  /** Id of this journal and its archives. */
  id: string
  seq: number
  /** Checksum of the entry `seq`; empty where it is not known. */
  entrySum: string
  last: Summary | null
  /** The last change in the file; -1: the file must be written. */
  savedSeq: number
  /** Of the .xlsx as this desk knows it; null: there is none. */
  hash: string | null
  kept: Kept
  /** Files that were saved, as the journal tells. */
  saves: readonly SavedFile[]
  openings: readonly Opening[]
  /** As of HeadLine; absent where the workbook had a mark from the start. */
  unmarked?: number
  erased: Erasure
}

export type PatchEntry = Pick<EntryLine, 'seq' | 'by' | 'kind' | 'patch' | 'edit' | 'editSum' | 'overwrote'>

export type NewEntry = Omit<EntryLine, 'line' | 'seq' | 'last'>

export interface Saving {
  /** The workbook after the last change. */
  book: () => Book
  /** Makes the file's bytes. Changes that come meanwhile are for the next save. */
  make: (book: Book) => Promise<Uint8Array>
  /** Does what must not overlap with a change. */
  inTurn: <T>(work: () => T | Promise<T>) => Promise<T>
}

export interface StoreOptions {
  /** A journal that has grown by more bytes goes on in a new file. */
  journalLimit?: number
  /** Folder of witnesses, see marks.ts. */
  witnesses?: string
  clock: () => Date
  /** The latest changes before this opening, as a witness knows them. */
  recent?: readonly RecentChange[]
  /** In this process unless given. */
  reading?: XlsxReading
}

/** Who has the workbook open in memory. */
export interface Keeper {
  /** With all acknowledged changes and no other. */
  book: () => Book
  /** Takes a sentence for the people who work in it. */
  notice: (text: string) => void
  /** The .xlsx is to be written again. */
  fileGone: () => void
  /** Does what must not overlap with a change. */
  inTurn: <T>(work: () => T | Promise<T>) => Promise<T>
}
