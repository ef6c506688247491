/** The append-only journal of a workbook: on the disk before anything in it is acknowledged. */
import { chmodSync, copyFileSync, existsSync, linkSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { freeName, PRIVATE, replaceFile } from './files'
import { encodeLine, JOURNAL_FORMAT, readLines } from './lines'
import type { HeadLine, JournalLine, ReadLines } from './lines'

export const journalOf = (workbook: string): string => `${workbook}.journal`

/** Older files of the journal, oldest first. */
export function archivesOf(workbook: string): string[] {
  const start = `${basename(journalOf(workbook))}.`
  const folder = dirname(workbook)
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(start) && /^\d{4,}$/.test(name.slice(start.length)),
  )
  return names.sort().map((name) => join(folder, name))
}

export function readJournal(workbook: string): ReadLines | null {
  const path = journalOf(workbook)
  return existsSync(path) ? readLines(readFileSync(path)) : null
}

/** The journal holds what people type; only this user may read it, also where an older desk has written it. */
export function makePrivate(workbook: string): void {
  for (const path of [journalOf(workbook), ...archivesOf(workbook)].filter(existsSync)) chmodSync(path, PRIVATE)
}

/** Gives the journal's file a second name, and returns that name. */
export function archiveJournal(workbook: string): string {
  const path = journalOf(workbook)
  const archive = freeName(path)
  try {
    linkSync(path, archive)
  } catch {
    copyFileSync(path, archive)
    chmodSync(archive, PRIVATE)
  }
  return archive
}

export class Journal {
  private file: FileHandle | null = null
  private isRagged = false

  private constructor(
    private readonly path: string,
    private length: number,
    private sum: string,
  ) {}

  /** Writes a new file in the place of the old one. Rejects with the file system's error; then the old one stays. */
  static async start(workbook: string, head: Omit<HeadLine, 'line' | 'format'>): Promise<Journal> {
    const { text, sum } = encodeLine({ line: 'head', format: JOURNAL_FORMAT, ...head }, '')
    const bytes = Buffer.from(text)
    await replaceFile(journalOf(workbook), bytes, { mode: PRIVATE })
    return new Journal(journalOf(workbook), bytes.length, sum)
  }

  /** Continues after the last whole line. The first write cuts off what stands behind it. */
  static resume(workbook: string, { length, sum, isTorn }: ReadLines): Journal {
    const journal = new Journal(journalOf(workbook), length, sum)
    journal.isRagged = isTorn
    return journal
  }

  get size(): number {
    return this.length
  }

  /** One write and one flush for all of them. Rejects with the file system's error; then none of them is in it. */
  async append(lines: readonly JournalLine[]): Promise<void> {
    const texts: string[] = []
    let sum = this.sum
    for (const line of lines) {
      const encoded = encodeLine(line, sum)
      texts.push(encoded.text)
      sum = encoded.sum
    }
    const bytes = Buffer.from(texts.join(''))
    const file = await this.ready()
    try {
      this.isRagged = true
      for (let written = 0; written < bytes.length;) {
        written += (await file.write(bytes, written, bytes.length - written, this.length + written)).bytesWritten
      }
      await file.datasync()
    } catch (error) {
      await this.cut(file).catch(() => undefined)
      throw error
    }
    this.isRagged = false
    this.length += bytes.length
    this.sum = sum
  }

  async close(): Promise<void> {
    const { file } = this
    this.file = null
    await file?.close()
  }

  private async ready(): Promise<FileHandle> {
    const file = (this.file ??= await open(this.path, 'r+'))
    if (this.isRagged) await this.cut(file)
    return file
  }

  private async cut(file: FileHandle): Promise<void> {
    await file.truncate(this.length)
    await file.datasync()
    this.isRagged = false
  }
}
