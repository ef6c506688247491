/** The journal's open file, and whether it is still the one that stands under its name. */
import { basename } from 'node:path'
import { codeOf } from '../disk-error'
import type { Disk, DiskFile } from './disk'
import { nextName } from './files'
import { hashOfFile } from './tail'
import type { Tail } from './tail'

/** The file is no longer the one that stands under its name: somebody has deleted, replaced or cut it. */
export class JournalGone extends Error {
  override readonly name = 'JournalGone'
}

export class HeldFile {
  /** Somebody else has written into the file, or the file system does not tell times well: it is to be read. */
  private isDoubtful = false

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    readonly file: DiskFile,
    private readonly identity: string,
    /** When it was touched last, as this desk knows. */
    private touched: string,
  ) {}

  static async open(disk: Disk, path: string): Promise<HeldFile> {
    const file = await disk.open(path, 'edit')
    const { identity, touched } = await file.facts()
    return new HeldFile(disk, path, file, identity, touched)
  }

  /** @param length that the file has at least, here and below */
  isInPlace(length: number): boolean {
    const facts = this.disk.facts(this.path)
    return facts?.identity === this.identity && facts.size >= length
  }

  hasGrown(length: number): boolean {
    const facts = this.disk.facts(this.path)
    return facts?.identity === this.identity && facts.size > length
  }

  /** Notes whether somebody else has touched the file since. Throws JournalGone where it is not there any more. */
  look(length: number): boolean {
    try {
      if (this.refuseGone(length) !== this.touched) this.isDoubtful = true
    } catch (error) {
      // A disk that does not answer, as a share that is away: what it holds is to be read when it is there again.
      if (!(error instanceof JournalGone)) this.isDoubtful = true
      throw error
    }
    return this.isDoubtful
  }

  /** Whether the file holds what was written, byte for byte. */
  async isIntact({ length, hash }: Tail): Promise<boolean> {
    const whole = hash.copy().digest('hex')
    // Of before it is read: who touches the file meanwhile is seen at the next look.
    const touched = this.isDoubtful ? this.disk.facts(this.path)?.touched : undefined
    const isSame = (await hashOfFile(this.file, length)).digest('hex') === whole
    if (isSame && touched !== undefined) {
      this.isDoubtful = false
      this.touched = touched
    }
    return isSame
  }

  /** After a write that is on the disk: that counts even where the disk does not tell the file's times now. */
  noteTouched(length: number): void {
    try {
      this.touched = this.refuseGone(length)
    } catch (error) {
      if (codeOf(error) === null) throw error
      this.isDoubtful = true
    }
  }

  /** After a change of the open file by this desk. */
  async noteOwn(): Promise<void> {
    this.touched = (await this.file.facts()).touched
  }

  /** Another file under the journal's name may be what somebody needs. */
  async putAside(): Promise<string | null> {
    const other = this.disk.facts(this.path)
    if (!other || other.identity === this.identity) return null
    const aside = nextName(this.disk, this.path)
    await this.disk.rename(this.path, aside)
    return basename(aside)
  }

  /** When the file was touched last. */
  private refuseGone(length: number): string {
    const facts = this.disk.facts(this.path)
    if (facts?.identity !== this.identity || facts.size < length) throw new JournalGone()
    return facts.touched
  }
}
