/** The append-only journal of a workbook: on the disk before anything in it is acknowledged. */
import { createHash } from 'node:crypto'
import type { Book } from '../book'
import type { Disk, DiskFile } from './disk'
import { PRIVATE, replaceFile } from './files'
import { partsOf } from './head'
import { HeldFile } from './held-file'
import { journalOf } from './journal-files'
import type { JournalIndex } from './journal-index'
import { JOURNAL_FORMAT, tagOf } from './lines'
import type { Erasure, HeadLine, JournalLine, Kept } from './lines'
import { eachChunk, encoded, hashOfFile, writeLines } from './tail'
import type { Tail } from './tail'

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

export class Journal {
  private isRagged = false

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private held: HeldFile,
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
    return new Journal(disk, path, await HeldFile.open(disk, path), tail, headLength)
  }

  /** Continues after the last whole line. The first write cuts off what stands behind it. */
  static async resume(disk: Disk, workbook: string, index: JournalIndex): Promise<Journal> {
    const { lines, length, size } = index
    const last = lines.at(-1)
    const body = lines.find(({ kind }) => kind !== 'head' && kind !== 'part')
    const path = journalOf(workbook)
    const held = await HeldFile.open(disk, path)
    const hash = await hashOfFile(held.file, length)
    const tail: Tail = { length, sum: last?.sum ?? '', n: (last?.n ?? -1) + 1, tag: last?.tag ?? '', hash }
    const journal = new Journal(disk, path, held, tail, body?.start ?? length)
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
    const { file } = this.held
    this.look()
    if (this.isRagged) await this.cut()
    try {
      this.isRagged = true
      await file.write(bytes, this.tail.length)
      await file.flush()
    } catch (error) {
      await this.cut().catch(() => undefined)
      throw error
    }
    this.held.noteTouched(after.length)
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
    const aside = await this.held.putAside()
    const { file } = this.held
    const isWhole = await this.isIntact()
    if (isWhole) {
      await replaceFile(this.disk, this.path, { write: (copy) => this.copyTo(copy, file), mode: PRIVATE })
      this.held = await HeldFile.open(this.disk, this.path)
      this.isRagged = false
      await file.close()
    }
    return { isWhole, aside }
  }

  /** Writes all that it holds as another workbook's journal, and the lines after it; nothing where it cannot be read. */
  async copyFor(workbook: string, lines: readonly JournalLine[]): Promise<void> {
    if (!(await this.isIntact())) return
    const write = async (copy: DiskFile): Promise<void> => {
      await this.copyTo(copy, this.held.file)
      await writeLines(copy, lines, this.tail)
    }
    await replaceFile(this.disk, journalOf(workbook), { write, mode: PRIVATE })
  }

  /** Whether the file under its name holds all that was acknowledged. */
  isInPlace(): boolean {
    return this.held.isInPlace(this.tail.length)
  }

  /** Whether somebody else has written behind what this desk has. */
  hasGrown(): boolean {
    return !this.isRagged && this.held.hasGrown(this.tail.length)
  }

  /** Notes whether somebody else has touched the file since. Throws JournalGone where it is not there any more. */
  look(): boolean {
    return this.held.look(this.tail.length)
  }

  /** Whether the file holds what was written, byte for byte. Reads all of it; changes may be written meanwhile. */
  isIntact(): Promise<boolean> {
    return this.held.isIntact(this.tail)
  }

  close(): Promise<void> {
    return this.held.file.close()
  }

  private async copyTo(copy: DiskFile, file: DiskFile): Promise<void> {
    await eachChunk(file, this.tail.length, (bytes, at) => copy.write(bytes, at))
  }

  private async cut(): Promise<void> {
    const { file } = this.held
    await file.truncate(this.tail.length)
    await file.flush()
    await this.held.noteOwn()
    this.isRagged = false
  }
}
