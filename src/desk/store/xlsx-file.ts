/** The workbook's .xlsx as it lies on the disk: written whole, and never over what another program has saved there. */
import { basename } from 'node:path'
import { storeWords as words } from '../../words/store'
import { freeBeside, putBeside } from './beside'
import { replaceFile } from './files'
import { refusalOf } from './folder-gone'
import type { KeptJournal } from './kept-journal'
import type { SaveLine } from './lines'
import { hashOf } from './marks'
import { OutsideChange } from './outside'
import type { StoreState } from './store-state'

export class XlsxFile {
  /** When the .xlsx was known to have the hash of the state: its identity, size and time. */
  private known = ''
  /** Where the workbook is written while another one stands in its place, and the last change in that file. */
  private beside: { path: string; seq: number } | null = null

  /** It says whose it is, for certain. */
  private isMarked: boolean

  constructor(
    private readonly state: StoreState,
    private readonly journal: KeptJournal,
  ) {
    this.isMarked = state.unmarked === undefined
  }

  /** As it lies there, where it has all changes and its mark; else null. */
  bytes(): Uint8Array | null {
    const { disk, path, hash, savedSeq, seq } = this.state
    if (!this.isMarked || savedSeq !== seq || !disk.facts(path)?.isFile) return null
    const bytes = disk.read(path)
    return hashOf(bytes) === hash ? bytes : null
  }

  /** Puts the bytes in its place, with the journal told before and after. @param seq the last change in them */
  async put(bytes: Uint8Array, seq: number): Promise<void> {
    const { path, disk } = this.state
    const mark: SaveLine = { line: 'save', seq, hash: hashOf(bytes), isDone: false }
    const beforeSwap = async (): Promise<void> => {
      await this.journal.append([mark])
      this.refuseOutside()
    }
    try {
      await replaceFile(disk, path, { write: (file) => file.write(bytes, 0), beforeSwap })
      this.state.hash = mark.hash
      this.known = this.factsNow()
      await this.journal.append([{ ...mark, isDone: true }])
    } catch (error) {
      throw refusalOf(disk, path, error, (reason) => words.notSaved(basename(path), reason))
    }
    this.state.savedSeq = seq
    this.isMarked = true
  }

  /** Writes the workbook beside its place, where another one stands. Returns the file's name. */
  async putBeside(seq: number, make: () => Promise<Uint8Array>): Promise<string> {
    const { disk, path } = this.state
    this.beside ??= { path: freeBeside(disk, path), seq: -1 }
    if (this.beside.seq !== seq) await putBeside(disk, this.beside.path, await make())
    this.beside.seq = seq
    return basename(this.beside.path)
  }

  private factsNow(): string {
    const facts = this.state.disk.facts(this.state.path)
    return facts ? `${facts.identity} ${facts.size} ${facts.changed}` : ''
  }

  /** Another program may have saved the file since. One that is gone is written again. */
  private refuseOutside(): void {
    const { disk, path, hash } = this.state
    const now = this.factsNow()
    if (now === '' || now === this.known) return
    if (hash !== null && hashOf(disk.read(path)) !== hash) throw new OutsideChange()
    this.known = now
  }
}
