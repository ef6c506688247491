/** The append-only journal of a workbook: on the disk before anything in it is acknowledged. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Book } from '../book'
import { codeOf } from '../disk-error'
import type { Disk, DiskFile } from './disk'
import { nextName, numberedOf, PRIVATE, replaceFile } from './files'
import { partsOf } from './head'
import type { JournalIndex } from './journal-index'
import { JOURNAL_FORMAT, tagOf } from './lines'
import type { Erasure, HeadLine, JournalLine, Kept } from './lines'
import { eachChunk, encoded, hashOfFile, writeLines } from './tail'
import type { Tail } from './tail'

export const journalOf = (workbook: string): string => `${workbook}.journal`

/** Older files of the journal, oldest first. */
export function archivesOf(disk: Disk, workbook: string): string[] {
  const files = numberedOf(disk, journalOf(workbook)).map(({ path }) => path)
  return files.filter((path) => disk.facts(path)?.isFile)
}

/** The journal holds what people type; only this user may read it, also where an older desk has written it. */
export function makePrivate(disk: Disk, workbook: string): void {
  for (const path of [journalOf(workbook), ...archivesOf(disk, workbook)]) {
    if (disk.facts(path)) disk.setMode(path, PRIVATE)
  }
}

/** Gives the journal's file a second name, and returns that name. */
export function archiveJournal(disk: Disk, workbook: string): string {
  const path = journalOf(workbook)
  const archive = nextName(disk, path)
  disk.link(path, archive)
  return archive
}

/**
 * Begins a new journal's file after the old one has got its second name. Where that fails, the old one stands as before,
 * and the second name goes again.
 */
export async function beginAfter<T>(
  disk: Disk,
  workbook: string,
  archive: string | null,
  begin: () => Promise<T>,
): Promise<T> {
  const identity = () => disk.facts(journalOf(workbook))?.identity
  const before = identity()
  try {
    return await begin()
  } catch (error) {
    if (archive !== null && before !== undefined && identity() === before) await disk.remove(archive)
    throw error
  }
}

/** The file is no longer the one that stands under its name: somebody has deleted, replaced or cut it. */
export class JournalGone extends Error {
  override readonly name = 'JournalGone'
}

/** Of a new file, before its first line. */
export interface Beginning extends Omit<HeadLine, 'line' | 'format' | 'parts' | 'book' | 'kept' | keyof Erasure> {
  book: Book
  erased: Erasure
  kept: Kept
  /** The last sum of the file before it. */
  previous: string
}

const told = ({ erasedAt, erases }: Erasure) => ({
  ...(erasedAt > 0 && { erasedAt }),
  ...(erases.length > 0 && { erases }),
})

/** The open file, and which one it is. */
interface Open {
  file: DiskFile
  identity: string
  /** When it was touched last, as this desk knows. */
  touched: string
}

async function opened(disk: Disk, path: string): Promise<Open> {
  const file = await disk.open(path, 'edit')
  const { identity, touched } = await file.facts()
  return { file, identity, touched }
}

export class Journal {
  private isRagged = false
  /** Somebody else has written into the file, or the file system does not tell times well: it is to be read. */
  private isDoubtful = false

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private open: Open,
    private tail: Tail,
    /** Bytes of the head: a new file has as many from the start. */
    private readonly headLength: number,
  ) {}

  /**
   * Writes a new file in the place of the old one. Rejects with the file system's error; then the old one stays.
   *
   * @param lines follow the workbook
   */
  static async start(
    disk: Disk,
    workbook: string,
    { book, kept, previous, erased, ...head }: Beginning,
    lines: Iterable<JournalLine> = [],
  ): Promise<Journal> {
    const parts = partsOf(book, { kept, journal: head.journal })
    const first: HeadLine = { line: 'head', format: JOURNAL_FORMAT, ...head, parts: parts.length, ...told(erased) }
    let tail: Tail = { length: 0, sum: previous, n: 0, tag: tagOf(head.journal), hash: createHash('sha256') }
    let headLength = 0
    const write = async (file: DiskFile): Promise<void> => {
      tail = await writeLines(file, [first, ...parts], tail)
      headLength = tail.length
      for (const line of lines) tail = await writeLines(file, [line], tail)
    }
    await replaceFile(disk, journalOf(workbook), { write, mode: PRIVATE })
    const path = journalOf(workbook)
    return new Journal(disk, path, await opened(disk, path), tail, headLength)
  }

  /** Continues after the last whole line. The first write cuts off what stands behind it. */
  static async resume(disk: Disk, workbook: string, index: JournalIndex): Promise<Journal> {
    const { lines, length, size } = index
    const last = lines.at(-1)
    const body = lines.find(({ kind }) => kind !== 'head' && kind !== 'part')
    const path = journalOf(workbook)
    const open = await opened(disk, path)
    const hash = await hashOfFile(open.file, length)
    const tail: Tail = { length, sum: last?.sum ?? '', n: (last?.n ?? -1) + 1, tag: last?.tag ?? '', hash }
    const journal = new Journal(disk, path, open, tail, body?.start ?? length)
    journal.isRagged = size > length
    return journal
  }

  /** Bytes beyond those that a new file would begin with. */
  get grown(): number {
    return this.tail.length - this.headLength
  }

  /** The file would begin with so many bytes. */
  get least(): number {
    return this.headLength
  }

  /** Checksum of the last line. */
  get sum(): string {
    return this.tail.sum
  }

  /**
   * One write and one flush for all of them. Resolves with their checksums. Rejects with the file system's error, or
   * with JournalGone; then none of them counts.
   */
  async append(lines: readonly JournalLine[]): Promise<string[]> {
    const { bytes, sums, after } = encoded(lines, this.tail)
    const { file } = this.open
    this.look(this.tail.length)
    if (this.isRagged) await this.cut()
    try {
      this.isRagged = true
      await file.write(bytes, this.tail.length)
      await file.flush()
    } catch (error) {
      await this.cut().catch(() => undefined)
      throw error
    }
    this.noteTouched(after.length)
    this.isRagged = false
    this.tail = after
    return sums
  }

  /**
   * Puts the file under its name again, with all that it holds: what is open can be read although its name is gone.
   * False: not even that is there, or it is not what was written. What stands under its name now is kept under another;
   * that name is returned.
   */
  async restore(): Promise<{ isWhole: boolean; aside: string | null }> {
    const aside = await this.putAside()
    const { file } = this.open
    const isWhole = await this.isIntact()
    if (isWhole) {
      await replaceFile(this.disk, this.path, { write: (copy) => this.copyTo(copy, file), mode: PRIVATE })
      this.open = await opened(this.disk, this.path)
      this.isRagged = false
      await file.close()
    }
    return { isWhole, aside }
  }

  /** Writes all that it holds as another workbook's journal, and the lines after it; nothing where it cannot be read. */
  async copyFor(workbook: string, lines: readonly JournalLine[]): Promise<void> {
    if (!(await this.isIntact())) return
    const write = async (copy: DiskFile): Promise<void> => {
      await this.copyTo(copy, this.open.file)
      await writeLines(copy, lines, this.tail)
    }
    await replaceFile(this.disk, journalOf(workbook), { write, mode: PRIVATE })
  }

  /** Whether the file under its name holds all that was acknowledged. */
  isInPlace(): boolean {
    const facts = this.disk.facts(this.path)
    return facts?.identity === this.open.identity && facts.size >= this.tail.length
  }

  /** Whether somebody else has written behind what this desk has. */
  hasGrown(): boolean {
    const facts = this.disk.facts(this.path)
    return !this.isRagged && facts?.identity === this.open.identity && facts.size > this.tail.length
  }

  /** Notes whether somebody else has touched the file since. Throws JournalGone where it is not there any more. */
  look(length = this.tail.length): boolean {
    try {
      if (this.refuseGone(length) !== this.open.touched) this.isDoubtful = true
    } catch (error) {
      // A disk that does not answer, as a share that is away: what it holds is to be read when it is there again.
      if (!(error instanceof JournalGone)) this.isDoubtful = true
      throw error
    }
    return this.isDoubtful
  }

  /** Whether the file holds what was written, byte for byte. Reads all of it; changes may be written meanwhile. */
  async isIntact(): Promise<boolean> {
    const { length, hash } = this.tail
    const whole = hash.copy().digest('hex')
    // Of before it is read: who touches the file meanwhile is seen at the next look.
    const touched = this.isDoubtful ? this.disk.facts(this.path)?.touched : undefined
    const isSame = (await hashOfFile(this.open.file, length)).digest('hex') === whole
    if (isSame && touched !== undefined) {
      this.isDoubtful = false
      this.open.touched = touched
    }
    return isSame
  }

  close(): Promise<void> {
    return this.open.file.close()
  }

  private async copyTo(copy: DiskFile, file: DiskFile): Promise<void> {
    await eachChunk(file, this.tail.length, (bytes, at) => copy.write(bytes, at))
  }

  /** Another file under the journal's name may be what somebody needs. */
  private async putAside(): Promise<string | null> {
    const other = this.disk.facts(this.path)
    if (!other || other.identity === this.open.identity) return null
    const aside = nextName(this.disk, this.path)
    await this.disk.rename(this.path, aside)
    return basename(aside)
  }

  /** After a write that is on the disk: that counts even where the disk does not tell the file's times now. */
  private noteTouched(length: number): void {
    try {
      this.open.touched = this.refuseGone(length)
    } catch (error) {
      if (codeOf(error) === null) throw error
      this.isDoubtful = true
    }
  }

  /** When the file was touched last. @param length that the file has at least */
  private refuseGone(length: number): string {
    const facts = this.disk.facts(this.path)
    if (facts?.identity !== this.open.identity || facts.size < length) throw new JournalGone()
    return facts.touched
  }

  private async cut(): Promise<void> {
    const { file } = this.open
    await file.truncate(this.tail.length)
    await file.flush()
    this.open.touched = (await file.facts()).touched
    this.isRagged = false
  }
}
