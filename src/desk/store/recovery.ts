/** What a workbook is when it is opened, and of what that is made out. */
import type { Book } from '../book'
import type { UnreadNotes } from '../xlsx'
import type { Disk } from './disk'
import type { Opening } from './lines'
import { hashOf, takeMark } from './marks'
import type { Mark, Witness } from './marks'
import type { Doubt } from './salvage'
import type { XlsxFiles } from './xlsx-files'

/** The workbook as its file and its journal give it. */
export interface Recovery {
  book: Book
  messages: string[]
  /** The last change the file holds; -1: the file must be written. */
  savedSeq: number
  /** Digest of the file, by which the next start knows it again; null: there is no file. */
  hash: string | null
  /** The file's content, where another program has written the file. */
  outside?: Book
  /** Id of the journal that the file names. */
  id?: string
  /** As of HeadLine. */
  unmarked?: number
  /** Why the journal cannot be continued: it is another workbook's, or damaged. */
  fresh?: 'foreign' | 'damaged'
  /** It is the journal that was replaced, and not the file. */
  isJournalReplaced?: boolean
  /** Of a workbook without a journal: as its file tells. */
  openings?: readonly Opening[]
  /** Where the journal's own workbook was saved, because another one stands in its place. */
  beside?: string
  doubts: Doubt[]
  /** Why cells are in doubt; damage unless given. */
  why?: string
  /** The last change that anything tells of. */
  seq: number
}

export interface Recovering {
  disk: Disk
  /** Of the .xlsx. */
  path: string
  witness: Witness | null
  xlsx: XlsxFiles
}

/** The .xlsx as a book, or why it cannot be read. */
export interface OnDisk {
  hash: string
  book: Book
  mark: Mark | null
  unreadNotes: readonly UnreadNotes[]
}

/** A version of this workbook. */
export interface Marked extends OnDisk {
  mark: Mark
  seq: number
  /** It was saved before the one that should be there. */
  isOlder: boolean
}

export const toldOf = (unread: readonly UnreadNotes[]): string[] => unread.map(({ message }) => message)

export async function fileAt({ disk, path, xlsx }: Recovering): Promise<OnDisk> {
  const bytes = disk.read(path)
  const { book, unreadNotes } = await xlsx.own(bytes)
  return { hash: hashOf(bytes), ...takeMark(book), unreadNotes }
}
