/** The append-only journal of a workbook: on the disk before anything in it is acknowledged. */
import { basename, dirname, join } from 'node:path'
import type { Book } from '../book'
import type { Disk, DiskFile } from './disk'
import { freeName, PRIVATE, replaceFile } from './files'
import { partsOf } from './head'
import type { JournalIndex } from './journal-index'
import { encodeLine, JOURNAL_FORMAT, tagOf } from './lines'
import type { HeadLine, JournalLine, Kept } from './lines'

export const journalOf = (workbook: string): string => `${workbook}.journal`

/** Older files of the journal, oldest first. */
export function archivesOf(disk: Disk, workbook: string): string[] {
  const start = `${basename(journalOf(workbook))}.`
  const folder = dirname(workbook)
  const names = disk.names(folder).filter((name) => name.startsWith(start) && /^\d{4,}$/.test(name.slice(start.length)))
  return names
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => disk.facts(path)?.isFile)
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
  const archive = freeName(disk, path)
  disk.link(path, archive)
  return archive
}

/** The file is no longer the one that stands under its name: somebody has deleted, replaced or cut it. */
export class JournalGone extends Error {
  override readonly name = 'JournalGone'
}

/** Of a new file, before its first line. */
export interface Beginning extends Omit<HeadLine, 'line' | 'format' | 'parts' | 'book' | 'kept'> {
  book: Book
  kept: Kept
  /** The last sum of the file before it. */
  previous: string
}

/** Where the next line goes. */
interface Tail {
  length: number
  sum: string
  /** Number of the next line. */
  n: number
  tag: string
}

/** Encodes lines one after the other. */
function encoded(lines: readonly JournalLine[], { n, tag, sum }: Tail): { texts: string[]; sums: string[] } {
  const texts: string[] = []
  const sums: string[] = []
  let previous = sum
  for (const [at, line] of lines.entries()) {
    const one = encodeLine(line, { n: n + at, tag, write: n, previous })
    texts.push(one.text)
    sums.push((previous = one.sum))
  }
  return { texts, sums }
}

/** Long journals are not made in one piece. */
const LINES_AT_ONCE = 500

async function writeLines(file: DiskFile, lines: readonly JournalLine[], tail: Tail): Promise<Tail> {
  let now = tail
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const { texts, sums } = encoded(lines.slice(from, from + LINES_AT_ONCE), now)
    const bytes = Buffer.from(texts.join(''))
    await file.write(bytes, now.length)
    now = { ...now, length: now.length + bytes.length, sum: sums.at(-1) ?? now.sum, n: now.n + texts.length }
  }
  return now
}

/** The open file, and which one it is. */
interface Open {
  file: DiskFile
  identity: string
}

async function opened(disk: Disk, path: string): Promise<Open> {
  const file = await disk.open(path, 'edit')
  return { file, identity: (await file.facts()).identity }
}

export class Journal {
  private isRagged = false

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
    { book, kept, previous, ...head }: Beginning,
    lines: Iterable<JournalLine> = [],
  ): Promise<Journal> {
    const parts = partsOf(book, { kept, journal: head.journal })
    const first: HeadLine = { line: 'head', format: JOURNAL_FORMAT, ...head, parts: parts.length }
    let tail: Tail = { length: 0, sum: previous, n: 0, tag: tagOf(head.journal) }
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
    const tail = { length, sum: last?.sum ?? '', n: (last?.n ?? -1) + 1, tag: last?.tag ?? '' }
    const body = lines.find(({ kind }) => kind !== 'head' && kind !== 'part')
    const path = journalOf(workbook)
    const journal = new Journal(disk, path, await opened(disk, path), tail, body?.start ?? length)
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
    const { texts, sums } = encoded(lines, this.tail)
    const bytes = Buffer.from(texts.join(''))
    const { file } = this.open
    this.refuseGone(this.tail.length)
    if (this.isRagged) await this.cut()
    try {
      this.isRagged = true
      await file.write(bytes, this.tail.length)
      await file.flush()
    } catch (error) {
      await this.cut().catch(() => undefined)
      throw error
    }
    this.refuseGone(this.tail.length + bytes.length)
    this.isRagged = false
    const { length, n, tag, sum } = this.tail
    this.tail = { length: length + bytes.length, sum: sums.at(-1) ?? sum, n: n + lines.length, tag }
    return sums
  }

  /**
   * Puts the file under its name again, with all that it holds: what is open can be read although its name is gone.
   * False: not even that is there. What stands under its name now is kept under another; that name is returned.
   */
  async restore(): Promise<{ isWhole: boolean; aside: string | null }> {
    const aside = await this.putAside()
    const { file } = this.open
    const isWhole = (await file.facts()).size >= this.tail.length
    if (isWhole) {
      await replaceFile(this.disk, this.path, { write: (copy) => this.copyTo(copy, file), mode: PRIVATE })
      this.open = await opened(this.disk, this.path)
      this.isRagged = false
      await file.close()
    }
    return { isWhole, aside }
  }

  close(): Promise<void> {
    return this.open.file.close()
  }

  private async copyTo(copy: DiskFile, file: DiskFile): Promise<void> {
    const CHUNK = 1024 * 1024
    for (let at = 0; at < this.tail.length; at += CHUNK) {
      await copy.write(await file.read(at, Math.min(CHUNK, this.tail.length - at)), at)
    }
  }

  /** Another file under the journal's name may be what somebody needs. */
  private async putAside(): Promise<string | null> {
    const other = this.disk.facts(this.path)
    if (!other || other.identity === this.open.identity) return null
    const aside = freeName(this.disk, this.path)
    await this.disk.rename(this.path, aside)
    return basename(aside)
  }

  /** @param length that the file has at least */
  private refuseGone(length: number): void {
    const facts = this.disk.facts(this.path)
    if (facts?.identity !== this.open.identity || facts.size < length) throw new JournalGone()
  }

  private async cut(): Promise<void> {
    const { file } = this.open
    await file.truncate(this.tail.length)
    await file.flush()
    this.isRagged = false
  }
}
